"""Give a sheet back to the section that wrote it."""

from datetime import date
from typing import TypeVar

from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, permit, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.event import Personal
from jichi.kernel.notices.notify import notify_section
from jichi.kernel.notices.wording import worded

from ..events import ReviewReturned
from ..models import EffortReview, ProgrammeReview
from ..permissions import May
from ..streams import stream_of_review
from .clocks import turn_clock
from .review_steps import locked, step_on

R = TypeVar("R", bound=EffortReview | ProgrammeReview)

# Whoever a sheet waits for may give it back, and nobody else.
WAITS_FOR = {
    "section": May.APPROVE_AS_SECTION,
    "bureau": May.APPROVE_AS_BUREAU,
    "approved": May.PUBLISH_REVIEW,
}
LEFT_AGAIN = {"submitted_on": None, "section_on": None, "bureau_on": None, "submitted_by": ""}


class ReasonNeeded(Refusal):
    code = "plans.reason_needed"
    status = 400
    message = gettext_lazy("どこをどう直してほしいかを入力してください。作成した課の人が読みます。")


@action(needs=May.RETURN_REVIEW, within="review")
def return_review(*, actor: Actor, review: R, because: str, on: date) -> R:
    """Make a sheet a draft again, with the reason that its section reads.

    Ledger: plans.review.returned
    Raises: NotAtThisStep; NotAllowed for whom the sheet does not wait for; ReasonNeeded.
    """
    held = locked(review, move="return")
    permit(actor, WAITS_FOR[held.step], held.scope)
    because = because.strip()
    if not because:
        raise ReasonNeeded(fields={"because": str(ReasonNeeded.message)})
    before = step_on(held, "return", returned_because=because, **LEFT_AGAIN)
    event = record(told(held, before), stream=stream_of_review(held))
    turn_clock(held, left=before, because=event, on=on)
    tell_section(held, on=on, key=f"plans.returned/{event.digest}")
    return held


def told(review: EffortReview | ProgrammeReview, before: str) -> ReviewReturned:
    return ReviewReturned(
        review=review.reference,
        subject=review.subject_name,
        year=review.round.year,
        before=before,
        because=Personal(review.returned_because),
    )


def tell_section(review: EffortReview | ProgrammeReview, *, on: date, key: str) -> None:
    if review.section is None:
        return
    notify_section(
        section=review.section,
        on=on,
        key=key,
        url=f"/plans/desk/reviews/{review.reference}/",
        **worded(
            "plans.sheet_returned",
            year=review.round.year,
            title=review.title,
            because=review.returned_because,
        ),
    )
