"""The steps of a reckoning in words."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.calendar import ClosedBecause, Rule

from .rules.fixed import FIXED_DAY

STEPS = {
    FIXED_DAY: _("定められた日"),
    Rule.EVENT: _("起点となる日"),
    Rule.FIRST_DAY_NOT_COUNTED: _("初日は数えず、次の日から数えます"),
    Rule.FIRST_DAY_COUNTED: _("この日から数えます"),
    Rule.LAST_OF_THE_DAYS: _("日数を数え終わる日"),
    Rule.END_OF_CALENDAR: _("月や年の初めから数えるので、月や年の終わりの日"),
    Rule.DAY_BEFORE_CORRESPONDING: _("最後の月の、数え始めた日にあたる日の前の日"),
    Rule.NO_CORRESPONDING_DAY: _("最後の月にあたる日がないので、その月の終わりの日"),
    Rule.ELAPSED: _("期間が過ぎた次の日"),
    Rule.COUNTED_BACK_FROM: _("起点の日は数えず、前の日からさかのぼって数えます"),
    Rule.FIRST_OF_THE_DAYS: _("さかのぼって数え終わる日"),
    Rule.START_OF_CALENDAR: _("月や年の終わりからさかのぼるので、月や年の初めの日"),
    Rule.DAY_AFTER_CORRESPONDING: _("さかのぼった月の、数え始めた日にあたる日の次の日"),
    Rule.NO_CORRESPONDING_DAY_BACK: _("さかのぼった月にあたる日がないので、次の月の初めの日"),
    Rule.CLEAR_DAYS: _("中の日数をまるごとあけるので、その前の日"),
    Rule.ROLLED_FORWARD: _("閉庁日なので、次の開庁日"),
    Rule.ROLLED_BACK: _("閉庁日なので、前の開庁日"),
    ClosedBecause.WEEKDAY: _("土曜日・日曜日で閉庁"),
    ClosedBecause.NATIONAL_HOLIDAY: _("祝日で閉庁"),
    ClosedBecause.YEARLY: _("毎年の閉庁日"),
    ClosedBecause.BY_NOTICE: _("告示による閉庁日"),
}


def step_in_words(rule_code: str) -> str:
    """What a step did. Every code of the calendar is worded; a test sees to it."""
    return str(STEPS[rule_code])
