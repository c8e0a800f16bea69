"""Does the signature in a PDF hold? By pyHanko's validator, against the certificate that the register names."""

import io

from asn1crypto import pem
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext

from .models import Document


def status_of(pdf: bytes, certificate_pem: str, *, document: Document) -> PdfSignatureStatus:
    """The validator's whole answer. The city's certificate is its own root; it is judged for the day of issue."""
    _kind, _headers, der = pem.unarmor(certificate_pem.encode())
    context = ValidationContext(
        trust_roots=[Certificate.load(der)], moment=document.issued_at, allow_fetching=False
    )
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    return validate_pdf_signature(signature, signer_validation_context=context)


def fault_of_signature(pdf: bytes, document: Document) -> str:
    """What is wrong with the signature of a document; nothing where all is well or none is due."""
    if document.certificate is None:
        return ""
    status = status_of(pdf, document.certificate.pem, document=document)
    if not (status.intact and status.valid):
        return "the signature does not hold"
    if status.modification_level not in (None, ModificationLevel.NONE):
        return "the file was changed after it was signed"
    return "" if status.trusted else "the signature is by another certificate than the register names"
