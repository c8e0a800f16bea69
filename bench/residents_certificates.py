"""Certificates of households of four per second, each checked, numbered, drawn, signed, stored, read back and kept.

Usage: python -m bench.residents_certificates [COUNT]. What is counted is the whole act, in its own transaction.
"""

import json
import subprocess
import sys

from .city import DATABASES, ROOT, City, city
from .figures import Spread, spread

COUNT = 100
AT_ONCE = 20
RATE_AIM, P95_AIM = 60, 150.0


def lines(count: int = COUNT) -> list[str]:
    return [line for database in DATABASES for line in measured(database, count)]


def measured(database: str, count: int) -> list[str]:
    with city(database) as measured_city:
        measured_city.jichi("load")
        one = issued(measured_city, clerks=1, count=count)
        two = issued(measured_city, clerks=2, count=count)
        many = issued(measured_city, clerks=AT_ONCE, count=max(count // 10, 3))
    rate, p95 = rate_of(two), spread_of(many).p95
    return [
        f"{database}: one clerk: {told(one)}",
        f"{database}: two clerks of two wards at once: {told(two)} (aim {RATE_AIM} certificates/s: {met(rate >= RATE_AIM)})",
        f"{database}: {AT_ONCE} clerks of seven wards at once: {told(many)} (aim p95 150 ms: {met(p95 <= P95_AIM)})",
    ]


def issued(measured_city: City, *, clerks: int, count: int) -> dict:
    words = [sys.executable, "-m", "bench.residents_certificates_inside", str(clerks), str(count), "7"]
    done = subprocess.run(
        words, cwd=ROOT, env=measured_city.environment, text=True, check=True, stdout=subprocess.PIPE
    )
    return json.loads(done.stdout.splitlines()[-1])


def told(found: dict) -> str:
    worked = 1000 * found["worked"] / len(found["seconds"])
    return f"{rate_of(found):.0f} signed certificates/s, {spread_of(found)}, {worked:.0f} ms of the clerk's processor each"


def rate_of(found: dict) -> float:
    return len(found["seconds"]) / found["whole"]


def spread_of(found: dict) -> Spread:
    return spread(1000 * each for each in found["seconds"])


def met(is_met: bool) -> str:
    return "met" if is_met else "missed"


if __name__ == "__main__":
    print("\n".join(lines(*map(int, sys.argv[1:]))))
