"""The state of background work."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.actions.refusal import NotThere

from .models import Hold, Schedule
from .permissions import May
from .schedule import NEVER, SCHEDULES
from .task import title_of

MOST_SHOWN = 200


@dataclass(frozen=True, kw_only=True)
class Turn:
    """A schedule and when it last came due; None before the first time."""

    title: str
    last_due: datetime | None


@dataclass(frozen=True, kw_only=True)
class Overview:
    """How many jobs wait, run and are parked, with the parked ones and the running ones themselves."""

    waiting: int
    running: list[Hold]
    parked: list[Hold]
    done: int
    schedules: list[Turn]

    @property
    def figures(self) -> list[dict[str, Any]]:
        """The counts as the page kit draws them."""
        return [
            {"label": label, "value": value, "unit": _("件")}
            for label, value in (
                (_("待っている"), self.waiting),
                (_("動いている"), len(self.running)),
                (_("止まった"), len(self.parked)),
                (_("終わった（30日以内）"), self.done),
            )
        ]


def overview(actor: Actor) -> Overview:
    """The state of background work.

    Raises: NotThere for who may not see it.
    """
    gate(actor)
    counted = dict(DBTaskResult.objects.order_by().values_list("status").annotate(number=Count("pk")))
    return Overview(
        waiting=counted.get(TaskResultStatus.READY, 0),
        running=holds(TaskResultStatus.RUNNING),
        parked=holds(TaskResultStatus.FAILED),
        done=counted.get(TaskResultStatus.SUCCESSFUL, 0),
        schedules=turns(),
    )


def holds(status: TaskResultStatus) -> list[Hold]:
    rows = Hold.objects.filter(job__status=status).select_related("job").order_by("-job__started_at")
    return list(rows[:MOST_SHOWN])


def turns() -> list[Turn]:
    taken = dict(Schedule.objects.values_list("name", "last_due"))
    return [
        Turn(title=title_of(name), last_due=none_if_never(taken.get(name, NEVER)))
        for name in sorted(SCHEDULES)
    ]


def none_if_never(moment: datetime) -> datetime | None:
    return None if moment == NEVER else moment


def job_for(actor: Actor, job: UUID) -> DBTaskResult:
    """A job by its number.

    Raises: NotThere.
    """
    gate(actor)
    try:
        return DBTaskResult.objects.get(pk=job)
    except DBTaskResult.DoesNotExist as unknown:
        raise NotThere from unknown


def gate(actor: Actor) -> None:
    if not may(actor, May.SEE_TASKS):
        raise NotThere
