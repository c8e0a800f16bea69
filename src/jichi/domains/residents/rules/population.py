"""Age groups of five years, and from how many people on a number of a small place may be shown. Pure."""

from datetime import date

from jichi.kernel.calendar.age import latest_birth
from jichi.kernel.law.book import LegalValue

SMALL_CELL = LegalValue("residents.smallest_published_cell", int, unit="count")
POPULATION_LAW = (SMALL_CELL,)
LAST_GROUP = 100


def group_names() -> tuple[str, ...]:
    return (*(f"{age}-{age + 4}" for age in range(0, LAST_GROUP, 5)), f"{LAST_GROUP}-")


def latest_births(on: date) -> list[tuple[int, date]]:
    """The age with which each group but the first begins, and the latest day of birth with it; the oldest first."""
    return [(age, latest_birth(age=age, on=on)) for age in range(LAST_GROUP, 0, -5)]
