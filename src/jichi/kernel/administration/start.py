"""From an empty folder to a running city, in steps that may all be taken again."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from jichi.kernel.access.names import role_name
from jichi.kernel.ledger.starting import seal_after_loading
from jichi.kernel.subsystem import installed

from .kind import settle_kind

PR_SET_PDEATHSIG = 1  # linux/prctl.h
PATIENCE = 5.0


@contextmanager
def told(what: str, tell: Callable[[str], object]) -> Iterator[None]:
    start = time.monotonic()
    yield
    tell(f"・{what} ({time.monotonic() - start:.1f} s)")


def prepare(tell: Callable[[str], object]) -> None:
    """Texts, tables, the city's data and, on a demo city, the demo story; then the first seal over it."""
    with told("ことばの準備 / texts", tell):
        compile_texts()
    with told("表の準備 / tables", tell):
        migrate()
    settle_kind()
    for part in installed():
        for step in (part.load, part.demo if settings.DEMO else None):
            if step is not None:
                start = time.monotonic()
                tell(f"・{step()} ({time.monotonic() - start:.1f} s)")
    tell(f"・{seal_after_loading()}")


def compile_texts() -> None:
    """Make the catalogues that Django reads from the ones that people write, where those are newer."""
    for folder in settings.LOCALE_PATHS:
        for written in Path(folder).glob("*/LC_MESSAGES/*.po"):
            read = written.with_suffix(".mo")
            if not read.exists() or read.stat().st_mtime < written.stat().st_mtime:
                with written.open("rb") as source, read.open("wb") as target:
                    write_mo(target, read_po(source))


def migrate() -> None:
    """Bring the tables up to date; nothing is asked of the database twice when they are."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)


def collect_static() -> None:
    call_command("collectstatic", verbosity=0, interactive=False)


def is_taken(port: int) -> bool:
    """Whether another program keeps answering at this port; a city that is just ending gets a moment."""
    until = time.monotonic() + PATIENCE
    while answers(port):
        if time.monotonic() > until:
            return True
        time.sleep(0.2)
    return False


def answers(port: int) -> bool:
    with socket.socket() as door:
        return door.connect_ex(("127.0.0.1", port)) == 0


def end_with_parent() -> None:
    """Ask the system to end this child when its parent is killed: kill -9 leaves no time for a farewell."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def serve(port: int, tell: Callable[[str], object]) -> int:
    """Run the web server and the worker until one of them ends; both are stopped together."""
    # A service manager ends the parent by SIGTERM, which by default would leave both children running.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    folder = Path(sys.executable).parent
    web = subprocess.Popen(gunicorn(folder, port), preexec_fn=end_with_parent)
    worker = subprocess.Popen([folder / "jichi", "work"], preexec_fn=end_with_parent)
    tell(address(port))
    try:
        return web.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        for process in (worker, web):
            process.terminate()
        for process in (worker, web):
            process.wait(timeout=20)


def gunicorn(folder: Path, port: int) -> list[str]:
    return [
        str(folder / "gunicorn"),
        "jichi.config.wsgi",
        "--config=python:jichi.config.server",
        f"--bind=0.0.0.0:{port}" if os.environ.get("JICHI_PUBLIC") == "1" else f"--bind=127.0.0.1:{port}",
        f"--workers={os.environ.get('JICHI_WORKERS', '2')}",
        "--threads=4",
        "--worker-class=gthread",
        "--log-level=warning",
        "--preload",
    ]


def address(port: int) -> str:
    return f"\n  {settings.CITY['name']} 自治 — http://localhost:{port}\n"


def role_in_words(role: str) -> str:
    """市民 / resident: the terminal speaks both languages."""
    words = _("市民") if role == "resident" else role_name(role)
    return f"{words} / {role.replace('_', ' ')}"


def sign_ins() -> str:
    """The demo sign-ins, for the terminal of somebody who tries the city."""
    from .demo import demo_people

    people = demo_people()
    lines = [f"    {person.email:<42} {role_in_words(person.role)}" for person in people.accounts]
    return "\n".join(
        ["", "  デモのサインイン / demo sign-ins", *lines, f"    パスワード / password: {people.password}"]
    )
