"""What a sheet needs before it may leave its section."""

from dataclasses import replace

import pytest

from jichi.domains.plans.rules.sheet_two import Graded, missing_in

FULL = Graded(
    achievement=3,
    check_result="C",
    plan_end_grade=None,
    goal="会議を開く",
    changed_goal="",
    result="7区で開いた",
    why_this_grade="目標の回数を開いた",
    next_year="",
    evidence=1,
    ends_the_plan=False,
)


def rules(**changes: object) -> list[tuple[str, str]]:
    return [(each.field, each.rule) for each in missing_in(replace(FULL, **changes))]


def test_a_full_sheet_lacks_nothing() -> None:
    assert rules() == []


@pytest.mark.parametrize("field", ["goal", "result", "why_this_grade", "check_result", "achievement"])
def test_goal_result_grade_reason_and_check_are_needed(field: str) -> None:
    assert rules(**{field: None if field == "achievement" else ""}) == [(field, f"{field}_needed")]


@pytest.mark.parametrize("grade", [1, 2, 3, 4, 5])
def test_every_grade_needs_evidence_the_three_included(grade: int) -> None:
    assert rules(achievement=grade, evidence=0) == [("evidence", "evidence_needed")]


@pytest.mark.parametrize("code", "EFG")
def test_e_to_h_need_the_changed_goal(code: str) -> None:
    assert rules(check_result=code) == [("changed_goal", "changed_goal_needed")]
    assert rules(check_result=code, changed_goal="会議を減らす") == []


@pytest.mark.parametrize("code", "ABC")
def test_a_to_d_forbid_a_changed_goal(code: str) -> None:
    assert rules(check_result=code, changed_goal="会議を減らす") == [
        ("changed_goal", "changed_goal_not_allowed")
    ]


@pytest.mark.parametrize(("code", "changed"), [("D", ""), ("H", "終える")])
def test_what_ends_says_why(code: str, changed: str) -> None:
    assert rules(check_result=code, changed_goal=changed) == [("next_year", "reason_to_end_needed")]
    assert rules(check_result=code, changed_goal=changed, next_year="補助を終えたため") == []


def test_only_the_last_year_of_the_plan_has_a_grade_for_the_whole_period() -> None:
    assert rules(plan_end_grade=3) == [("plan_end_grade", "plan_end_grade_too_early")]
    assert rules(ends_the_plan=True) == [("plan_end_grade", "plan_end_grade_needed")]
    assert rules(ends_the_plan=True, plan_end_grade=3) == []
