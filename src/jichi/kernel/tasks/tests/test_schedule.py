"""A turn is taken once, however many workers look at the clock."""

from datetime import UTC, datetime, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from jichi.kernel.tasks.models import Schedule
from jichi.kernel.tasks.schedule import NEVER, SCHEDULES, take_turn, tick
from jichi.kernel.tasks.tasks import forget_finished_jobs

pytestmark = pytest.mark.django_db
NAME = forget_finished_jobs.module_path
NOON = datetime(2012, 7, 9, 3, tzinfo=UTC)
A_DAY = timedelta(days=1)


def queued() -> int:
    return DBTaskResult.objects.filter(task_path=NAME).count()


def test_due_work_is_queued_once() -> None:
    tick(at=NOON)
    tick(at=NOON)

    assert queued() == 1


def test_the_next_day_is_another_turn() -> None:
    tick(at=NOON)
    tick(at=NOON + A_DAY)

    assert queued() == 2


def test_days_on_which_no_worker_ran_are_made_up_for_by_one_turn() -> None:
    tick(at=NOON)
    tick(at=NOON + 4 * A_DAY)

    assert queued() == 2


def test_of_two_workers_that_both_saw_the_turn_open_one_takes_it() -> None:
    scheduled = SCHEDULES[NAME]
    due = scheduled.timetable.last_due(NOON)

    take_turn(NAME, scheduled, due)
    take_turn(NAME, scheduled, due)

    assert queued() == 1


def test_a_worker_whose_clock_is_behind_does_not_turn_the_schedule_back() -> None:
    tick(at=NOON)
    tick(at=NOON - A_DAY)

    assert queued() == 1
    assert Schedule.objects.get(pk=NAME).last_due > NEVER


def test_a_clock_that_stood_years_ahead_for_a_moment_does_not_stop_the_schedule_for_years() -> None:
    tick(at=NOON + 30 * 365 * A_DAY)
    tick(at=NOON)
    tick(at=NOON)

    assert queued() == 2
    assert Schedule.objects.get(pk=NAME).last_due < NOON
