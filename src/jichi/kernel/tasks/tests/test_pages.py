"""Who sees background work, and what the page says."""

import pytest
from django.test import Client
from django.urls import reverse
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.tasks.models import Hold
from jichi.kernel.tasks.schedule import SCHEDULES
from jichi.kernel.tasks.task import TITLES
from jichi.kernel.tasks.tests.bodies import count_and_fail
from jichi.kernel.tasks.worker import Worker

HOME = "/administration/tasks/"


@pytest.fixture
def parked(town: Town) -> DBTaskResult:
    count_and_fail.enqueue()
    job = DBTaskResult.objects.get()
    Hold.objects.create(job=job, attempts=2)
    Worker().work_off()
    return job


def signed_in(town: Town, role: Role | None) -> Client:
    return town.browser(town.staff(role)) if role else town.browser()


@pytest.mark.parametrize(
    ("role", "status"), [(Role.ADMINISTRATOR, 200), (Role.SECTION_CHIEF, 404), (None, 404)]
)
def test_background_work_is_for_administrators_only(town: Town, role: Role | None, status: int) -> None:
    assert signed_in(town, role).get(HOME).status_code == status


def test_a_parked_job_is_shown_with_its_reason(town: Town, parked: DBTaskResult) -> None:
    page = signed_in(town, Role.ADMINISTRATOR).get(HOME).content.decode()

    assert "数えてから失敗する" in page
    assert "count_and_fail" not in page
    assert "ValueError: the line is bad" in page
    assert reverse("tasks:retry", args=[parked.pk]) in page


def test_every_scheduled_work_has_a_title_for_the_administrator(town: Town) -> None:
    page = signed_in(town, Role.ADMINISTRATOR).get(HOME).content.decode()

    assert "過ぎた期限を記録する" in page
    assert not [name for name in SCHEDULES if name not in TITLES and ".tests." not in name]


def test_an_administrator_retries_from_the_page(town: Town, parked: DBTaskResult) -> None:
    page = signed_in(town, Role.ADMINISTRATOR).post(reverse("tasks:retry", args=[parked.pk]), follow=True)

    assert "もう一度実行するようにしました。" in page.content.decode()
    parked.refresh_from_db()
    assert parked.status == TaskResultStatus.READY


def test_a_retry_by_somebody_else_finds_nothing(town: Town, parked: DBTaskResult) -> None:
    answer = signed_in(town, Role.SECTION_CHIEF).post(reverse("tasks:retry", args=[parked.pk]))

    assert answer.status_code == 404


def test_the_page_names_work_that_is_none_any_more(town: Town, parked: DBTaskResult) -> None:
    DBTaskResult.objects.update(task_path="jichi.kernel.tasks.tests.bodies.leave_effect")
    answer = signed_in(town, Role.ADMINISTRATOR).get(HOME)

    assert answer.status_code == 200
    assert "leave_effect" in answer.content.decode()
