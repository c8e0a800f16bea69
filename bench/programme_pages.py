"""The list of 900 programmes and the page of one. Usage: python -m bench.programme_pages [SQLite|PostgreSQL]

The programmes come in as any plan does: a chapter of 900 is imported, and three years of figures and one published
evaluation are entered for each by the verbs of the demo story; the next evaluation is open.
"""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .city import DATABASES, ROOT, City, city
from .figures import measured
from .made_plan import write_plan

PROGRAMMES = 900
CALLS = 100
PUBLISHED = (
    "for comparison, as published by Decidim and not run by us: its list of 900 proposals took 7.2 s "
    "(decidim/decidim, pull request 13701); our bound is 0.1 s"
)


def lines(databases: tuple[str, ...] = DATABASES) -> list[str]:
    return [*(line for database in databases for line in on(database)), PUBLISHED]


def on(database: str) -> Iterator[str]:
    with city(database, JICHI_DEMO="1", JICHI_SERVE="1", JICHI_LOG="ERROR") as big:
        write_plan(big.data, PROGRAMMES)
        start = time.perf_counter()
        big.jichi("load")
        yield f"{database}: {PROGRAMMES} programmes with three years entered by verbs in {time.perf_counter() - start:.0f} s"
        big.jichi("manage", "collectstatic", "--verbosity=0", "--noinput")
        addresses = []
        for line in inside(big):
            name, path, p50, p95, queries, size = line.split("|")
            addresses.append((name, path))
            yield (
                f"{database}, {name}: p50 {p50} ms, p95 {p95} ms, {queries} queries, {int(size) / 1000:.0f} kB"
            )
        with gunicorn(big) as port:
            for name, path in (addresses[0], addresses[-1]):
                yield f"{database}, {name}, over loopback from gunicorn: {over_loopback(port, path)}"


def inside(big: City) -> list[str]:
    """In the server's own process: view, queries and template, without a socket."""
    command = [sys.executable, "-m", "bench.pages_inside"]
    done = subprocess.run(
        command, cwd=ROOT, env=big.environment, text=True, stdout=subprocess.PIPE, check=True
    )
    return done.stdout.splitlines()


@contextmanager
def gunicorn(big: City) -> Iterator[int]:
    """The server as `./run` starts it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [
        str(Path(sys.executable).with_name("gunicorn")), "jichi.config.wsgi", f"--bind=127.0.0.1:{port}",
        "--workers=2", "--threads=4", "--worker-class=gthread", "--log-level=error", "--preload",
    ]  # fmt: skip
    server = subprocess.Popen(command, env=big.environment)
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(port: int) -> None:
    for _ in range(150):
        try:
            return get(port, "/")
        except ConnectionRefusedError:
            time.sleep(0.2)
    raise TimeoutError("gunicorn did not answer within 30 s")


def over_loopback(port: int, path: str) -> str:
    return str(measured(lambda: get(port, path), calls=CALLS))


def get(port: int, path: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status >= 400:
        raise http.client.HTTPException(f"{path}: {answer.status}")


if __name__ == "__main__":
    print("\n".join(lines(tuple(sys.argv[1:]) or DATABASES)))
