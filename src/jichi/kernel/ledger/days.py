"""The seals by day of the city: the last one of a day is what the bulletin prints."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from jichi.kernel.clock.reading import CITY_TIME, local_day

from .models import Checkpoint


@dataclass(frozen=True, kw_only=True)
class SealedDay:
    """What was sealed on a day: the events after `before` up to `last`."""

    day: date
    before: Checkpoint | None
    last: Checkpoint
    seals: int

    @property
    def start(self) -> int:
        return self.before.size if self.before else 0

    @property
    def events(self) -> int:
        return self.last.size - self.start


def bounds(day: date) -> tuple[datetime, datetime]:
    start = datetime.combine(day, time(), CITY_TIME)
    return start, start + timedelta(days=1)


def sealed_day(day: date) -> SealedDay | None:
    """None on a day without a seal."""
    start, end = bounds(day)
    seals = Checkpoint.objects.filter(at__gte=start, at__lt=end)
    last = seals.order_by("-size").first()
    if last is None:
        return None
    before = Checkpoint.objects.filter(at__lt=start).order_by("-size").first()
    return SealedDay(day=day, before=before, last=last, seals=seals.count())


def sealed_days() -> list[SealedDay]:
    """Every day with a seal, the newest first."""
    return list(days_from_the_first())[::-1]


def days_from_the_first() -> Iterator[SealedDay]:
    before = None
    rows = Checkpoint.objects.order_by("size").defer("note").iterator()
    for day, group in groupby(rows, key=lambda each: local_day(each.at)):
        seals = list(group)
        yield SealedDay(day=day, before=before, last=seals[-1], seals=len(seals))
        before = seals[-1]


def neighbours(day: SealedDay) -> tuple[date | None, date | None]:
    """The sealed days before and after."""
    after = Checkpoint.objects.filter(at__gte=bounds(day.day)[1]).order_by("size").first()
    return (local_day(day.before.at) if day.before else None), (local_day(after.at) if after else None)
