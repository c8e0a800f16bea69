"""Lead a sheet from step to step; part of the verbs on sheets, not a verb of its own."""

from datetime import date
from typing import TypeVar, cast

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.lock import lock
from jichi.kernel.steps.wrong_step import WrongStep

from ..events import ReviewMoved
from ..models import EffortReview, ProgrammeReview
from ..states import REVIEW
from ..streams import stream_of_review
from .clocks import turn_clock

R = TypeVar("R", bound=EffortReview | ProgrammeReview)


class NotAtThisStep(Refusal):
    """The sheet stands where this verb is not possible; the sentence says what is."""

    code = "plans.wrong_step"


class OwnSheet(Refusal):
    """Four eyes: nobody approves what they submitted."""

    code = "plans.own_sheet"
    status = 403
    message = _("自分が提出した評価票は、自分では確認できません。ほかの人に確認を頼んでください。")


def identity(actor: Actor) -> str:
    """Who somebody is to the house, whatever their roles: `person:12`, `machine:demo`."""
    return f"{actor.kind.value}:{actor.account_id or actor.name}"


def locked(review: R, *, move: str) -> R:
    """The sheet as it stands now, held until the act ends, if this move is possible from there.

    Raises: NotAtThisStep.
    """
    held = cast("R", lock(type(review)._default_manager.filter(pk=review.pk)).get())
    after(held.step, move)
    return held


def locked_draft(review: R) -> R:
    """The sheet, held, while it may still be written on.

    Raises: NotAtThisStep.
    """
    return locked(review, move="submit")


def after(step: str, move: str) -> str:
    try:
        return REVIEW.after(step, move)
    except WrongStep as wrong:
        language = get_language() or "ja"
        raise NotAtThisStep(wrong.said(translate=gettext, language=language)) from None


def move_on(review: R, move: str, *, on: date, **columns: object) -> R:
    """Take the move, write the columns that go with it, record it and turn the clock."""
    before = step_on(review, move, **columns)
    told = ReviewMoved(
        review=review.reference,
        subject=review.subject_name,
        year=review.round.year,
        before=before,
        after=review.step,
    )
    event = record(told, stream=stream_of_review(review))
    turn_clock(review, left=before, because=event, on=on)
    return review


def step_on(review: R, move: str, **columns: object) -> str:
    """Put the sheet at its next step with the columns that go with it; answers the step that it left."""
    before, review.step = review.step, after(review.step, move)
    for name, value in columns.items():
        setattr(review, name, value)
    review.save(update_fields=["step", *columns])
    return before


def refuse_own(actor: Actor, review: EffortReview | ProgrammeReview) -> None:
    """Raises: OwnSheet."""
    if review.submitted_by == identity(actor):
        raise OwnSheet
