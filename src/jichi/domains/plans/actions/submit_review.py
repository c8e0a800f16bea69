"""Hand a sheet to the section chief."""

from datetime import date
from typing import TypeVar

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal

from ..models import EffortReview, ProgrammeReview
from ..permissions import May
from ..rules.carried import copied
from .review_steps import identity, locked, move_on
from .sheet_sentences import sentences_one, sentences_two

R = TypeVar("R", bound=EffortReview | ProgrammeReview)
TEXTS_OF_THE_YEAR = ("result", "why_this_grade")


class SheetNotReady(Refusal):
    """The sheet lacks something, or says two things that cannot both be true."""

    code = "plans.sheet_not_ready"


class CopiedFromLastYear(Refusal):
    """A text of the year says word for word what last year's sheet said."""

    code = "plans.copied_from_last_year"


@action(needs=May.SUBMIT_REVIEW, within="review")
def submit_review(*, actor: Actor, review: R, on: date) -> R:
    """Give a sheet that is complete to the section chief.

    Ledger: plans.review.moved
    Raises: NotAtThisStep; SheetNotReady; CopiedFromLastYear.
    """
    held = locked(review, move="submit")
    refuse_unready(held)
    refuse_copy(held)
    return move_on(
        held,
        "submit",
        on=on,
        submitted_on=on,
        submitted_by=identity(actor),
        returned_because="",
    )


def refuse_unready(review: ProgrammeReview | EffortReview) -> None:
    wrong = sentences_two(review) if isinstance(review, ProgrammeReview) else sentences_one(review)
    if wrong:
        raise SheetNotReady(_("評価票にまだ足りないところがあります。"), fields=wrong)


def refuse_copy(review: ProgrammeReview | EffortReview) -> None:
    last = review.carried_from
    if last is None:
        return
    if same := copied(
        vars(last), vars(review), [name for name in TEXTS_OF_THE_YEAR if hasattr(review, name)]
    ):
        said = _(
            "%(year)s年度の評価票と一字一句同じです。今年度に実際にあったことを、今年度のことばで書いてください。"
        ) % {"year": last.round.year}
        raise CopiedFromLastYear(said, fields=dict.fromkeys(same, said))
