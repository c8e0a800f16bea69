"""How long the real chapter takes to come in. Usage: python -m bench.import_chapter [SQLite|PostgreSQL]"""

import json
import subprocess
import sys
import time

from .city import DATABASES, JICHI, ROOT, City, city
from .figures import measured

CHAPTER = ROOT / "cities/kawasaki/plans/chapter7_2011-2013.txt"


def reading() -> str:
    """Reading alone: pure, without a database."""
    from jichi.domains.plans.rules.reading import read_chapter_bytes

    source = CHAPTER.read_bytes()
    return f"reading the chapter: {measured(lambda: read_chapter_bytes(source), calls=20)}"


def importing(database: str) -> str:
    """`jichi plan import` as a person runs it, with Python's own start, on tables that are there."""
    with city(database) as measured_city:
        measured_city.jichi("manage", "migrate", "--verbosity=0")
        start = time.perf_counter()
        counts = run_import(measured_city)
        seconds = time.perf_counter() - start
        start = time.perf_counter()
        measured_city.jichi("manage", "version")
        bare = time.perf_counter() - start
    return f"jichi plan import on {database}: {seconds:.2f} s ({bare:.2f} s of it the start of Python and Django), {counts}"


def run_import(measured_city: City) -> str:
    command = [str(JICHI), "plan", "import", str(CHAPTER), "--city", "kawasaki", "--json"]
    done = subprocess.run(command, env=measured_city.environment, capture_output=True, text=True, check=True)
    counts = json.loads(done.stdout)["counts"]
    return ", ".join(f"{number} {name}" for name, number in counts.items())


def lines(databases: tuple[str, ...] = DATABASES) -> list[str]:
    return [reading(), *map(importing, databases)]


if __name__ == "__main__":
    print("\n".join(lines(tuple(sys.argv[1:]) or DATABASES)))
