"""The goals of a programme over the years: the plan's own, and the one that took its place."""

from jichi.domains.plans.rules.goal_grid import GoalYear, YearSheet, goal_years

YEARS = (2011, 2012, 2013)
PLANNED = dict.fromkeys(YEARS, "・会議を開く")


def grid(**sheets: YearSheet) -> list[GoalYear]:
    by_year = {int(year.removeprefix("y")): sheet for year, sheet in sheets.items()}
    return list(goal_years(years=YEARS, planned=PLANNED, sheets=by_year))


def test_without_a_sheet_the_plan_speaks_for_every_year() -> None:
    assert [column.goal for column in grid()] == [*PLANNED.values(), ""]


def test_a_sheet_says_the_goal_of_its_year_and_what_came_of_it() -> None:
    first, second, *_rest = grid(y2011=YearSheet(goal="28回開く", result="27回開いた"))
    assert first == GoalYear(goal="28回開く", result="27回開いた")
    assert second == GoalYear(goal="・会議を開く")


def test_a_changed_goal_counts_from_the_next_year_to_after_the_plan() -> None:
    columns = grid(y2011=YearSheet(goal="28回開く", result="27回", changed_goal="14回開く"))
    assert [column.differing for column in columns] == ["", "14回開く", "14回開く", "14回開く"]


def test_after_a_change_the_evaluated_goal_stands_in_the_row_of_what_differs() -> None:
    changed = YearSheet(goal="28回開く", result="27回", changed_goal="14回開く")
    after = YearSheet(goal="14回、夜間に開く", result="14回")
    columns = grid(y2011=changed, y2012=after)
    assert columns[1] == GoalYear(goal="・会議を開く", differing="14回、夜間に開く", result="14回")
    assert columns[2].differing == "14回、夜間に開く"


def test_a_second_change_takes_the_place_of_the_first() -> None:
    changed = YearSheet(goal="28回開く", result="27回", changed_goal="14回開く")
    again = YearSheet(goal="14回開く", result="14回", changed_goal="年7回開く")
    columns = grid(y2011=changed, y2012=again)
    assert [column.differing for column in columns] == ["", "14回開く", "年7回開く", "年7回開く"]


def test_a_change_in_the_last_year_is_left_to_what_follows_the_plan() -> None:
    columns = grid(y2013=YearSheet(goal="28回開く", result="27回", changed_goal="終える"))
    assert [column.differing for column in columns] == ["", "", "", "終える"]
