"""The life of a job, from waiting to done or parked."""

from datetime import datetime, timedelta

import pytest
from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from jichi.kernel.clock.reading import now
from jichi.kernel.tasks.models import Hold
from jichi.kernel.tasks.queue import claim, enqueue_all, take_back
from jichi.kernel.tasks.tests.bodies import count, count_and_fail, effects, fail_with, speak_outside
from jichi.kernel.tasks.worker import Worker, attempt

pytestmark = pytest.mark.django_db
A_DAY = timedelta(days=1)


def the_job() -> DBTaskResult:
    return DBTaskResult.objects.get()


def claimed(*, at: datetime, worker: str = "one") -> Hold:
    hold = claim(worker=worker, at=at)
    assert hold is not None
    return hold


def test_a_job_is_queued_only_with_the_transaction_that_queues_it() -> None:
    with transaction.atomic():
        count.enqueue()
        transaction.set_rollback(True)

    assert not DBTaskResult.objects.exists()


def test_many_jobs_are_queued_by_one_statement_and_each_is_done(django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        enqueue_all(count, [{}, {}, {}])
    enqueue_all(count.using(run_after=now() + A_DAY), [{}])

    Worker().work_off()
    assert effects("count") == 3


def test_a_claimed_job_is_not_given_to_a_second_worker() -> None:
    count.enqueue()

    assert claimed(at=now()).worker == "one"
    assert claim(worker="two", at=now()) is None


def test_a_finished_job_is_done_and_nobody_holds_it() -> None:
    count.enqueue()
    attempt(claimed(at=now()))

    assert the_job().status == TaskResultStatus.SUCCESSFUL
    assert (the_job().hold.worker, the_job().hold.until) == ("", None)
    assert effects() == 1


def test_a_failed_attempt_leaves_no_effect_and_waits_before_the_next() -> None:
    count_and_fail.enqueue()
    start = now()
    attempt(claimed(at=start))

    assert effects() == 0
    assert claim(worker="one", at=start + timedelta(seconds=50)) is None
    assert claimed(at=start + timedelta(seconds=90)).attempts == 2


def test_after_its_last_attempt_a_job_is_parked_with_the_reason() -> None:
    count_and_fail.enqueue()
    for day in range(3):
        attempt(claimed(at=now() + day * A_DAY))

    assert the_job().status == TaskResultStatus.FAILED
    assert the_job().hold.reason == "ValueError: the line is bad"
    assert claim(worker="one", at=now() + 9 * A_DAY) is None


def test_a_job_whose_function_is_gone_is_parked_not_lost() -> None:
    count.enqueue()
    DBTaskResult.objects.update(task_path="jichi.kernel.tasks.tests.bodies.gone")
    for day in range(6):
        attempt(claimed(at=now() + day * A_DAY))

    assert the_job().status == TaskResultStatus.FAILED
    assert "gone" in the_job().hold.reason


def test_a_job_is_taken_back_when_its_lease_has_run_out_and_not_before() -> None:
    count.enqueue()
    start = now()
    claimed(at=start)

    assert take_back(at=start + timedelta(seconds=60)) == 0
    assert take_back(at=start + timedelta(seconds=61)) == 1
    assert the_job().status == TaskResultStatus.READY
    assert claimed(at=start + A_DAY, worker="two").attempts == 2


def test_a_job_that_kills_every_worker_is_parked_in_the_end() -> None:
    count.enqueue()
    for day in range(3):
        claimed(at=now() + day * A_DAY)
        take_back(at=now() + day * A_DAY + timedelta(minutes=2))

    assert the_job().status == TaskResultStatus.FAILED
    assert "gone before it had finished" in the_job().hold.reason


@pytest.mark.parametrize("work", [count, speak_outside])
def test_a_worker_that_lost_its_hold_does_not_finish_the_job_of_the_other(work) -> None:
    work.enqueue()
    late = claimed(at=now() - A_DAY)
    take_back(at=now())
    other = claimed(at=now() + A_DAY, worker="two")
    attempt(late)

    assert the_job().status == TaskResultStatus.RUNNING
    assert the_job().hold.worker == other.worker


def test_what_a_worker_without_its_hold_did_in_the_database_is_not_done() -> None:
    count.enqueue()
    late = claimed(at=now() - A_DAY)
    take_back(at=now())
    attempt(late)

    assert effects() == 0


def test_a_worker_that_lost_its_hold_does_not_even_begin_to_speak_outside() -> None:
    speak_outside.enqueue()
    late = claimed(at=now() - A_DAY)
    take_back(at=now())
    attempt(late)

    assert effects() == 0


@pytest.mark.parametrize("path", ["leave_effect", "EFFECT", "IMPATIENT"])
def test_a_job_whose_name_is_no_work_any_more_is_parked_and_stops_nobody(path: str) -> None:
    count.enqueue()
    DBTaskResult.objects.update(task_path=f"jichi.kernel.tasks.tests.bodies.{path}")
    count_and_fail.enqueue()
    for day in range(6):
        while (hold := claim(worker="one", at=now() + day * A_DAY)) is not None:
            attempt(hold)

    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {TaskResultStatus.FAILED}
    assert "does not point to a Task" in DBTaskResult.objects.get(task_path__endswith=path).hold.reason


@pytest.mark.parametrize("said", [r"a\x00b", r"caf\udce9", "長" * 2000])
def test_a_failure_that_no_database_can_write_down_is_written_down_as_far_as_it_goes(
    said: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A worker that died of the words of an error would take the city down with it."""
    caplog.set_level("CRITICAL")  # Else the report of this test holds what cannot be written down.
    fail_with.enqueue(said=said)
    for day in range(3):
        attempt(claimed(at=now() + day * A_DAY))

    assert the_job().status == TaskResultStatus.FAILED
    assert the_job().hold.reason.startswith("ValueError: ")


def test_work_outside_the_database_is_marked_as_done_after_it() -> None:
    speak_outside.enqueue()
    attempt(claimed(at=now()))

    assert effects() == 1
    assert the_job().status == TaskResultStatus.SUCCESSFUL


def test_a_worker_does_all_that_waits_and_then_ends() -> None:
    for _ in range(3):
        count.enqueue()

    Worker().work_off()

    assert effects() == 3
    assert not DBTaskResult.objects.exclude(status=TaskResultStatus.SUCCESSFUL).exists()


def test_the_administrator_reads_the_first_line_of_a_failure_and_no_values_of_a_row() -> None:
    fail_with.enqueue(said="duplicate key value\nDETAIL:  Key (name)=(made-up) already exists.")
    attempt(claimed(at=now()))

    assert the_job().hold.reason == "ValueError: duplicate key value"
