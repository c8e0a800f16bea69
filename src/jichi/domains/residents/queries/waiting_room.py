"""Files that were handed in and wait to be looked at, or are being written: a folder each, readable by the city's processes only.

The state stands in a file of the folder and not in a table: while a load runs, it holds its tables, and SQLite altogether;
how far it is must be seen all the same. Only what was done stands in the register (`Transfer`).
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import now

from .stage_files import transfers_folder

KEPT_FOR = timedelta(days=1)
STATE = "state.json"


@dataclass
class Waiting:
    """One job. `stage`: asked, running, checked (waits for a yes), refused, done, failed. `subject`: register or seals."""

    key: str
    direction: str
    asked_by: int
    reason: str
    asked_at: str
    wards: list[str] = field(default_factory=list)
    encoding: str = "utf-8"
    stage: str = "asked"
    step: str = ""
    share: float = 0.0
    counts: dict[str, int] = field(default_factory=dict)
    ignored: dict[str, list[str]] = field(default_factory=dict)
    faults: int = 0
    said: str = ""
    act: str = ""
    subject: str = "register"

    @property
    def folder(self) -> Path:
        return transfers_folder() / f"job-{self.key}"

    @property
    def faults_file(self) -> Path:
        return self.folder / "faults.jsonl"

    @property
    def result(self) -> Path:
        return self.folder / "extract.zip"

    @property
    def extract(self) -> Path:
        """Where the files of an extract are written before they are one."""
        return self.folder / "extract"

    @property
    def moved_at(self) -> datetime:
        """When it last came a step further."""
        return datetime.fromtimestamp((self.folder / STATE).stat().st_mtime, tz=UTC)

    @property
    def is_moving(self) -> bool:
        return self.stage in ("asked", "running")

    @property
    def percent(self) -> int:
        return round(self.share * 100)

    def keep(self) -> None:
        """Whole or not at all: a page may read it at any moment."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        new = self.folder / f"{STATE}.{uuid4().hex}"
        new.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")
        new.replace(self.folder / STATE)

    def moved(self, step: str, share: float) -> None:
        if step != self.step or abs(share - self.share) >= 0.01:
            self.stage, self.step, self.share = "running", step, share
            self.keep()


def new_job(
    actor: Actor,
    *,
    direction: str,
    reason: str,
    wards: list[str],
    encoding: str = "utf-8",
    subject: str = "register",
) -> Waiting:
    job = Waiting(
        key=str(uuid4()),
        direction=direction,
        asked_by=actor.account_id or 0,
        reason=reason,
        asked_at=now().isoformat(),
        wards=wards,
        encoding=encoding,
        subject=subject,
    )
    job.keep()
    return job


def job_with(key: str | UUID) -> Waiting:
    """Raises: NotThere."""
    try:
        said = json.loads((transfers_folder() / f"job-{UUID(str(key))}" / STATE).read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise NotThere from fault
    return Waiting(**said)


def job_of(actor: Actor, key: str | UUID) -> Waiting:
    """Only whoever handed the files in sees what became of them.

    Raises: NotThere.
    """
    job = job_with(key)
    if job.asked_by != actor.account_id:
        raise NotThere
    return job


def jobs_of(actor: Actor) -> list[Waiting]:
    found = [job for job in jobs() if job.asked_by == actor.account_id]
    return sorted(found, key=lambda job: job.asked_at, reverse=True)


def jobs() -> Iterator[Waiting]:
    for folder in transfers_folder().glob("job-*"):
        if (folder / STATE).exists():
            yield job_with(folder.name.removeprefix("job-"))


def clear_old_jobs() -> None:
    """Files with personal data do not lie about: a day after they were handed in they are gone."""
    oldest = (now() - KEPT_FOR).isoformat()
    for job in list(jobs()):
        if job.asked_at < oldest:
            shutil.rmtree(job.folder, ignore_errors=True)
