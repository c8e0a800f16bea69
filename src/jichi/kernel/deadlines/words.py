"""The steps of a reckoning, days and lengths in words."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from jichi.kernel.calendar import ClosedBecause, Rule, Unit

from .rules.fixed import FIXED_DAY

STEPS = {
    FIXED_DAY: _("定められた日"),
    Rule.EVENT: _("起点となる日"),
    Rule.FIRST_DAY_NOT_COUNTED: _("初日は数えず、次の日から数えます"),
    Rule.FIRST_DAY_COUNTED: _("この日から数えます"),
    Rule.LAST_OF_THE_DAYS: _("日数を数え終わる日"),
    Rule.LAST_OF_THE_WEEKS: _("最後の週の、数え始めた曜日の前の日"),
    Rule.END_OF_CALENDAR: _("月や年の初めから数えるので、月や年の終わりの日"),
    Rule.DAY_BEFORE_CORRESPONDING: _("最後の月の、数え始めた日にあたる日の前の日"),
    Rule.NO_CORRESPONDING_DAY: _("最後の月にあたる日がないので、その月の終わりの日"),
    Rule.ELAPSED: _("期間が過ぎた次の日"),
    Rule.PAUSED: _("期限を止めた日（この日までは数えます）"),
    Rule.RESUMED: _("また動き始めた日（この日までは数えません）"),
    Rule.DAYS_NOT_COUNTED: _("数えない日数を足した日"),
    Rule.EXTENDED: _("期限を延ばすと決めた日"),
    Rule.COUNTED_ON: _("数え終わる日の次の日から、続けて数えます"),
    Rule.COUNTED_BACK_FROM: _("起点の日は数えず、前の日からさかのぼって数えます"),
    Rule.FIRST_OF_THE_DAYS: _("さかのぼって数え終わる日"),
    Rule.FIRST_OF_THE_WEEKS: _("さかのぼった週の、数え始めた曜日の次の日"),
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


def day_in_words(day: date) -> str:
    return date_format(day, "DATE_FORMAT")


def length_text(length: int, unit: Unit) -> str:
    """A length of time: ``30日``, ``2か月``."""
    words = {
        Unit.DAY: ngettext("%(n)s日", "%(n)s日", length),
        Unit.WEEK: ngettext("%(n)s週間", "%(n)s週間", length),
        Unit.MONTH: ngettext("%(n)sか月", "%(n)sか月", length),
        Unit.YEAR: ngettext("%(n)s年", "%(n)s年", length),
    }
    return words[unit] % {"n": length}
