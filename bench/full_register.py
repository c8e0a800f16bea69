"""The register at full size: made and loaded once, kept in a folder outside the repository, and used by all parts that need it.

JICHI_BENCH_FOLDER names the folder (some 12 GB for both databases); without it the register is made anew in a temporary one.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.postgres import kept_postgres

from .city import ROOT, City
from .ledger_seal import Used, timed

PEOPLE, SEED = 1_540_000, 1
READY = "ready"
# Durability is off, as in all measurements; memory as a small machine would give it.
MEMORY = ("fsync=off", "shared_buffers=512MB", "max_wal_size=4GB", "max_connections=200")


@contextmanager
def full_register(database: str, people: int = PEOPLE) -> Iterator[City]:
    """A city whose register holds so many generated people. What a part changes in it stays there."""
    with bench_folder() as folder, served(database, folder / f"{database.lower()}-{people}") as here:
        ready = here.folder / READY
        if not ready.exists():
            used = load(here, files_in(folder, people, here))
            ready.write_text(f"{used}\n", encoding="utf-8")
        yield here


@contextmanager
def bench_folder() -> Iterator[Path]:
    if kept := os.environ.get("JICHI_BENCH_FOLDER"):
        Path(kept).mkdir(parents=True, exist_ok=True)
        yield Path(kept)
        return
    with tempfile.TemporaryDirectory(prefix="jichi-bench-") as name:
        # The system's postgres account has to pass through.
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def served(database: str, folder: Path) -> Iterator[City]:
    """A city in this folder, with what is in it already."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "cities").exists():
        shutil.copytree(ROOT / "cities", folder / "cities")
    with address(database, folder) as url:
        own = {"JICHI_ROOT": str(folder), "JICHI_VAR": str(folder / "var"), **url}
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("JICHI", "DATABASE", "PYTHON"))}
        paths = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "DJANGO_SETTINGS_MODULE": "jichi.config.settings"}
        yield City(folder=folder, environment={**inherited, **paths, **own})


@contextmanager
def address(database: str, folder: Path) -> Iterator[dict[str, str]]:
    if database == "SQLite":
        yield {}
        return
    with kept_postgres(folder / "postgres", *MEMORY) as url:
        yield {"DATABASE_URL": url}


def files_in(folder: Path, people: int, here: City) -> Path:
    """The files of the generated city, made once."""
    files = folder / f"files-{people}"
    if not (files / READY).exists():
        here.jichi("load")
        here.jichi("demo", "residents", "--people", str(people), "--seed", str(SEED), "--out", str(files))
        (files / READY).write_text("", encoding="utf-8")
    return files


def load(here: City, files: Path) -> Used:
    """Tables and places first: what is timed is the load and nothing else."""
    here.jichi("load")
    return timed([str(ROOT / ".venv/bin/jichi"), "residents", "load", str(files), "--reason", "bench"], here)


def counted(files: Path) -> dict[str, int]:
    """How many lines each file has, its headings left out."""
    counts = {}
    for file in sorted(files.glob("*.csv")):
        told = subprocess.run(["wc", "-l", str(file)], capture_output=True, text=True, check=True).stdout
        counts[file.stem] = int(told.split()[0]) - 1
    return counts
