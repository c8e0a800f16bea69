"""Events appended a second, by 1, 4 and 8 writers at once. Usage: python -m bench.ledger_appends [SQLite|PostgreSQL]

Every writer is a process with its own connection and its own stream; every event is one transaction with one personal
field, as an act writes it. In the last line all writers write into one stream and wait for each other.
"""

import subprocess
import sys
import time

from .city import DATABASES, City, city

WRITERS = (1, 4, 8)
SECONDS = 5.0


def lines(databases: tuple[str, ...] = DATABASES) -> list[str]:
    return [line for database in databases for line in of(database)]


def of(database: str) -> list[str]:
    with city(database) as here:
        here.jichi("manage", "migrate", "--verbosity=0")
        told = [f"{many} writers: {rate(here, many, one=False):,.0f}" for many in WRITERS]
        shared = rate(here, WRITERS[-1], one=True)
    return [
        f"{database}, events appended a second: {', '.join(told)}; {WRITERS[-1]} writers of one stream: {shared:,.0f}"
    ]


def rate(here: City, writers: int, *, one: bool) -> float:
    """Events of all writers together, over the seconds from the common start."""
    command = [sys.executable, "-m", "bench.ledger_appends", "--write"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    running = [
        subprocess.Popen([*command, f"bench/{0 if one else number}"], env=here.environment, **pipes)
        for number in range(writers)
    ]
    for each in running:
        each.stdout.readline()
    start = f"{time.time() + 0.5}\n"
    for each in running:
        each.stdin.write(start)
        each.stdin.flush()
    return sum(int(each.communicate()[0]) for each in running) / SECONDS


def write(stream: str) -> int:
    """One writer: how many events it committed in its time."""
    import django

    django.setup()
    from django.db import transaction

    from jichi.kernel.clock.reading import now
    from jichi.kernel.ledger.append import append
    from jichi.kernel.ledger.event import Personal, event

    @event("bench.voice.received")
    class VoiceReceived:
        number: int
        sender: Personal

    def append_one(number: int) -> None:
        with transaction.atomic():
            told = VoiceReceived(number=number, sender=Personal("試験 花子"))
            append(told, stream=stream, actor="resident", basis="", at=now())

    append_one(-1)
    print("ready", flush=True)
    start, done = float(sys.stdin.readline()), 0
    time.sleep(max(0.0, start - time.time()))
    while time.time() < start + SECONDS:
        append_one(done)
        done += 1
    return done


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        print(write(sys.argv[2]))
    else:
        print("\n".join(lines(tuple(sys.argv[1:]) or DATABASES)))
