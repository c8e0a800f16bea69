"""Five thousand running clocks. Usage: python -m bench.clocks [SQLite|PostgreSQL] [clocks]"""

import subprocess
import sys
from collections.abc import Iterator

from .city import DATABASES, ROOT, city

CLOCKS = 5_000


def lines(databases: tuple[str, ...] = DATABASES, clocks: int = CLOCKS) -> list[str]:
    return [line for database in databases for line in on(database, clocks)]


def on(database: str, clocks: int) -> Iterator[str]:
    with city(database, JICHI_SERVE="1", JICHI_LOG="ERROR") as big:
        big.jichi("manage", "migrate", "--verbosity=0")
        big.jichi("manage", "createcachetable")
        big.jichi("manage", "collectstatic", "--verbosity=0", "--noinput")
        command = [sys.executable, "-m", "bench.clocks_inside", str(clocks)]
        done = subprocess.run(
            command, cwd=ROOT, env=big.environment, text=True, stdout=subprocess.PIPE, check=True
        )
        for line in done.stdout.splitlines():
            yield f"{database}, {line}"


if __name__ == "__main__":
    asked = sys.argv[1:]
    chosen = tuple(name for name in DATABASES if name in asked) or DATABASES
    number = next((int(word) for word in asked if word.isdigit()), CLOCKS)
    print(*lines(chosen, number), sep="\n")
