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
    tools = binaries()
    folder = Path(tempfile.mkdtemp(prefix="jichi-postgres-"))
    port = free_port()
    as_owner = owner_prefix(folder)
    data = folder / "data"
    run(
        [
            *as_owner,
            f"{tools}/initdb",
            "-D",
            data,
            "-U",
            "jichi",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        ]
    )
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200"
    run([*as_owner, f"{tools}/pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"])
    try:
        yield f"postgres://jichi@127.0.0.1:{port}/postgres"
    finally:
        run([*as_owner, f"{tools}/pg_ctl", "-D", data, "-m", "immediate", "stop"])
        shutil.rmtree(folder)


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
