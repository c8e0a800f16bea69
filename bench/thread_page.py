"""The page of a thread of a thousand joined voices, and the coverage of all voices, on both databases."""

import subprocess
import sys
from collections.abc import Iterator

from .city import DATABASES, ROOT, city

VOICES = 1000


def lines(voices: int = VOICES) -> Iterator[str]:
    for database in DATABASES:
        with city(database) as made:
            made.jichi("migrate", "--verbosity", "0")
            command = [sys.executable, "-m", "bench.thread_inside", str(voices)]
            done = subprocess.run(
                command, env=made.environment, cwd=ROOT, text=True, check=True, stdout=subprocess.PIPE
            )
            yield from (f"{database}, {line}" for line in done.stdout.splitlines())


if __name__ == "__main__":
    print(*lines(int(sys.argv[1]) if sys.argv[1:] else VOICES), sep="\n")
