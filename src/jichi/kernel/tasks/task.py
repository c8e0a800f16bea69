"""Declare background work."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import Any

from django_tasks import task as queued
from django_tasks.base import Task

LONGEST_WAIT = timedelta(hours=6)


@dataclass(frozen=True, kw_only=True)
class Policy:
    """How a job is run and how often it is tried.

    `in_transaction`: the body and the mark "done" are one transaction. Only bodies that touch nothing
    but the database can be done exactly once; a body that speaks to the outside world says False,
    keeps its own account of what was sent, and ends within `lease`.
    """

    in_transaction: bool = True
    attempts: int = 6
    wait: timedelta = timedelta(seconds=10)
    lease: timedelta = timedelta(minutes=1)

    def wait_after(self, attempt: int) -> timedelta | None:
        """How long to wait after a failed attempt (counted from 1); None when it was the last."""
        if attempt >= self.attempts:
            return None
        return min(self.wait * 2 ** (attempt - 1), LONGEST_WAIT)


ORDINARY = Policy()


def task(policy: Policy = ORDINARY) -> Callable[[Callable[..., None]], Task[Any, None]]:
    """Make a function of a module background work; `body.enqueue(...)` queues it in the running transaction.

    Arguments are plain JSON values, given by name.

    Example:
        @task()
        def rebuild_tree(*, edition: str) -> None: ...

        rebuild_tree.enqueue(edition="2011-7")
    """

    def make(body: Callable[..., None]) -> Task[Any, None]:
        @wraps(body)
        def run(**named: Any) -> None:
            body(**named)

        run.policy = policy  # type: ignore[attr-defined]
        return queued()(run)

    return make


def policy_of(work: Any) -> Policy:
    """The policy of a task; work that was declared elsewhere has the ordinary one."""
    return getattr(work.func, "policy", ORDINARY)
