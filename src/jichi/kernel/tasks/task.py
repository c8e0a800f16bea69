"""Declare background work."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import Any

from django.utils.functional import Promise as StrPromise
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
TITLES: dict[str, StrPromise] = {}


def task(
    policy: Policy = ORDINARY, *, titled: StrPromise | None = None
) -> Callable[[Callable[..., None]], Task[Any, None]]:
    """Make a function of a module background work; `body.enqueue(...)` queues it in the running transaction.

    Arguments are plain JSON values, given by name. `titled` is what the administrator reads.

    Example:
        @task(titled=_("計画の木をつくり直す"))
        def rebuild_tree(*, edition: str) -> None: ...

        rebuild_tree.enqueue(edition="2011-7")
    """

    def make(body: Callable[..., None]) -> Task[Any, None]:
        @wraps(body)
        def run(**named: Any) -> None:
            body(**named)

        run.policy = policy  # type: ignore[attr-defined]
        made = queued()(run)
        if titled is not None:
            TITLES[made.module_path] = titled
        return made

    return make


def title_of(path: str) -> str:
    """What a task is called, by its module path; work that was declared elsewhere goes by its own name."""
    return str(TITLES.get(path, path.rpartition(".")[2]))


def policy_of(work: Any) -> Policy:
    """The policy of a task; work that was declared elsewhere has the ordinary one."""
    return getattr(work.func, "policy", ORDINARY)
