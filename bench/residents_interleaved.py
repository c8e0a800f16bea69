"""A million interleaved issues, voids, moves, corrections and protections, in pieces that can be stopped and gone on with.

Usage: python -m bench.residents_interleaved FOLDER [ACTS [PIECE]]. Two processes work at one register on PostgreSQL; after
each piece of acts every new paper is read back and compared, and FOLDER/checkpoint.json is written. Called again with the
same folder it goes on where it stopped. The database lies in the folder too.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tools.postgres import kept_postgres

ROOT = Path(__file__).resolve().parents[1]
ACTS, PIECE, DESKS = 1_000_000, 2_000, 2
MODULE = "jichi.domains.residents.tests.interleaving"


def checkpoint(folder: Path) -> dict[str, Any]:
    path = folder / "checkpoint.json"
    if path.exists():
        return json.loads(path.read_text(encoding="utf-8"))
    return {
        "acts": 0,
        "issued": 0,
        "refused": 0,
        "protected_refusals": 0,
        "seconds": 0.0,
        "last": 0,
        "faults": [],
    }


def keep(folder: Path, found: dict[str, Any]) -> None:
    new = folder / "checkpoint.new"
    new.write_text(json.dumps(found), encoding="utf-8")
    new.replace(folder / "checkpoint.json")


def go_on(folder: Path, acts: int, piece: int) -> dict[str, Any]:
    folder.mkdir(parents=True, exist_ok=True)
    with kept_postgres(folder, "synchronous_commit=off") as url:
        environment = {
            **os.environ,
            "DATABASE_URL": url,
            "JICHI_VAR": str(folder / "var"),
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
            "DJANGO_SETTINGS_MODULE": "jichi.config.settings",
        }
        found = checkpoint(folder)
        while found["acts"] < acts and not found["faults"]:
            found = one_piece(folder, environment, found, piece)
            keep(folder, found)
            print(
                f"{found['acts']:,} acts, {found['issued']:,} papers, {len(found['faults'])} faults",
                flush=True,
            )
    return found


def one_piece(
    folder: Path, environment: dict[str, str], so_far: dict[str, Any], piece: int
) -> dict[str, Any]:
    """A new town, two desks at work in it, then all that they issued is read. A piece that was stopped is begun anew."""
    logs, told, start = (
        [folder / f"desk{desk}.log" for desk in range(DESKS)],
        folder / "found.json",
        time.time(),
    )
    for log in logs:
        log.unlink(missing_ok=True)
    subprocess.run([sys.executable, "-m", MODULE, "begin"], env=environment, check=True)
    work = [
        [sys.executable, "-m", MODULE, "work", str(so_far["acts"] + desk), str(piece // DESKS), str(log)]
        for desk, log in enumerate(logs)
    ]
    desks = [subprocess.Popen(words, env=environment) for words in work]
    try:
        codes = [desk.wait() for desk in desks]
    finally:
        for desk in desks:
            desk.kill()
    if any(codes):
        raise SystemExit("a desk failed")
    words = [
        sys.executable,
        "-m",
        MODULE,
        "audit",
        str(told),
        *map(str, logs),
        "--since",
        str(so_far["last"]),
    ]
    subprocess.run(words, env=environment, check=True)
    new = json.loads(told.read_text(encoding="utf-8"))
    summed = {name: so_far[name] + new[name] for name in ("acts", "issued", "refused", "protected_refusals")}
    seconds = so_far["seconds"] + time.time() - start
    return {**summed, "seconds": seconds, "last": new["last"], "faults": so_far["faults"] + new["faults"]}


def lines(folder: Path | None = None) -> list[str]:
    """What the checkpoint of a run says; with no folder named, a short run of its own."""
    import tempfile

    if folder is None:
        with tempfile.TemporaryDirectory(prefix="jichi-interleaved-") as name:
            Path(name).chmod(0o755)
            return said(go_on(Path(name), PIECE, PIECE))
    return said(checkpoint(folder))


def said(found: dict[str, Any]) -> list[str]:
    return [
        f"PostgreSQL, two processes: {found['acts']:,} acts, {found['issued']:,} papers issued and each read back, "
        f"{found['refused']:,} acts refused ({found['protected_refusals']:,} of them for a protection), "
        f"in {found['seconds'] / 60:.0f} minutes",
        f"mis-issued, lost or numbered twice: {len(found['faults'])}",
    ]


def stop(*_signal: object) -> None:
    """A run that is told to stop ends its desks and its server; the piece it was at is begun anew."""
    sys.exit("stopped")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, stop)
    named = [int(word) for word in sys.argv[2:]]
    print("\n".join(said(go_on(Path(sys.argv[1]), *[*named, *(ACTS, PIECE)[len(named) :]]))))
