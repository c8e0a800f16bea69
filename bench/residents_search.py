"""Finding people on a register of a whole city. Usage: python -m bench.residents_search [SQLite|PostgreSQL] [--people=N]

On each database a generated city is loaded; then clerks search by every kind of term, the commonest names first. Beside
the search alone (`people_found`) the whole act is measured, with its note and its event on the record. Last, whether time
tells a hidden person from one who is not there.
"""

import subprocess
import sys
from collections.abc import Iterator

from .city import DATABASES, ROOT, City, city

PEOPLE = 1_540_000


def lines(databases: tuple[str, ...] = DATABASES, people: int = PEOPLE) -> list[str]:
    return [line for database in databases for line in on(database, people)]


def on(database: str, people: int) -> Iterator[str]:
    with city(database, JICHI_DEMO="1", JICHI_LOG="ERROR") as big:
        big.jichi("manage", "migrate", "--verbosity=0")
        big.jichi("places", "load")
        big.jichi("residents", "demo", f"--people={people}", "--seed=1")
        for line in inside(big):
            yield f"{database}: {line}"


def inside(made: City) -> list[str]:
    command = [sys.executable, "-m", "bench.residents_search_inside"]
    done = subprocess.run(
        command, cwd=ROOT, env=made.environment, text=True, stdout=subprocess.PIPE, check=True
    )
    return done.stdout.splitlines()


if __name__ == "__main__":
    size = next((int(word.split("=")[1]) for word in sys.argv if word.startswith("--people=")), PEOPLE)
    named = tuple(word for word in sys.argv[1:] if not word.startswith("--"))
    print("\n".join(lines(named or DATABASES, size)))
