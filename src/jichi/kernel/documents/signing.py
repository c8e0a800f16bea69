"""The city's signature on a PDF (PAdES B-B), added behind the bytes that were drawn: those stay as they are."""

import io
from datetime import datetime
from functools import lru_cache

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives import serialization
from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from pyhanko_certvalidator.registry import SimpleCertificateStore

from .envelope import HASH, Envelope
from .keys import KeyPair, pair_for
from .render import CITY_OFFSET

# Nothing is drawn: the paper has its number and code. PDF/A wants the field printable, PDF/UA wants what is not
# tagged to lie off the page.
FIELD = SigFieldSpec(
    "CitySignature",
    readable_field_name="市の電子署名",
    invis_sig_settings=InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True),
)


class Addition(IncrementalPdfFileWriter):
    """Adds to a PDF and leaves what it says about itself alone.

    The library would write title, moment and conformance anew, in its own words; PDF/A asks that both places where
    they stand agree, and the compiler has already seen to that.
    """

    def _update_meta(self) -> None:
        return


@lru_cache(maxsize=4)
def envelope_for(fingerprint: str) -> Envelope:
    """Raises: KeyIsMissing."""
    return Envelope.made_by(signer_with(pair_for(fingerprint)))


def signer_with(pair: KeyPair) -> SimpleSigner:
    certificate = Certificate.load(pair.certificate.public_bytes(serialization.Encoding.DER))
    key = PrivateKeyInfo.load(
        pair.key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return SimpleSigner(
        signing_cert=certificate,
        signing_key=key,
        cert_registry=SimpleCertificateStore.from_certs([certificate]),
    )


def sign(pdf: bytes, *, fingerprint: str, at: datetime) -> bytes:
    """The PDF with the city's signature behind it; `at` is the moment that the signature names.

    Raises: KeyIsMissing.
    """
    envelope, signed = envelope_for(fingerprint), io.BytesIO()
    added = Addition(io.BytesIO(pdf))
    # The library's own steps, one by one: a field, what the signature says of itself, the digest, the container.
    steps = PdfCMSEmbedder(new_field_spec=FIELD).write_cms(field_name=FIELD.sig_field_name, writer=added)
    next(steps)
    added.register_extension(ESIC_EXTENSION_1)
    steps.send(SigObjSetup(sig_placeholder=placeholder(at, room=envelope.size)))
    prepared, _output = steps.send(SigIOSetup(md_algorithm=HASH, output=signed))
    steps.send(envelope.around(prepared.document_digest))
    return signed.getvalue()


def placeholder(at: datetime, *, room: int) -> SignatureObject:
    """What the file says of the signature, with room for it. Hexadecimal: two for each byte."""
    return SignatureObject(
        timestamp=at.astimezone(CITY_OFFSET),
        subfilter=SigSeedSubFilter.PADES,
        name=settings.CITY["name"],
        bytes_reserved=2 * room,
    )
