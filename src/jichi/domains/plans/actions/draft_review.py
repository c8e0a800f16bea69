"""Write on a sheet while it is a draft."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TypeVar

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.canonical import canonical
from jichi.kernel.ledger.event import Personal
from jichi.kernel.search.index import index

from ..events import ReviewDrafted
from ..findable import sheet_document
from ..models import EffortReview, ProgrammeReview
from ..permissions import May
from ..rules.grades import ACHIEVEMENTS, CHECK_RESULTS, PLAN_END_GRADES
from ..streams import stream_of_review
from .lost_update import refuse_lost_update
from .review_steps import locked_draft


class UnknownGrade(Refusal):
    code = "plans.unknown_grade"
    status = 400
    message = _("評語は、示された中から選んでください。")


R = TypeVar("R", bound=EffortReview | ProgrammeReview)


@dataclass(frozen=True, kw_only=True)
class SheetTwo:
    """What the owner writes on 票(2); empty while it is not known yet."""

    achievement: int | None = None
    check_result: str = ""
    plan_end_grade: int | None = None
    goal: str = ""
    changed_goal: str = ""
    result: str = ""
    why_this_grade: str = ""
    next_year: str = ""


@dataclass(frozen=True, kw_only=True)
class SheetOne:
    """What the owner writes on 票(1)."""

    problem: str = ""
    outline: str = ""
    goal: str = ""
    result: str = ""
    direction: str = ""


@action(needs=May.SUBMIT_REVIEW, within="review")
def draft_review(
    *, actor: Actor, review: ProgrammeReview, sheet: SheetTwo, seen: str = ""
) -> ProgrammeReview:
    """Write what a 票(2) says so far, in place of what it said.

    Ledger: plans.review.drafted
    Raises: NotAtThisStep; UnknownGrade; ChangedMeanwhile.
    """
    refuse_unknown_grades(sheet)
    return written(locked_draft(review), sheet, seen)


@action(needs=May.SUBMIT_REVIEW, within="review")
def draft_effort_review(
    *, actor: Actor, review: EffortReview, sheet: SheetOne, seen: str = ""
) -> EffortReview:
    """Write what a 票(1) says so far, in place of what it said.

    Ledger: plans.review.drafted
    Raises: NotAtThisStep; ChangedMeanwhile.
    """
    return written(locked_draft(review), sheet, seen)


def written(review: R, sheet: SheetOne | SheetTwo, seen: str) -> R:
    refuse_lost_update(seen=seen, stored=said_on(review), typed=texts(vars(sheet)))
    for name, value in vars(sheet).items():
        setattr(review, name, value)
    review.save(update_fields=list(vars(sheet)))
    told = ReviewDrafted(
        review=review.reference,
        subject=review.subject_name,
        year=review.round.year,
        sheet=Personal(canonical(vars(sheet)).decode()),
    )
    record(told, stream=stream_of_review(review))
    index(sheet_document(review))
    return review


def said_on(review: EffortReview | ProgrammeReview) -> dict[str, str]:
    """What the sheet says now, as text, by its fields."""
    kind = SheetOne if isinstance(review, EffortReview) else SheetTwo
    return texts({field.name: getattr(review, field.name) for field in fields(kind)})


def texts(said: Mapping[str, object]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in said.items()}


def refuse_unknown_grades(sheet: SheetTwo) -> None:
    known = {
        "achievement": sheet.achievement is None or sheet.achievement in ACHIEVEMENTS,
        "check_result": sheet.check_result in ("", *CHECK_RESULTS),
        "plan_end_grade": sheet.plan_end_grade is None or sheet.plan_end_grade in PLAN_END_GRADES,
    }
    if wrong := {name: str(UnknownGrade.message) for name, is_known in known.items() if not is_known}:
        raise UnknownGrade(fields=wrong)
