"""Days and years read from 和暦: ``令和元年5月1日``, ``平成二十三年四月一日``, ``R1.5.1``, ``平23``."""

import re
from datetime import date

from .era import ERAS, Era, format_era_day, format_era_year
from .kanji_numbers import KANJI_NUMBER, parse_number
from .unreadable import Unreadable
from .width import narrow

_NAMES = {
    spelling: era
    for era in ERAS
    for spelling in (era.name, era.name[0], era.sign, era.letter, era.letter.lower())
}
_N = f"(?:[0-9]+|{KANJI_NUMBER})"
ERA_AND_NUMBER = f"(?P<era>{'|'.join(sorted(_NAMES, key=len, reverse=True))})(?P<number>元|{_N})"
"""An era in any of its spellings and the number of its year, for the readers of this room."""

_YEAR = re.compile(f"{ERA_AND_NUMBER}年?")
_DAY_IN_WORDS = re.compile(f"{ERA_AND_NUMBER}年(?P<month>{_N})月(?P<day>{_N})日")
_DAY_WITH_POINTS = re.compile(rf"{ERA_AND_NUMBER}(?P<point>[./・-])(?P<month>{_N})(?P=point)(?P<day>{_N})")


class OutsideEra(Unreadable):
    """A day or year that its era did not have, such as 昭和65年.

    Codes: ``era.before_start``, ``era.after_end``, ``era.old_calendar`` (明治 before its sixth year).
    ``instead`` is the right name of that day or year; empty when it has none.
    """

    def __init__(self, code: str, text: str, reason: str, *, instead: str) -> None:
        super().__init__(code, text, reason)
        self.instead = instead


def parse_era_day(text: str, *, overrun: bool = False) -> date:
    """Read a day; ``overrun`` also reads 平成32年3月31日 as 2020-03-31.

    A paper written before the change of era is valid with the old name for later days
    (改元に伴う元号による年表示の取扱いについて, 2019-04-01, 2(1)): allow it when importing one.

    Raises: Unreadable (``era.form``, ``era.no_such_day``); OutsideEra.
    """
    plain = "".join(narrow(text).split())
    found = _DAY_IN_WORDS.fullmatch(plain) or _DAY_WITH_POINTS.fullmatch(plain)
    if not found:
        raise Unreadable("era.form", text, "not a day such as 令和元年5月1日 or R1.5.1")
    era, year = _NAMES[found["era"]], _calendar_year(found, original=text)
    try:
        day = date(year, parse_number(found["month"]), parse_number(found["day"]))
    except ValueError as fault:
        raise Unreadable("era.no_such_day", text, "there is no such day in the calendar") from fault
    _refuse_day_outside(era, day, original=text, overrun=overrun)
    return day


def parse_era_year(text: str, *, overrun: bool = False) -> int:
    """Read ``平成23年``, ``令和元年`` or ``H23`` as the calendar year, 2011.

    Raises: Unreadable (``era.form``); OutsideEra.
    """
    found = _YEAR.fullmatch("".join(narrow(text).split()))
    if not found:
        raise Unreadable("era.form", text, "not a year such as 平成23年")
    return year_of(found, original=text, overrun=overrun)


def year_of(found: re.Match[str], *, original: str, overrun: bool) -> int:
    """The calendar year of a match of ``ERA_AND_NUMBER``.

    Raises: Unreadable (``era.form``); OutsideEra.
    """
    era, year = _NAMES[found["era"]], _calendar_year(found, original=original)
    if era.last_day and year > era.last_day.year and not overrun:
        raise _after_end(era, original, instead=format_era_year(date(year, 12, 31)))
    return year


def _calendar_year(found: re.Match[str], *, original: str) -> int:
    number = 1 if found["number"] == "元" else parse_number(found["number"])
    year = _NAMES[found["era"]].first_year + number - 1
    if number < 1 or year > date.max.year:
        raise Unreadable("era.form", original, "years of an era count from 1 (元年)")
    return year


def _refuse_day_outside(era: Era, day: date, *, original: str, overrun: bool) -> None:
    if day < ERAS[0].first_day:
        reason = "before 明治6年 days were counted by the old calendar"
        raise OutsideEra("era.old_calendar", original, reason, instead="")
    if day < era.first_day:
        reason = f"{era.name} began on {era.first_day}"
        raise OutsideEra("era.before_start", original, reason, instead=format_era_day(day))
    if day not in era and not overrun:
        raise _after_end(era, original, instead=format_era_day(day))


def _after_end(era: Era, original: str, *, instead: str) -> OutsideEra:
    return OutsideEra("era.after_end", original, f"{era.name} ended on {era.last_day}", instead=instead)
