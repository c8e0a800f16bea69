"""Finding people in a register of 1,540,000. Usage: python -m bench.residents_search [SQLite|PostgreSQL] [people]

What clerks type is taken from the register: every kind of term, the commonest names, the middle of names. Beside the search
alone (`people_found`) the whole act is measured, with its note and its event. The same middles are then looked for as
LIKE '%…%' in the names on the register, which is what one would write first. Last, whether time tells a hidden person from
one who is not there.
"""

import subprocess
import sys

from .city import DATABASES, ROOT, City
from .full_register import PEOPLE, full_register

AIM = 50.0


def lines(databases: tuple[str, ...] = DATABASES, people: int = PEOPLE) -> list[str]:
    return [line for database in databases for line in on(database, people)]


def on(database: str, people: int) -> list[str]:
    with full_register(database, people) as here:
        return [f"{database}: {line}" for line in inside(here)]


def inside(here: City) -> list[str]:
    command = [sys.executable, "-m", "bench.residents_search_inside", str(AIM)]
    done = subprocess.run(
        command, cwd=ROOT, env=here.environment, text=True, stdout=subprocess.PIPE, check=True
    )
    return done.stdout.splitlines()


if __name__ == "__main__":
    asked = sys.argv[1:]
    chosen = tuple(name for name in DATABASES if name in asked) or DATABASES
    print(*lines(chosen, next((int(word) for word in asked if word.isdigit()), PEOPLE)), sep="\n")
