"""A record of a million events: seal, export, verify. Usage: python -m bench.ledger_seal [SQLite|PostgreSQL] [events]

The events lie in 10,000 streams and are written in bulk, as `append` would write them. The verifier runs as an outsider
runs it: one file, an export, a key; its memory is the most that the system saw of the process.
"""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from .city import DATABASES, ROOT, City, city

EVENTS = 1_000_000
STREAMS = 10_000
MEBIBYTE = 1024


def lines(databases: tuple[str, ...] = DATABASES, events: int = EVENTS) -> list[str]:
    return [of(database, events) for database in databases]


def of(database: str, events: int) -> str:
    with city(database) as here:
        here.jichi("manage", "migrate", "--verbosity=0")
        step(here, "write", str(events))
        seal, export = step(here, "seal"), step(here, "export")
        key = (here.folder / "key").read_text()
        size = (here.folder / "record.jsonl").stat().st_size
        verifier = ROOT / "src/jichi/kernel/ledger/verifier.py"
        command = [sys.executable, str(verifier), str(here.folder / "record.jsonl"), "--key", key]
        verify = timed(command, here)
    return f"{database}, {events:,} events: seal {seal}; export of {size / 2**20:,.0f} MiB {export}; verify {verify}"


@dataclass(frozen=True, kw_only=True)
class Used:
    """What a process took, its start included: seconds on the clock, seconds of one core, the most memory."""

    clock: float
    core: float
    mebibytes: float

    def __str__(self) -> str:
        return f"{self.clock:.1f} s ({self.core:.1f} s of one core, at most {self.mebibytes:.0f} MiB)"


def step(here: City, *words: str) -> Used:
    return timed([sys.executable, "-m", "bench.ledger_seal", "--step", str(here.folder), *words], here)


def timed(command: list[str], here: City) -> Used:
    start = time.perf_counter()
    process = subprocess.Popen(command, env=here.environment, stdout=subprocess.DEVNULL)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Used(
        clock=time.perf_counter() - start,
        core=used.ru_utime + used.ru_stime,
        mebibytes=used.ru_maxrss / MEBIBYTE,
    )


def take(folder: Path, what: str, *words: str) -> None:
    import django

    django.setup()
    from jichi.kernel.ledger.actions.seal_record import seal_if_needed
    from jichi.kernel.ledger.export import whole
    from jichi.kernel.ledger.models import Key

    from .ledger_rooms import write_many

    if what == "write":
        write_many(int(words[0]), streams=min(STREAMS, int(words[0])))
    elif what == "seal":
        seal_if_needed()
        (folder / "key").write_text(Key.objects.get().text)
    else:
        with (folder / "record.jsonl").open("wb") as file:
            file.writelines(whole())


if __name__ == "__main__":
    if sys.argv[1:2] == ["--step"]:
        take(Path(sys.argv[2]), *sys.argv[3:])
    else:
        asked = [word for word in sys.argv[1:] if not word.isdigit()]
        count = next((int(word) for word in sys.argv[1:] if word.isdigit()), EVENTS)
        print("\n".join(lines(tuple(asked) or DATABASES, count)))
