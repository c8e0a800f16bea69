"""A city as its users get it: its own folder, its own tables, `jichi run` on a free port."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
JICHI = Path(sys.executable).parent / "jichi"
START_WITHIN = 120
STOP_WITHIN = 120
TOLD = 6000


class CityDidNotStart(Exception):
    """The server ended or stayed silent; what it said is the message."""


@dataclass(frozen=True, kw_only=True)
class RunningCity:
    url: str
    folder: Path
    environment: dict[str, str]

    @property
    def log(self) -> str:
        """What the server has said so far: tracebacks land here."""
        return (self.folder / "log").read_text(encoding="utf-8")

    def jichi(self, *words: str, given: str = "") -> None:
        """Run a command of the house in this city, as whoever has the machine would."""
        command = [str(JICHI), *words]
        subprocess.run(command, env=self.environment, input=given, text=True, check=True, capture_output=True)


@contextmanager
def running_city(folder: Path, **settings: str) -> Iterator[RunningCity]:
    """Bring a city up in an empty folder, and take it down afterwards with all that it started."""
    port = free_port()
    city = RunningCity(
        url=f"http://localhost:{port}", folder=folder, environment=environment(folder, port, settings)
    )
    with (folder / "log").open("w", encoding="utf-8") as log:
        # A session of its own, so that server and worker can be ended together and nothing else is.
        server = subprocess.Popen(
            [str(JICHI), "run", "--port", str(port)],
            env=city.environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            wait_for(city, server)
            yield city
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(timeout=STOP_WITHIN)
            print(city.log[-TOLD:])


def free_port() -> int:
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        port: int = each.getsockname()[1]
        return port


def environment(folder: Path, port: int, settings: dict[str, str]) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("JICHI_")}
    # Embedded SQLite, which is what `./run` gives; the suite has the other database.
    inherited.pop("DATABASE_URL", None)
    own = {"JICHI_VAR": str(folder), "JICHI_URL": f"http://localhost:{port}"}
    return {**inherited, **own, **settings}


def wait_for(city: RunningCity, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until and server.poll() is None:
        try:
            with urlopen(city.url, timeout=10):
                return
        except HTTPError:
            break
        except OSError:  # not there yet, or too busy to answer within the ten seconds
            time.sleep(0.2)
    raise CityDidNotStart(city.log[-TOLD:])
