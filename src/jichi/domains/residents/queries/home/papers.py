"""The paper of a session, for the machine that is to print it."""

import hashlib

from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.documents.models import IssuedFile

from ...models import Certificate, TerminalSession


def pdf_of(code: str) -> bytes:
    """The issued file, as it lies in the register of documents."""
    return bytes(IssuedFile.objects.get(document__code=code).pdf)


def digest_of(code: str) -> str:
    return hashlib.sha256(pdf_of(code)).hexdigest()


def paper_of(session: TerminalSession) -> bytes:
    """The one paper of a session that is being printed; the same bytes each time.

    Raises: NotThere before and after: what was printed is not printed again.
    """
    if session.step != "printing":
        raise NotThere
    certificate = Certificate.objects.get(ticket=session.order, person=session.person_id)
    return pdf_of(certificate.document)
