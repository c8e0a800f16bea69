"""A PostgreSQL of our own for the checks, from Debian's binaries, gone when the block ends."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NoPostgres(Exception):
    """There are no server binaries here."""


@contextmanager
def postgres() -> Iterator[str]:
    """Start a throw-away server and give its DATABASE_URL."""
    folder = Path(tempfile.mkdtemp(prefix="jichi-postgres-"))
    try:
        with kept_postgres(folder, "fsync=off", "max_connections=200", stop="immediate") as url:
            yield url
    finally:
        shutil.rmtree(folder)


@contextmanager
def kept_postgres(folder: Path, *settings: str, stop: str = "fast") -> Iterator[str]:
    """A server over a folder whose data stay from one call to the next; `stop` is a shutdown mode of pg_ctl."""
    tools, port, data = binaries(), free_port(), folder / "data"
    folder.mkdir(exist_ok=True)
    as_owner = owner_prefix(folder)
    if not (data / "PG_VERSION").exists():
        run(
            [
                *as_owner,
                f"{tools}/initdb",
                "-D",
                data,
                *["-U", "jichi", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
            ]
        )
    chosen = " ".join(f"-c {each}" for each in ("listen_addresses=127.0.0.1", *settings))
    control = [*as_owner, f"{tools}/pg_ctl", "-D", data, "-w"]
    run([*control, "-l", folder / "log", "-o", f"-p {port} -k {folder} {chosen}", "start"])
    try:
        yield f"postgres://jichi@127.0.0.1:{port}/postgres"
    finally:
        run([*control, "-m", stop, "stop"])


def binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if not found:
        raise NoPostgres("The checks need PostgreSQL. On Debian: apt-get install postgresql")
    return found[-1].parent


def owner_prefix(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: then the system's postgres account owns the folder."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres", "postgres")
    return ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run(command: list[object]) -> None:
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)
