"""The city's signature on a PDF (PAdES B-B), added behind the bytes that were drawn: those stay as they are."""

import io
from functools import lru_cache

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives import serialization
from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from .keys import KeyPair, pair_for

FIELD = "CitySignature"
READ_ALOUD = "市の電子署名"
# What a signature takes beside its certificate: some 600 bytes with P-256, 1,200 with RSA of 4,096 bits.
BESIDE_THE_CERTIFICATE = 2048
# Nothing is drawn: the paper has its number and code. PDF/A wants the field printable, PDF/UA wants what is not
# tagged to lie off the page.
NOT_ON_THE_PAGE = InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True)


class Addition(IncrementalPdfFileWriter):
    """Adds to a PDF and leaves what it says about itself alone.

    The library would write title, moment and conformance anew, in its own words; PDF/A asks that both places where
    they stand agree, and the compiler has already seen to that.
    """

    def _update_meta(self) -> None:
        return


@lru_cache(maxsize=4)
def signer_for(fingerprint: str) -> PdfSigner:
    """Raises: KeyIsMissing."""
    return signer_with(pair_for(fingerprint))


def signer_with(pair: KeyPair) -> PdfSigner:
    certificate = Certificate.load(pair.certificate.public_bytes(serialization.Encoding.DER))
    key = PrivateKeyInfo.load(
        pair.key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    signer = SimpleSigner(
        signing_cert=certificate,
        signing_key=key,
        cert_registry=SimpleCertificateStore.from_certs([certificate]),
    )
    about = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        name=settings.CITY["name"],
    )
    field = SigFieldSpec(FIELD, readable_field_name=READ_ALOUD, invis_sig_settings=NOT_ON_THE_PAGE)
    return PdfSigner(about, signer, new_field_spec=field)


def sign(pdf: bytes, *, fingerprint: str) -> bytes:
    """The PDF with the city's signature behind it.

    Raises: KeyIsMissing.
    """
    signed, signer = io.BytesIO(), signer_for(fingerprint)
    assert signer.signer.signing_cert
    # Without a size the library signs twice, the first time to see how long it gets. Hexadecimal: two for each byte.
    room = 2 * (len(signer.signer.signing_cert.dump()) + BESIDE_THE_CERTIFICATE)
    signer.sign_pdf(Addition(io.BytesIO(pdf)), output=signed, bytes_reserved=room)
    return signed.getvalue()
