"""From a clean clone to the first page, and the second start. Usage: python -m bench.start

Takes what is committed, makes its environment from the pinned packages (from the caches of this machine, where it has some),
and waits for the first page of the demo city.
"""

import os
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from .city import ROOT

PATIENCE = 900


def lines() -> list[str]:
    with tempfile.TemporaryDirectory(prefix="jichi-clone-") as name:
        clone = Path(name) / "jichi"
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        return [
            f"clean clone to the first page: {seconds_to_first_page(clone):.1f} s",
            f"second start to the first page: {seconds_to_first_page(clone):.1f} s",
        ]


def seconds_to_first_page(clone: Path) -> float:
    port = free_port()
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("JICHI", "DATABASE", "PYTHON"))
    }
    start = time.perf_counter()
    # A session of its own, so that server and worker end together and nothing else does.
    run = subprocess.Popen(
        ["./run"],
        cwd=clone,
        env={**kept, "PORT": str(port)},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(f"http://localhost:{port}/", run)
        return time.perf_counter() - start
    finally:
        os.killpg(run.pid, signal.SIGTERM)
        run.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, run: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if run.poll() is not None:
            raise RuntimeError(f"./run ended with {run.returncode} before the first page")
        try:
            with urlopen(url, timeout=10):
                return
        except URLError:
            time.sleep(0.1)
    raise TimeoutError(f"no page within {PATIENCE} s")


if __name__ == "__main__":
    print("\n".join(lines()))
