"""Work by the clock: every so often, or daily at a time of the city."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any, Protocol

from django.db import transaction
from django.db.models import Q
from django.utils.functional import Promise as StrPromise
from django_tasks.base import Task

from jichi.kernel.clock.reading import CITY_TIME

from .models import Schedule
from .task import ORDINARY, Policy, task

# A turn that was taken longer ahead than this was taken by a clock that was wrong; it is forgotten.
WRONG_CLOCK = timedelta(days=1)
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Timetable(Protocol):
    def last_due(self, at: datetime) -> datetime: ...


@dataclass(frozen=True, kw_only=True)
class Every:
    """Due whenever a whole number of periods has passed since 1970."""

    period: timedelta

    def last_due(self, at: datetime) -> datetime:
        """The last due moment that is not later than `at`."""
        return at - (at - NEVER) % self.period


@dataclass(frozen=True, kw_only=True)
class Daily:
    """Due once a day, at this time in the city."""

    time: time

    def last_due(self, at: datetime) -> datetime:
        """The last due moment that is not later than `at`."""
        day = at.astimezone(CITY_TIME).date()
        due = datetime.combine(day, self.time, CITY_TIME)
        return due if due <= at else datetime.combine(day - timedelta(days=1), self.time, CITY_TIME)


@dataclass(frozen=True, kw_only=True)
class Scheduled:
    timetable: Timetable
    work: Task[Any, None]


SCHEDULES: dict[str, Scheduled] = {}
Maker = Callable[[Callable[[], None]], Task[Any, None]]


def every(*, minutes: int, titled: StrPromise | None = None, policy: Policy = ORDINARY) -> Maker:
    """Run the function every so many minutes. Turns missed while no worker ran are made up for by one."""
    return scheduled(Every(period=timedelta(minutes=minutes)), policy, titled)


def daily(*, at: time, titled: StrPromise | None = None, policy: Policy = ORDINARY) -> Maker:
    """Run the function once a day at this time in the city; a missed day is made up for once."""
    return scheduled(Daily(time=at), policy, titled)


def scheduled(timetable: Timetable, policy: Policy, titled: StrPromise | None) -> Maker:
    def make(body: Callable[[], None]) -> Task[Any, None]:
        made = task(policy, titled=titled)(body)
        SCHEDULES[made.module_path] = Scheduled(timetable=timetable, work=made)
        return made

    return make


def tick(*, at: datetime) -> None:
    """Queue what has become due. However many workers call this, a turn is taken once."""
    taken = dict(Schedule.objects.filter(name__in=SCHEDULES).values_list("name", "last_due"))
    for name, each in SCHEDULES.items():
        due = each.timetable.last_due(at)
        if not due <= taken.get(name, NEVER) <= due + WRONG_CLOCK:
            take_turn(name, each, due)


def take_turn(name: str, each: Scheduled, due: datetime) -> None:
    with transaction.atomic():
        Schedule.objects.get_or_create(name=name, defaults={"last_due": NEVER})
        # The condition is part of the UPDATE: of two workers, one changes a row and the other none.
        not_taken = Q(last_due__lt=due) | Q(last_due__gt=due + WRONG_CLOCK)
        if Schedule.objects.filter(not_taken, name=name).update(last_due=due):
            each.work.enqueue()
