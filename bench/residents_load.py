"""A load of the whole register, from files to the last index. Usage: python -m bench.residents_load [SQLite|PostgreSQL] [people]

What is measured is `jichi residents load` as a person runs it, Python's start included: every line is looked at, all histories
are replayed, then one transaction fills the tables and makes their indices and foreign keys anew.
"""

import shutil
import sys

from .city import DATABASES
from .full_register import PEOPLE, READY, bench_folder, counted, files_in, load, served


def lines(databases: tuple[str, ...] = DATABASES, people: int = PEOPLE) -> list[str]:
    return [of(database, people) for database in databases]


def of(database: str, people: int) -> str:
    """Always from an empty register; what was loaded stays for the parts that come after."""
    with bench_folder() as folder:
        place = folder / f"{database.lower()}-{people}"
        shutil.rmtree(place, ignore_errors=True)
        with served(database, place) as here:
            files = files_in(folder, people, here)
            used = load(here, files)
            (here.folder / READY).write_text(f"{used}\n", encoding="utf-8")
        counts = counted(files)
        size = sum(file.stat().st_size for file in files.glob("*.csv")) / 2**20
    return (
        f"{database}: {counts['persons']:,} people, {counts['movements']:,} movements with {counts['entries']:,} entries"
        f" ({size:,.0f} MiB of files) loaded in {used}: {counts['persons'] / used.clock:,.0f} people/s"
    )


if __name__ == "__main__":
    wanted = (sys.argv[1],) if len(sys.argv) > 1 else DATABASES
    how_many = int(sys.argv[2]) if len(sys.argv) > 2 else PEOPLE
    print(*lines(wanted, how_many), sep="\n")
