"""A family of four moves in; the register of a past day. Usage: python -m bench.residents_moves [SQLite|PostgreSQL] [people]"""

import subprocess
import sys

from .city import DATABASES, ROOT
from .full_register import PEOPLE, full_register


def lines(databases: tuple[str, ...] = DATABASES, people: int = PEOPLE) -> list[str]:
    return [line for database in databases for line in on(database, people)]


def on(database: str, people: int) -> list[str]:
    with full_register(database, people) as here:
        command = [sys.executable, "-m", "bench.residents_moves_inside"]
        done = subprocess.run(
            command, cwd=ROOT, env=here.environment, text=True, stdout=subprocess.PIPE, check=True
        )
    return [f"{database}, a generated city of {people:,}: {line}" for line in done.stdout.splitlines()]


if __name__ == "__main__":
    asked = sys.argv[1:]
    chosen = tuple(name for name in DATABASES if name in asked) or DATABASES
    number = next((int(word) for word in asked if word.isdigit()), PEOPLE)
    print(*lines(chosen, number), sep="\n")
