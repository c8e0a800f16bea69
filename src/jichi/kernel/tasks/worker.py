"""The worker: takes jobs one after the other until it is told to stop."""

import logging
import os
import secrets
import socket
from dataclasses import dataclass, field
from threading import Event

from django.db import InterfaceError, OperationalError, close_old_connections, transaction

from jichi.kernel.clock.reading import now

from .models import Hold
from .queue import LostHold, claim, finish, keep, policy_for, put_back, take_back
from .schedule import tick

log = logging.getLogger(__name__)
PAUSE = 1.0


@dataclass(kw_only=True)
class Worker:
    """One process at work; its name is unique, so that a hold shows whose it is."""

    name: str = field(
        default_factory=lambda: f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"[-100:]
    )
    stopping: Event = field(default_factory=Event)

    def work(self) -> None:
        """Work until told to stop. A database that is away for a while is waited for."""
        while not self.stopping.is_set():
            close_old_connections()
            try:
                worked = self.turn()
            except (OperationalError, InterfaceError):
                log.exception("The database did not answer; trying again.")
                worked = False
            if not worked:
                self.stopping.wait(PAUSE)

    def work_off(self) -> int:
        """Do everything that waits now; the number of jobs tried."""
        done = 0
        while not self.stopping.is_set() and self.turn():
            done += 1
        return done

    def turn(self) -> bool:
        """Queue what is due, take back what was lost, do one job; False when there was none."""
        at = now()
        tick(at=at)
        take_back(at=at)
        hold = claim(worker=self.name, at=at)
        if hold is None:
            return False
        attempt(hold)
        return True


def attempt(hold: Hold) -> None:
    """Try the job once. A failure is written down with the job, never raised."""
    try:
        do(hold)
    except LostHold:
        log.warning("Job %s was taken over by another worker.", hold.job_id)
    except Exception as failure:
        # The one place that catches everything: whatever a body raises, its job is put back or parked.
        log.warning("Job %s failed.", hold.job_id, exc_info=failure)
        give_up(hold, reason_of(failure))


def do(hold: Hold) -> None:
    if policy_for(hold.job).in_transaction:
        with transaction.atomic():
            keep(hold)
            call(hold)
            finish(hold, at=now())
        return
    with transaction.atomic():
        keep(hold)  # only to see that it is still ours: what is said outside cannot be taken back
    call(hold)
    with transaction.atomic():
        keep(hold)
        finish(hold, at=now())


def call(hold: Hold) -> None:
    given = hold.job.args_kwargs
    hold.job.task.call(*given["args"], **given["kwargs"])


def reason_of(failure: Exception) -> str:
    """What the administrator reads: the first line only. PostgreSQL's others show the row with its values."""
    said = str(failure).partition("\n")[0]
    return f"{type(failure).__name__}: {said}"


def give_up(hold: Hold, reason: str) -> None:
    try:
        with transaction.atomic():
            keep(hold)
            put_back(hold, reason=reason, at=now())
    except LostHold:
        log.warning("Job %s was taken over by another worker.", hold.job_id)
