"""Approve a sheet as section chief."""

from datetime import date
from typing import TypeVar

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ..models import EffortReview, ProgrammeReview
from ..permissions import May
from .review_steps import locked, move_on, refuse_own

R = TypeVar("R", bound=EffortReview | ProgrammeReview)


@action(needs=May.APPROVE_AS_SECTION, within="review")
def approve_as_section(*, actor: Actor, review: R, on: date) -> R:
    """Pass a sheet on to the bureau.

    Ledger: plans.review.moved
    Raises: NotAtThisStep; OwnSheet.
    """
    held = locked(review, move="approve_as_section")
    refuse_own(actor, held)
    return move_on(held, "approve_as_section", on=on, section_on=on)
