"""Age in law: a year older with the end of the day before the birthday.

Law: 年齢計算ニ関する法律 (明治35年法律第50号): counted from the day of birth itself, by 民法第143条.
So whoever is born on 21 July is 18 already on an election day of 20 July, and whoever is born on
29 February grows older on the 28th in every year. A provision that goes by the birthday itself says
so, and is not for these functions.
"""

from datetime import date, timedelta

from .civil_code import Unit
from .periods import Period
from .reckoning import AGE_ACT_1, Reckoning

_DAY = timedelta(days=1)


def age_reached(*, born: date, age: int) -> Reckoning:
    """The day with whose end a person reaches an age; law treats it as reached on that day.

    Raises: ValueError for an age below 1.
    """
    return _years(age).last_day(born)


def age_on(*, born: date, on: date) -> int:
    """The age a person has in law on a day.

    Raises: ValueError when ``on`` is before the birth.
    """
    if on < born:
        raise ValueError(f"nobody born on {born} has an age on {on}")
    morrow = on + _DAY
    birthday_is_to_come = (morrow.month, morrow.day) < (born.month, born.day)
    return morrow.year - born.year - birthday_is_to_come


def latest_birth(*, age: int, on: date) -> date:
    """The latest day of birth with which a person has an age on a day: born on or before it.

    Raises: ValueError for an age below 1.
    """
    return _years(age).latest_start(on=on)


def _years(age: int) -> Period:
    return Period(length=age, unit=Unit.YEAR, first_day_counts=True, basis=AGE_ACT_1)
