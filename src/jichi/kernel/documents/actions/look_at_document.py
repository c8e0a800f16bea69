"""Open a document that is not public."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.event import Personal

from ..events import DocumentLookedAt
from ..models import Document, DocumentLook
from ..permissions import May
from ..queries import may_look
from ..streams import LOOKS
from ..templates import find_template


class NoReasonToLook(Refusal):
    code = "documents.no_reason_to_look"
    message = _("公開しない文書を開くには、理由が要ります。")


@action(needs=May.SEE_REGISTER, within="document")
def look_at_document(*, actor: Actor, document: Document, why: str) -> DocumentLook:
    """Note who opens a document about a person and why, before it is shown. Its domain is told, and may refuse.

    Ledger: documents.document.looked_at
    Raises: NotThere for who may not look; NoReasonToLook; whatever the domain refuses.
    """
    if not may_look(actor, document):
        raise NotThere
    if not (said := why.strip()):
        raise NoReasonToLook(fields={"why": gettext("何のために開くのかを書いてください。")})
    look = DocumentLook.objects.create(
        document=document, looked_by_id=actor.account_id, actor_title=actor.title, why=said, at=now()
    )
    told = DocumentLookedAt(number=document.number, sha256=document.sha256, why=Personal(said))
    record(told, stream=LOOKS)
    template = find_template(document.template)
    if template and template.on_look:
        template.on_look(document, actor, said)
    return look
