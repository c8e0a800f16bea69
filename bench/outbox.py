"""How fast people are told. Usage: python -m bench.outbox [SQLite|PostgreSQL] [PEOPLE] [MAILS]

One act tells PEOPLE followers of a record (notice, mail and job each); then workers hand MAILS mails to a mail server on
loopback. The server is aiosmtpd in a process of its own and keeps nothing; it is the other half of the second figure.
"""

import asyncio
import json
import subprocess
import sys
import time
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from .city import DATABASES, City, city

PEOPLE, MAILS = 10_000, 1_000
SMTP_BACKEND = "django.core.mail.backends.smtp.EmailBackend"


class Swallow:
    """Takes every mail and keeps the count."""

    taken = 0

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - the server's name for it
        self.taken += 1
        return "250 OK"


def lines(databases: tuple[str, ...] = DATABASES, people: int = PEOPLE, mails: int = MAILS) -> list[str]:
    return [line for name in databases for line in lines_of(name, people, mails)]


def lines_of(database: str, people: int, mails: int) -> list[str]:
    with mail_server() as (port, server):
        settings = {
            "JICHI_EMAIL_BACKEND": SMTP_BACKEND,
            "JICHI_SMTP_HOST": "127.0.0.1",
            "JICHI_SMTP_PORT": str(port),
        }
        with city(database, **settings) as place:
            place.jichi("manage", "migrate", "--verbosity=0")
            told = inside(place, "tell", people, mails)
            seconds, workers = sent(place)
        taken = taken_by(server)
    if taken != mails:
        raise RuntimeError(f"{taken} mails arrived of {mails}")
    rate, pace = people / told["seconds"], mails / seconds
    return [
        f"{database}: one act told {people} followers in {told['seconds']:.1f} s, with mail and job: {rate:.0f} notices/s",
        f"{database}: {workers} worker handed over {mails} mails in {seconds:.1f} s: {pace:.0f} mails/s; each arrived once",
    ]


def inside(place: City, *words: object) -> Any:
    command = [sys.executable, "-m", "bench.outbox_inside", *map(str, words)]
    done = subprocess.run(command, env=place.environment, text=True, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def sent(place: City, workers: int = 1) -> tuple[float, int]:
    """How long the workers take; the start of Python is not theirs and is taken off."""
    start = time.perf_counter()
    place.jichi("work", "--once")
    busy = time.perf_counter() - start
    start = time.perf_counter()
    place.jichi("work", "--once")
    return busy - (time.perf_counter() - start), workers


class mail_server:  # noqa: N801 - a block
    """A mail server in a process of its own, until the block ends."""

    def __enter__(self) -> tuple[int, subprocess.Popen[str]]:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bench.outbox", "serve"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        return int(self.process.stdout.readline()), self.process

    def __exit__(self, *_fault: object) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(timeout=20)


def taken_by(server: subprocess.Popen[str]) -> int:
    said, _error = server.communicate("stop\n", timeout=20)
    return int(said)


def serve() -> None:
    """Listen, say the port, and at a line on standard input say how many mails came."""
    swallow = Swallow()
    from .start import free_port

    controller = Controller(swallow, hostname="127.0.0.1", port=free_port(), loop=asyncio.new_event_loop())
    controller.start()
    print(controller.port, flush=True)
    sys.stdin.readline()
    controller.stop()
    print(swallow.taken, flush=True)


def main(words: list[str]) -> None:
    if words == ["serve"]:
        serve()
        return
    databases = (words[0],) if words else DATABASES
    sizes = [int(word) for word in words[1:3]]
    print("\n".join(lines(databases, *sizes)))


if __name__ == "__main__":
    main(sys.argv[1:])
