"""The vocabulary of the evaluation sheets. Texts are msgids.

Source: Kawasaki City's evaluation sheets (票2) of the plan of 2011-2013.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class CheckResult:
    """A cell of 点検結果: what becomes of budget and staff × whether the goal stays."""

    code: str
    resources: str
    goal_changes: bool


RESOURCES = ("予算・人員を拡大", "予算・人員を縮減", "現状のまま継続", "終了・休止・中止・廃止")

ACHIEVEMENTS = {
    1: "目標を大きく上回って達成",
    2: "目標を上回って達成",
    3: "ほぼ目標どおり",
    4: "目標を下回った",
    5: "目標を大きく下回った",
}

CHECK_RESULTS = {
    code: CheckResult(code=code, resources=RESOURCES[place % 4], goal_changes=place >= 4)
    for place, code in enumerate("ABCDEFGH")
}

PLAN_END_GRADES = {1: "Ⅰ", 2: "Ⅱ", 3: "Ⅲ", 4: "Ⅳ", 5: "Ⅴ"}
