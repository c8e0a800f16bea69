"""The vocabulary of the evaluation sheets. Texts are msgids.

Source: Kawasaki City's evaluation sheets (票2) of the plan of 2011-2013; facts/wards.md §8.
What the five plan-end grades are called stands on no sheet that was read: they have their numeral only.
"""

from dataclasses import dataclass

from jichi.kernel.values.fault import gettext_noop as _


@dataclass(frozen=True, kw_only=True)
class CheckResult:
    """A cell of 点検結果: what becomes of budget and staff × whether the goal stays."""

    code: str
    resources: str
    goal_changes: bool

    @property
    def ends(self) -> bool:
        """Whether the programme is ended, suspended, stopped or abolished (D, H)."""
        return self.resources == RESOURCES[-1]


RESOURCES = (_("予算・人員を拡大"), _("予算・人員を縮減"), _("現状維持"), _("終了・休止・中止・廃止"))

ACHIEVEMENTS = {
    1: _("目標を大きく上回る"),
    2: _("目標を上回る"),
    3: _("目標をほぼ達成"),
    4: _("目標を下回る"),
    5: _("目標を大きく下回る"),
}
MIDDLE = 3

CHECK_RESULTS = {
    code: CheckResult(code=code, resources=RESOURCES[place % 4], goal_changes=place >= 4)
    for place, code in enumerate("ABCDEFGH")
}
GOAL_KEPT, GOAL_CHANGED = _("目標どおり"), _("目標を変更")

PLAN_END_GRADES = {1: "Ⅰ", 2: "Ⅱ", 3: "Ⅲ", 4: "Ⅳ", 5: "Ⅴ"}
