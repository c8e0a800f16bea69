"""A family of four moves in; the register of a past day. Usage: python -m bench.residents_moves [SQLite|PostgreSQL] [people]"""

import subprocess
import sys
from collections.abc import Iterator

from .city import DATABASES, ROOT, city

PEOPLE = 100_000


def lines(databases: tuple[str, ...] = DATABASES, people: int = PEOPLE) -> list[str]:
    return [line for database in databases for line in on(database, people)]


def on(database: str, people: int) -> Iterator[str]:
    with city(database, JICHI_DEMO="1", JICHI_LOG="ERROR") as big:
        big.jichi("manage", "migrate", "--verbosity=0")
        big.jichi("places", "load")
        big.jichi("residents", "demo", f"--people={people}", "--seed=1")
        command = [sys.executable, "-m", "bench.residents_moves_inside"]
        done = subprocess.run(
            command, cwd=ROOT, env=big.environment, text=True, stdout=subprocess.PIPE, check=True
        )
        for line in done.stdout.splitlines():
            yield f"{database}, a generated city of {people:,}: {line}"


if __name__ == "__main__":
    asked = sys.argv[1:]
    chosen = tuple(name for name in DATABASES if name in asked) or DATABASES
    number = next((int(word) for word in asked if word.isdigit()), PEOPLE)
    print(*lines(chosen, number), sep="\n")
