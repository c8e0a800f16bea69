"""Approve a sheet as bureau."""

from datetime import date
from typing import TypeVar

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ..models import EffortReview, ProgrammeReview
from ..permissions import May
from .review_steps import locked, move_on, refuse_own

R = TypeVar("R", bound=EffortReview | ProgrammeReview)


@action(needs=May.APPROVE_AS_BUREAU, within="review")
def approve_as_bureau(*, actor: Actor, review: R, on: date) -> R:
    """Pass a sheet on to the planning office, which publishes it.

    Ledger: plans.review.moved
    Raises: NotAtThisStep; OwnSheet.
    """
    held = locked(review, move="approve_as_bureau")
    refuse_own(actor, held)
    return move_on(held, "approve_as_bureau", on=on, bureau_on=on)
