"""The CMS container around a signature: pyHanko writes it once for each key, and only two values change afterwards.

Which attributes PAdES B-B wants, how they are ordered and what names the certificate: all that is the library's work,
and the same for every document of one key. Of a document's own are its digest, always 32 bytes, and the signature,
the last value in the container. Writing the container anew takes the library seven times as long as all the rest.
"""

import asyncio
from dataclasses import dataclass
from hashlib import sha256

from asn1crypto.cms import CMSAttributes
from asn1crypto.parser import emit, parse
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_private_key
from pyhanko.sign.signers import SimpleSigner

HASH = "sha256"
# Stands where the digest will stand; nothing else in a container has this value.
PATTERN = sha256(b"the digest of a document").digest()
PRIMITIVE = 0


@dataclass(frozen=True, kw_only=True)
class Envelope:
    """What is signed, and what is put into the file, both with PATTERN in the place of the digest."""

    key: EllipticCurvePrivateKey | RSAPrivateKey
    attributes: bytes
    container: bytes

    @classmethod
    def made_by(cls, signer: SimpleSigner) -> "Envelope":
        key = load_der_private_key(signer.signing_key.dump(), password=None)
        assert isinstance(key, EllipticCurvePrivateKey | RSAPrivateKey)
        container = asyncio.run(signer.async_sign(PATTERN, HASH, use_pades=True))
        (info,) = container["content"]["signer_infos"]
        attributes = CMSAttributes(list(info["signed_attrs"])).dump()
        made = cls(key=key, attributes=attributes, container=container.dump())
        assert made.attributes.count(PATTERN) == made.container.count(PATTERN) == 1
        assert made.container.endswith(info["signature"].native)
        return made

    def around(self, digest: bytes) -> bytes:
        """The container for a document with this digest, signed."""
        signature = signature_by(self.key, self.attributes.replace(PATTERN, digest))
        return with_last_value(self.container.replace(PATTERN, digest), signature)

    @property
    def size(self) -> int:
        """The most it can take: a signature of P-256 is now and then some bytes longer or shorter."""
        return len(self.container) + 64


def signature_by(key: EllipticCurvePrivateKey | RSAPrivateKey, data: bytes) -> bytes:
    """As the library signs, with the key held ready: it would load it each time, which takes 0.2 s with RSA."""
    if isinstance(key, RSAPrivateKey):
        return key.sign(data, PKCS1v15(), SHA256())
    return key.sign(data, ECDSA(SHA256()))


def with_last_value(der: bytes, value: bytes) -> bytes:
    """DER whose last value, however deep, is another one; every length around it follows."""
    kind, method, tag, _header, content, _trailer = parse(der)
    if method == PRIMITIVE:
        return bytes(emit(kind, method, tag, value))
    start = start_of_last(content)
    return bytes(emit(kind, method, tag, content[:start] + with_last_value(content[start:], value)))


def start_of_last(content: bytes) -> int:
    """Where the last of several values begins."""
    start = 0
    while True:
        _kind, _method, _tag, header, inner, trailer = parse(content[start:])
        length = len(header) + len(inner) + len(trailer)
        if start + length == len(content):
            return start
        start += length
