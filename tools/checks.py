"""Every check, in the order in which a fault is cheapest to find. Usage: ./check [NAME ...] [--list]"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from postgres import postgres

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv/bin"
PATHS = ["src", "tests", "tools", "bench", "conftest.py"]
COUNTS = re.compile(r"(\d+) (passed|failed|error|errors|skipped)")
counted: dict[str, int] = {"passed": 0, "failed": 0, "skipped": 0}


def sh(*command: object, **extra: str) -> bool:
    """Run one tool; its output is shown as it comes, and pytest's closing counts are kept."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", **extra}
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    last = ""
    for line in process.stdout or ():
        print(line, end="", flush=True)
        last = line if " in " in line and COUNTS.search(line) else last
    for number, word in COUNTS.findall(last):
        counted["failed" if word.startswith("error") else word] += int(number)
    return process.wait() == 0


def suite(*options: object, **extra: str) -> bool:
    return sh(BIN / "pytest", "-q", *options, **extra)


def on_postgres() -> bool:
    with postgres() as url:
        return suite("-n", "2", "-m", "not browser", DATABASE_URL=url)


CHECKS: dict[str, Callable[[], bool]] = {
    "format": lambda: sh(BIN / "ruff", "format", "--check", *PATHS),
    "lint": lambda: sh(BIN / "ruff", "check", *PATHS),
    "templates": lambda: sh(BIN / "djlint", "src", "--lint", "--quiet"),
    "walls": lambda: sh(BIN / "lint-imports"),
    "types": lambda: sh(BIN / "mypy"),
    "security": lambda: sh(
        BIN / "bandit", "-q", "-c", "pyproject.toml", "-r", "src", "-x", "*/tests/*", "-ll"
    ),
    "migrations": lambda: sh(BIN / "jichi", "makemigrations", "--check", "--dry-run"),
    "suite-sqlite": lambda: suite("-n", "2", "-m", "not browser"),
    "suite-postgresql": on_postgres,
    "browser": lambda: suite("-n", "2", "--dist", "loadgroup", "-m", "browser", "--timeout=1800"),
}


def main(wanted: list[str]) -> int:
    if "--list" in wanted:
        print("\n".join(CHECKS))
        return 0
    failed = [name for name in wanted or CHECKS if not timed(name)]
    print(f"\nfailed checks: {', '.join(failed)}" if failed else "\nevery check is green")
    skipped = f", {counted['skipped']} skipped" if counted["skipped"] else ""
    print(f"{counted['passed']} passed, {counted['failed']} failed{skipped}")
    return 1 if failed else 0


def timed(name: str) -> bool:
    print(f"\n== {name}", flush=True)
    start = time.monotonic()
    good = CHECKS[name]()
    print(f"-- {name}: {'ok' if good else 'FAILED'} in {time.monotonic() - start:.1f} s", flush=True)
    return good


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
