"""Put what shows a grade to be true beside it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.canonical import canonical
from jichi.kernel.ledger.event import Personal

from ..events import EvidenceAdded
from ..models import Evidence, ProgrammeReview
from ..permissions import May
from ..streams import stream_of_review
from .review_steps import locked_draft


class EvidenceNotFull(Refusal):
    code = "plans.evidence_not_full"
    status = 400


@dataclass(frozen=True, kw_only=True)
class NewEvidence:
    """What it is, where it is found and what it shows."""

    kind: Evidence.Kind
    title: str
    where: str
    shows: str


@action(needs=May.SUBMIT_REVIEW, within="review")
def add_evidence(*, actor: Actor, review: ProgrammeReview, evidence: NewEvidence) -> Evidence:
    """Add a piece of evidence to a draft.

    Ledger: plans.review.evidence_added
    Raises: NotAtThisStep; EvidenceNotFull.
    """
    review = locked_draft(review)
    refuse_unless_full(evidence)
    added = Evidence.objects.create(review=review, **vars(evidence))
    said = Personal(canonical({**vars(evidence), "kind": added.kind}).decode())
    told = EvidenceAdded(review=review.reference, kind=added.kind, evidence=added.pk, said=said)
    record(told, stream=stream_of_review(review))
    return added


def refuse_unless_full(evidence: NewEvidence) -> None:
    sentences = {
        "title": _("根拠の名前を入力してください。"),
        "where": _("どこにあるか（アドレス、文書番号、記録番号など）を入力してください。"),
        "shows": _("この根拠から何がわかるかを入力してください。"),
    }
    empty = {name: said for name, said in sentences.items() if not getattr(evidence, name).strip()}
    if empty:
        raise EvidenceNotFull(_("根拠に足りないところがあります。"), fields=empty)
