"""The units a legal value may have, and how each is read from TOML."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction
from typing import NamedTuple

from jichi.kernel.values.fault import gettext_noop as _
from jichi.kernel.values.ratio import parse_ratio

WEEKDAYS_BY_NAME = tuple("月火水木金土日")
LEAP_YEAR = 2000
_MONTH_DAY = re.compile(r"([0-9]{2})-([0-9]{2})")


class MonthDay(NamedTuple):
    """A day of every year; 29 February is one, and exists in leap years only."""

    month: int
    day: int


@dataclass(frozen=True)
class Unit:
    """`type` is what code receives; `written` tells the person who fills the file how to write it."""

    code: str
    type: type
    name: str
    name_en: str
    written: str
    read: Callable[[object], object]


def _whole(raw: object) -> int:
    # TOML's true is an int to Python.
    if type(raw) is not int or raw < 0:
        raise ValueError
    return raw


def _ratio(raw: object) -> Fraction:
    if not isinstance(raw, str):
        raise ValueError
    return parse_ratio(raw)


def _exactly(kind: type) -> Callable[[object], object]:
    def read(raw: object) -> object:
        if type(raw) is not kind:
            raise ValueError
        return raw

    return read


def _text(raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise ValueError
    return raw


def _texts(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list) or not raw or len(set(map(str, raw))) != len(raw):
        raise ValueError
    return tuple(_text(one) for one in raw)


def _time(raw: object) -> time:
    if type(raw) is not time or raw.second or raw.microsecond:
        raise ValueError
    return raw


def _month_day(raw: object) -> MonthDay:
    found = _MONTH_DAY.fullmatch(_text(raw))
    if not found:
        raise ValueError
    day = date(LEAP_YEAR, int(found[1]), int(found[2]))
    return MonthDay(day.month, day.day)


def _weekdays(raw: object) -> frozenset[int]:
    """Monday is 0, as `date.weekday()` counts."""
    return frozenset(WEEKDAYS_BY_NAME.index(name) for name in _texts(raw))


_WHOLE = _("0以上の整数（例：60）")
_MONTH_AND_DAY = _('月日の文字列（例："12-29"）')
UNITS: dict[str, Unit] = {
    unit.code: unit
    for unit in (
        Unit("ratio", Fraction, _("割合"), "share", _('分数の文字列（例："1/10"）'), _ratio),
        Unit("days", int, _("日"), "days", _WHOLE, _whole),
        Unit("months", int, _("か月"), "months", _WHOLE, _whole),
        Unit("years", int, _("年"), "years", _WHOLE, _whole),
        Unit("age", int, _("歳"), "years of age", _WHOLE, _whole),
        Unit("count", int, _("数"), "count", _WHOLE, _whole),
        Unit("millimetres", int, _("ミリメートル"), "millimetres", _WHOLE, _whole),
        Unit("yen", int, _("円"), "yen", _WHOLE, _whole),
        Unit("flag", bool, _("はい・いいえ"), "yes or no", _("true か false"), _exactly(bool)),
        Unit("date", date, _("年月日"), "date", _("年月日（例：2009-04-01）"), _exactly(date)),
        Unit("time", time, _("時刻"), "time of day", _("時刻（例：08:30:00）"), _time),
        Unit("month_day", MonthDay, _("月日"), "day of the year", _MONTH_AND_DAY, _month_day),
        Unit("weekdays", frozenset, _("曜日"), "weekdays", _('曜日の並び（例：["土", "日"]）'), _weekdays),
        Unit("text", str, _("文字"), "text", _("空でない文字列"), _text),
        Unit("choice", str, _("選択"), "one of a list", _("choices に挙げた記号の一つ"), _text),
        Unit("choices", tuple, _("選択（複数）"), "some of a list", _("choices に挙げた記号の並び"), _texts),
    )
}
