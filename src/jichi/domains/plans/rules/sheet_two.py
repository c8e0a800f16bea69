"""What a sheet 票(2) needs before it leaves the desk that wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass

from .grades import CHECK_RESULTS


@dataclass(frozen=True, kw_only=True)
class Graded:
    """A sheet as it is submitted: grades, the texts that go with them, and how much evidence it has."""

    achievement: int | None
    check_result: str
    plan_end_grade: int | None
    goal: str
    changed_goal: str
    result: str
    why_this_grade: str
    next_year: str
    evidence: int
    ends_the_plan: bool


@dataclass(frozen=True)
class Missing:
    """A broken rule of the sheet: the field at which it shows, and the rule's name."""

    field: str
    rule: str


def missing_in(sheet: Graded) -> tuple[Missing, ...]:
    """Everything that keeps the sheet from being submitted, in the order of the form."""
    return (*empty_fields(sheet), *evidence(sheet), *check_result(sheet), *plan_end(sheet))


def empty_fields(sheet: Graded) -> Iterator[Missing]:
    for field in ("goal", "result", "achievement", "why_this_grade", "check_result"):
        if not getattr(sheet, field):
            yield Missing(field, f"{field}_needed")


def evidence(sheet: Graded) -> Iterator[Missing]:
    """Every grade needs something that shows it, the ordinary "3" included."""
    if sheet.evidence < 1:
        yield Missing("evidence", "evidence_needed")


def check_result(sheet: Graded) -> Iterator[Missing]:
    """E to H say that the goal changes, and to what; A to D say that it stays. D and H say why it ends."""
    chosen = CHECK_RESULTS.get(sheet.check_result)
    if chosen is None:
        return
    if chosen.goal_changes and not sheet.changed_goal:
        yield Missing("changed_goal", "changed_goal_needed")
    if not chosen.goal_changes and sheet.changed_goal:
        yield Missing("changed_goal", "changed_goal_not_allowed")
    if chosen.ends and not sheet.next_year:
        yield Missing("next_year", "reason_to_end_needed")


def plan_end(sheet: Graded) -> Iterator[Missing]:
    if sheet.ends_the_plan and sheet.plan_end_grade is None:
        yield Missing("plan_end_grade", "plan_end_grade_needed")
    if not sheet.ends_the_plan and sheet.plan_end_grade is not None:
        yield Missing("plan_end_grade", "plan_end_grade_too_early")
