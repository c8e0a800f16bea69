"""Where certificates are fetched, and when these offices are open next."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import islice
from typing import TypeVar

from django.db.models import QuerySet

from jichi.kernel.deadlines.working_days import WORKING_DAYS
from jichi.kernel.law.book import LegalValue, NotInForce, NotKnown
from jichi.kernel.law.shelf import law
from jichi.kernel.places.models import Office, OfficeKind
from jichi.kernel.places.queries import offices, open_on

from ...rules import pickup
from ...rules.pickup import OpeningDay

T = TypeVar("T")
FAR = 60


def pickup_offices(on: date) -> QuerySet[Office]:
    """The offices of the right kinds that serve people on a day."""
    kinds = law.at(on, pickup.PICKUP_OFFICES).value
    return open_on(offices().filter(kind__in=kinds), on)


def next_openings(office: Office, after: date, *, count: int = 3) -> list[OpeningDay]:
    """The next days on which somebody can come."""
    return list(islice(openings(office, after), count))


def openings(office: Office, after: date) -> Iterator[OpeningDay]:
    for ahead in range(FAR):
        day = after + timedelta(days=ahead)
        if found := opening_on(office, day):
            yield found


def opening_on(office: Office, day: date) -> OpeningDay | None:
    """When an office is open on a day, or None. Hours of service corners are said only where somebody knows them."""
    closed = office.closed_on is not None and office.closed_on < day
    if closed:
        return None
    if office.kind == OfficeKind.SERVICE_CORNER:
        return hours(day, pickup.CORNER_OPENS, pickup.CORNER_CLOSES) if WORKING_DAYS.is_open(day) else None
    if WORKING_DAYS.is_open(day):
        return hours(day, pickup.WEEKDAY_OPENS, pickup.WEEKDAY_CLOSES)
    if office.kind == OfficeKind.WARD_OFFICE and opens_on_saturday(day):
        return hours(day, pickup.SATURDAY_OPENS, pickup.SATURDAY_CLOSES)
    return None


def opens_on_saturday(day: date) -> bool:
    weeks = known(day, pickup.SATURDAYS) or ()
    first = known(day, pickup.FIRST_OF_APRIL) or False
    return pickup.is_open_saturday(day, weeks=weeks, first_of_april=first) and not is_holiday(day)


def is_holiday(day: date) -> bool:
    """Whether the Saturday is closed for another reason than being one."""
    why = WORKING_DAYS.why(day)
    return why is not None and why.reason != "closed.weekday"


def hours(day: date, opens: LegalValue[time], closes: LegalValue[time]) -> OpeningDay:
    return OpeningDay(day=day, opens=known(day, opens), closes=known(day, closes))


def known(day: date, key: LegalValue[T]) -> T | None:
    """The value of a day, or None where nobody knows it yet."""
    try:
        return law.at(day, key).value
    except (NotInForce, NotKnown):
        return None
