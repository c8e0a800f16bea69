"""Certificates of households of four per second, each checked, numbered, drawn, signed, stored, read back and kept.

Usage: python -m bench.residents_certificates [SQLite|PostgreSQL] [people]

In the register of the whole city. What is counted is the whole act, in its own transaction. "At once" means that twenty
orders reach a server as `jichi run` starts it (two processes of four threads) at one moment: each one's time is told from
that moment on, waiting included; then the next twenty come. Pages and forms around the act are not in it.
"""

import json
import subprocess
import sys

from .city import DATABASES, ROOT, City
from .figures import Spread, spread
from .full_register import PEOPLE, full_register

COUNT, ROUNDS, AT_ONCE, WARDS = 150, 15, 20, 7
RATE_AIM, P95_AIM = 60, 150.0


def lines(databases: tuple[str, ...] = DATABASES, people: int = PEOPLE) -> list[str]:
    return [line for database in databases for line in measured(database, people)]


def measured(database: str, people: int) -> list[str]:
    with full_register(database, people) as here:
        parts = inside(here, "parts")["parts"]
        one = inside(here, "clerks", 1, COUNT)
        two = inside(here, "clerks", 2, COUNT)
        everywhere = inside(here, "at-once", ROUNDS, AT_ONCE, WARDS)
        one_ward = inside(here, "at-once", ROUNDS, AT_ONCE, 1)
    rate, p95 = rate_of(two), spread_of(everywhere).p95
    return [
        f"{database}, {people:,} people: one clerk: {told(one)}",
        f"{database}: of this, on the processor: {parts}",
        f"{database}: two clerks of two wards at once: {told(two)} (aim {RATE_AIM} certificates/s: {met(rate >= RATE_AIM)})",
        f"{database}: {AT_ONCE} at once in {WARDS} wards: {told(everywhere)} (aim p95 150 ms: {met(p95 <= P95_AIM)})",
        f"{database}: {AT_ONCE} at once in one ward, whose numbers are given one after the other: {told(one_ward)}",
    ]


def inside(here: City, *words: object) -> dict:
    command = [sys.executable, "-m", "bench.residents_certificates_inside", *map(str, words)]
    done = subprocess.run(
        command, cwd=ROOT, env=here.environment, text=True, check=True, stdout=subprocess.PIPE
    )
    return json.loads(done.stdout.splitlines()[-1])


def told(found: dict) -> str:
    worked = 1000 * found["worked"] / len(found["seconds"])
    return f"{rate_of(found):.0f} signed certificates/s, {spread_of(found)}, {worked:.1f} ms of our processor each"


def rate_of(found: dict) -> float:
    return len(found["seconds"]) / found["whole"]


def spread_of(found: dict) -> Spread:
    return spread(1000 * each for each in found["seconds"])


def met(is_met: bool) -> str:
    return "met" if is_met else "missed"


if __name__ == "__main__":
    asked = sys.argv[1:]
    chosen = tuple(name for name in DATABASES if name in asked) or DATABASES
    print(*lines(chosen, next((int(word) for word in asked if word.isdigit()), PEOPLE)), sep="\n")
