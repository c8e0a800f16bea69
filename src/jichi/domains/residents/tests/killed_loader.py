"""Workers who are killed with -9 at every point of a load: looking at the files, writing, after the commit; and of an extract.

Usage: python -m jichi.domains.residents.tests.killed_loader LOAD EXTRACT FOUND FOLDER
LOAD and EXTRACT are the keys of jobs that wait. One process that forks its workers, so that the house is set up once. What the
register held after each kill is written to FOUND.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

from .killed_clerk import SECONDS, forked, kill_when

ENGINES = {"postgresql": "postgres", "sqlite": "sqlite"}
# Where a worker is stopped: the module, its function, and after which call of it.
LOADING = {
    "held": ("actions.bulk.{engine}", "hold", 1),
    "first_table": ("actions.bulk.{engine}", "fill", 1),
    "fourth_table": ("actions.bulk.{engine}", "fill", 4),
    "indices": ("actions.bulk.{engine}", "reckon", 1),
    "on_record": ("actions.load_residents", "kept", 1),
}


def stopped_after(where: str, name: str, call: int, reached: Path) -> Callable[[], None]:
    """A worker who comes as far as this call, says so, and goes no further."""

    def work() -> None:
        from importlib import import_module

        from django.db import connection

        from jichi.domains.residents.actions import load_residents

        load_residents.MANY = 1  # indices are taken away and made anew, as with a whole city
        module = import_module(f"jichi.domains.residents.{where.format(engine=ENGINES[connection.vendor])}")
        right, calls = getattr(module, name), 0

        def stopped(*told: Any, **named: Any) -> Any:
            nonlocal calls
            done = right(*told, **named)
            calls += 1
            if calls == call:
                reached.touch()
                time.sleep(10 * SECONDS)
            return done

        setattr(module, name, stopped)
        work_off()

    return work


def work_off() -> None:
    from jichi.kernel.tasks.worker import Worker

    Worker().work_off()


def lease_runs_out() -> None:
    """As if a day had gone by; and as if it were the first try, since no load is killed five times."""
    from datetime import timedelta

    from jichi.kernel.clock.reading import now
    from jichi.kernel.tasks.models import Hold
    from jichi.kernel.tasks.queue import take_back

    ago = now() - timedelta(days=1)
    Hold.objects.filter(until__isnull=False).update(until=ago, attempts=0)
    assert take_back(at=ago + timedelta(hours=1)) == 1


def killed(point: tuple[str, str, int], reached: Path) -> None:
    kill_when(forked(stopped_after(*point, reached)), reached.exists)
    lease_runs_out()


def whole() -> None:
    """A worker who is not killed does what the others left."""
    assert os.waitpid(forked(work_off), 0)[1] == 0


def traces() -> dict[str, Any]:
    """All that a load or an extract writes, and how the tables stand."""
    from django.db import connection

    from jichi.domains.residents.actions.bulk.tables import FILLED
    from jichi.domains.residents.models import Entry, Household, Movement, NameKey, Person, Transfer
    from jichi.kernel.ledger.models import Event

    with connection.cursor() as cursor:
        indices = sum(
            bool(each["index"] or each["foreign_key"])
            for table in FILLED.values()
            for each in connection.introspection.get_constraints(cursor, table).values()
        )
    rows = {
        model.__name__: model.objects.count()
        for model in (Person, Household, Movement, Entry, NameKey, Transfer)
    }
    return {**rows, "acts": Event.objects.filter(type="residents.register.kept").count(), "indices": indices}


def stand_of(key: str) -> list[str]:
    from jichi.domains.residents.queries.waiting_room import job_with

    job = job_with(key)
    return [job.stage, job.said, job.act]


def load(key: str, folder: Path) -> dict[str, Any]:
    from jichi.domains.residents.actions.work_off_transfer import load_files
    from jichi.domains.residents.queries.waiting_room import job_with

    found: dict[str, Any] = {"before": traces()}
    killed(("queries.stage_files", "make_ready", 1), folder / "checking")
    whole()
    found["checked"] = [*stand_of(key), traces()]
    job = job_with(key)
    job.stage = "asked"
    job.keep()
    load_files.enqueue(key=key)
    for name, point in LOADING.items():
        killed(point, folder / name)
        found[name] = [stand_of(key)[0], traces()]
    killed(("actions.work_off_transfer", "loaded", 1), folder / "committed")
    found["committed"] = [stand_of(key)[0], traces()]
    whole()
    found["done"] = [*stand_of(key), traces()]
    return found


def extract(key: str, folder: Path) -> dict[str, Any]:
    from jichi.domains.residents.actions.work_off_transfer import write_extract
    from jichi.domains.residents.queries.waiting_room import job_with

    write_extract.enqueue(key=key)
    killed(("actions.extract_residents", "written", 1), folder / "written")
    before = traces()
    killed(("actions.work_off_transfer", "extracted", 1), folder / "extracted")
    whole()
    return {"before": before, "done": [*stand_of(key), traces()], "there": job_with(key).result.exists()}


def main(loading: str, extracting: str, found: Path, folder: Path) -> None:
    told = {"load": load(loading, folder), "extract": extract(extracting, folder)}
    found.write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jichi.config.settings")
    django.setup()
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
