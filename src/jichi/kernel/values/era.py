"""和暦: the eras from 明治 to 令和, and the days on which one took over from the other.

The day of a change belongs wholly to the new era: the edict of 30 July 1912 renames "30 July and
after", that of 25 December 1926 likewise; 平成 and 令和 began by cabinet order at midnight.
明治 was given backwards to the whole of its first year, but until the end of 明治5年 its days were those
of the old lunisolar calendar, and its 9月8日 was 23 October 1868. We therefore name days only from
明治6年1月1日 = 1 January 1873 on, and refuse earlier ones rather than misname them.

Source: 一世一元の詔 (明治元年9月8日); 明治5年太政官布告第337号; 大正改元の詔書 (1912-07-30);
昭和改元の詔書 (1926-12-25); 昭和64年政令第1号; 平成31年政令第143号.
"""

from dataclasses import dataclass
from datetime import date


class NoEra(ValueError):
    """A day before 1 January 1873, which has no name in the calendar we use."""


@dataclass(frozen=True, kw_only=True)
class Era:
    """One 元号; ``last_day`` is None while it runs."""

    name: str
    letter: str
    sign: str
    first_year: int
    first_day: date
    last_day: date | None

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def number_of(self, year: int) -> int:
        """The year of the era: 1 for the first, without regard to where the era ends."""
        return year - self.first_year + 1


ERAS = (
    Era(
        name="明治",
        letter="M",
        sign="㍾",
        first_year=1868,
        first_day=date(1873, 1, 1),
        last_day=date(1912, 7, 29),
    ),
    Era(
        name="大正",
        letter="T",
        sign="㍽",
        first_year=1912,
        first_day=date(1912, 7, 30),
        last_day=date(1926, 12, 24),
    ),
    Era(
        name="昭和",
        letter="S",
        sign="㍼",
        first_year=1926,
        first_day=date(1926, 12, 25),
        last_day=date(1989, 1, 7),
    ),
    Era(
        name="平成",
        letter="H",
        sign="㍻",
        first_year=1989,
        first_day=date(1989, 1, 8),
        last_day=date(2019, 4, 30),
    ),
    Era(name="令和", letter="R", sign="㋿", first_year=2019, first_day=date(2019, 5, 1), last_day=None),
)


def era_of(day: date) -> Era:
    """The era in which a day lies.

    Raises: NoEra before 1873-01-01.
    """
    for era in ERAS:
        if day in era:
            return era
    raise NoEra(f"{day} is named in the old calendar; eras are given from 1873-01-01")


def format_era_day(day: date) -> str:
    """Write ``令和元年5月1日``.

    Raises: NoEra before 1873-01-01.
    """
    return f"{format_era_year(day)}{day.month}月{day.day}日"


def format_era_day_short(day: date) -> str:
    """Write ``R1.5.1``, for narrow columns.

    Raises: NoEra before 1873-01-01.
    """
    era = era_of(day)
    return f"{era.letter}{era.number_of(day.year)}.{day.month}.{day.day}"


def format_era_year(day: date) -> str:
    """Write the year in which a day lies, ``平成23年`` or ``令和元年``.

    Takes the day, since one calendar year may bear two names: 2019 was both 平成31年 and 令和元年.

    Raises: NoEra before 1873-01-01.
    """
    era = era_of(day)
    return f"{era.name}{year_in_words(era.number_of(day.year))}年"


def year_in_words(number: int) -> str:
    """``元`` for the first year of an era, digits for the others."""
    return "元" if number == 1 else str(number)
