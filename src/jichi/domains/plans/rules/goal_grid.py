"""The goals of a programme over the years of its plan: the plan's own, and the one that took its place. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class YearSheet:
    """What the evaluation of one year says: its goal, what came of it, and the goal it changes to (E to H)."""

    goal: str
    result: str
    changed_goal: str = ""


@dataclass(frozen=True, kw_only=True)
class GoalYear:
    """One year's column: 事業目標, 実行計画と差異のある事業目標, 実績."""

    goal: str
    differing: str = ""
    result: str = ""


def goal_years(
    *, years: Sequence[int], planned: Mapping[int, str], sheets: Mapping[int, YearSheet]
) -> Iterator[GoalYear]:
    """A column for every year, and one for what follows the last (with nothing but a goal that differs).

    A goal that an evaluation changes counts from the next year on. From then the goal that was evaluated
    stands in the row of what differs, and the plan's own words stay where the plan put them.
    """
    differing = ""
    for year in years:
        sheet = sheets.get(year)
        yield column(planned.get(year, ""), sheet, differing)
        differing = goal_left_by(sheet, differing)
    yield GoalYear(goal="", differing=differing)


def column(planned: str, sheet: YearSheet | None, differing: str) -> GoalYear:
    """While no goal was changed, the sheet says the plan's goal more closely than the plan does."""
    goal, result = (sheet.goal, sheet.result) if sheet else ("", "")
    if differing:
        return GoalYear(goal=planned, differing=goal or differing, result=result)
    return GoalYear(goal=goal or planned, result=result)


def goal_left_by(sheet: YearSheet | None, differing: str) -> str:
    """What differs from the plan after a year: a new change, else the change before as it was last put."""
    if sheet is None:
        return differing
    return sheet.changed_goal or (differing and (sheet.goal or differing))
