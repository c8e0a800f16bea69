"""Publish a sheet."""

from datetime import date
from typing import Any, TypeVar

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.ledger.canonical import digest
from jichi.kernel.search.index import index
from jichi.kernel.threads.kinds import LinkKind
from jichi.kernel.threads.models import Record
from jichi.kernel.threads.registry import link, rename

from ..events import ReviewPublished
from ..findable import sheet_document
from ..models import EffortReview, ProgrammeReview
from ..permissions import May
from ..streams import stream_of_review
from .clocks import keep_promise, turn_clock
from .imprint_rows import said_by_imprint, write_imprint
from .review_steps import locked, step_on

R = TypeVar("R", bound=EffortReview | ProgrammeReview)
SAID = (
    "goal", "changed_goal", "result", "why_this_grade", "next_year", "problem", "outline", "direction",
    "achievement", "check_result", "plan_end_grade",
)  # fmt: skip


@action(needs=May.PUBLISH_REVIEW, within="review")
def publish_review(*, actor: Actor, review: R, on: date) -> R:
    """Let everybody read a sheet, from now on unchanged, and tie it to its programme's thread.

    Names and the plan's own text stay on it as they are today, whatever is renamed or corrected later.

    Ledger: plans.review.published
    Raises: NotAtThisStep.
    """
    held = locked(review, move="publish")
    before = step_on(held, "publish", published_on=on, imprint=write_imprint(held))
    event = record(told(held), stream=stream_of_review(held))
    turn_clock(held, left=before, because=event, on=on)
    keep_promise(held.round, on=on)
    sheet = Record.objects.get(reference=held.reference)
    rename(reference=sheet.reference, title=sheet.title, public=True)
    index(sheet_document(held))
    if isinstance(held, ProgrammeReview):
        programme = Record.objects.get(reference=held.programme.reference)
        link(kind=LinkKind.RESULTED_IN, start=programme, end=sheet, event=event)
    return held


def told(review: EffortReview | ProgrammeReview) -> ReviewPublished:
    two = review if isinstance(review, ProgrammeReview) else None
    return ReviewPublished(
        review=review.reference,
        subject=review.subject_name,
        year=review.round.year,
        achievement=two.achievement if two else None,
        check_result=two.check_result if two else "",
        plan_end_grade=two.plan_end_grade if two else None,
        evidence=two.evidence.count() if two else 0,
        sheet_digest=digest(said(review)),
    )


def said(review: EffortReview | ProgrammeReview) -> dict[str, Any]:
    """All that the sheet says, so that whoever has the PDF can prove that it was not changed."""
    own = {name: getattr(review, name) for name in SAID if hasattr(review, name)}
    return {**own, "imprint": said_by_imprint(review.imprint) if review.imprint else None}
