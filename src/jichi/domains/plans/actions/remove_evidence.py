"""Take evidence off a sheet while it is a draft."""

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import NotThere

from ..events import EvidenceRemoved
from ..models import Evidence, ProgrammeReview
from ..permissions import May
from ..streams import stream_of_review
from .review_steps import locked_draft


@action(needs=May.SUBMIT_REVIEW, within="review")
def remove_evidence(*, actor: Actor, review: ProgrammeReview, evidence: Evidence) -> ProgrammeReview:
    """Take a piece of evidence off a draft; the record keeps that it was there.

    Ledger: plans.review.evidence_removed
    Raises: NotAtThisStep; NotThere when the evidence is another sheet's.
    """
    review = locked_draft(review)
    if evidence.review_id != review.pk:
        raise NotThere
    told = EvidenceRemoved(review=review.reference, kind=evidence.kind, evidence=evidence.pk)
    evidence.delete()
    record(told, stream=stream_of_review(review))
    return review
