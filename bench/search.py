"""Search over 100,000 documents. Usage: python -m bench.search [SQLite|PostgreSQL] [--documents=N]

On each database: the time to index, the size on disk, `find` as the page calls it (rights, counts of four facets, the first
twenty with their excerpts) for queries of every kind, the first search of a process, the first after an act, and
suggestions. In the same run SQLite's trigram index over the same texts: matching, ranking and counting by kind.
Then the order of the demo city's judged queries.
"""

import subprocess
import sys
from collections.abc import Iterator

from .city import DATABASES, ROOT, City, city

DOCUMENTS = 100_000


def lines(databases: tuple[str, ...] = DATABASES, documents: int = DOCUMENTS) -> list[str]:
    found = [line for database in databases for line in on(database, documents)]
    return [*found, *order()]


def on(database: str, documents: int) -> Iterator[str]:
    with city(database, JICHI_LOG="ERROR") as big:
        big.jichi("manage", "migrate", "--verbosity=0")
        trigram = ["trigram"] if database == "SQLite" else []
        for line in inside(big, str(documents), *trigram):
            yield f"{database}: {line}"


def order() -> list[str]:
    """nDCG and recall of the judged queries over the demo city, as `./run` makes it."""
    with city("SQLite", JICHI_DEMO="1", JICHI_LOG="ERROR") as demo:
        demo.jichi("load")
        return inside(demo, "judged")


def inside(made: City, *words: str) -> list[str]:
    command = [sys.executable, "-m", "bench.search_inside", *words]
    done = subprocess.run(
        command, cwd=ROOT, env=made.environment, text=True, stdout=subprocess.PIPE, check=True
    )
    return done.stdout.splitlines()


if __name__ == "__main__":
    size = next((int(word.split("=")[1]) for word in sys.argv if word.startswith("--documents=")), DOCUMENTS)
    named = tuple(word for word in sys.argv[1:] if not word.startswith("--"))
    print("\n".join(lines(named or DATABASES, size)))
