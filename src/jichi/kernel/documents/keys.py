"""The city's key for documents: made on first start, kept in a file, never in the database.

`JICHI_VAR/keys/documents-<fingerprint>.pem` holds a private key (P-256) and its certificate, readable by its owner only.
A city that has a certificate from an authority names both files in `JICHI_DOCUMENT_KEY` and `JICHI_DOCUMENT_CERTIFICATE`.
"""

import os
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.types import CertificateIssuerPrivateKeyTypes, PrivateKeyTypes
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jichi.kernel.actions.refusal import Refusal

YEARS = 10
# Clocks of two machines differ; a document signed in the first second must not precede its certificate.
SLACK = timedelta(minutes=5)
DIGITAL_SIGNATURE = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)


class KeyIsMissing(Refusal):
    """The certificate in use has no private key on this machine."""

    code = "documents.key_is_missing"
    status = 503
    message = _(
        "文書に署名する市の鍵が、このサーバーにありません。文書は発行されていません。管理者に、鍵のファイルを戻すか、新しい鍵に替えるよう連絡してください。"
    )


@dataclass(frozen=True, kw_only=True)
class KeyPair:
    """A private key with its certificate."""

    key: PrivateKeyTypes
    certificate: x509.Certificate

    @property
    def fingerprint(self) -> str:
        return self.certificate.fingerprint(hashes.SHA256()).hex()

    @property
    def certificate_pem(self) -> str:
        return self.certificate.public_bytes(serialization.Encoding.PEM).decode()


def folder() -> Path:
    return Path(settings.VAR, "keys")


def file_of(fingerprint: str) -> Path:
    return folder() / f"documents-{fingerprint[:16]}.pem"


def make_pair(at: datetime, *, key: CertificateIssuerPrivateKeyTypes | None = None) -> KeyPair:
    """A new key, or the one given, and a certificate by which the city vouches for it itself."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "JP"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, settings.CITY["name"]),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{settings.CITY['name']} 文書の署名"),
        ]
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - SLACK)
        .not_valid_after(at + timedelta(days=366 * YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(DIGITAL_SIGNATURE, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return KeyPair(key=key, certificate=certificate)


def keep(pair: KeyPair) -> Path:
    """Write the pair where only its owner reads it, whole or not at all."""
    folder().mkdir(parents=True, exist_ok=True)
    folder().chmod(0o700)
    path = file_of(pair.fingerprint)
    half = path.with_suffix(f".{secrets.token_hex(4)}")
    with os.fdopen(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(private_pem(pair.key) + pair.certificate_pem.encode())
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
    return path


def private_pem(key: PrivateKeyTypes) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def given_pair() -> KeyPair | None:
    """The pair that the settings name; None where the city vouches for itself.

    Raises: ValueError for a certificate that belongs to another key.
    """
    if not settings.DOCUMENT_KEY:
        return None
    pair = read_pair(Path(settings.DOCUMENT_KEY), Path(settings.DOCUMENT_CERTIFICATE))
    if pair.key.public_key() != pair.certificate.public_key():
        raise ValueError("JICHI_DOCUMENT_CERTIFICATE belongs to another key than JICHI_DOCUMENT_KEY.")
    return pair


def read_pair(key: Path, certificate: Path) -> KeyPair:
    return KeyPair(
        key=serialization.load_pem_private_key(key.read_bytes(), password=None),
        certificate=x509.load_pem_x509_certificate(certificate.read_bytes()),
    )


def pair_for(fingerprint: str) -> KeyPair:
    """The pair with this fingerprint, from the settings or from its file.

    Raises: KeyIsMissing.
    """
    given = given_pair()
    if given is not None and given.fingerprint == fingerprint:
        return given
    path = file_of(fingerprint)
    if not path.exists():
        raise KeyIsMissing
    return read_pair(path, path)
