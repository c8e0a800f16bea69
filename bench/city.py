"""A city to measure, in a folder of its own, on either database."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.postgres import postgres

ROOT = Path(__file__).resolve().parents[1]
JICHI = Path(sys.executable).with_name("jichi")
DATABASES = ("SQLite", "PostgreSQL")


@dataclass(frozen=True, kw_only=True)
class City:
    """`folder` holds the city's data and what changes; nothing outside of it is touched."""

    folder: Path
    environment: dict[str, str]

    @property
    def data(self) -> Path:
        return self.folder / "cities/kawasaki"

    def jichi(self, *words: str) -> str:
        """What a command of the house says; its complaints go where ours go."""
        command = [str(JICHI), *words]
        done = subprocess.run(command, env=self.environment, text=True, check=True, stdout=subprocess.PIPE)
        return done.stdout


@contextmanager
def city(database: str, **settings: str) -> Iterator[City]:
    """A copy of the city's data with an empty database: a new file, or a server of its own."""
    with tempfile.TemporaryDirectory(prefix="jichi-bench-") as name, address(database) as url:
        folder = Path(name)
        shutil.copytree(ROOT / "cities", folder / "cities")
        own = {"JICHI_ROOT": name, "JICHI_VAR": f"{name}/var", **url, **settings}
        # PYTHONDONTWRITEBYTECODE would add seconds to every start.
        foreign = ("JICHI", "DATABASE", "PYTHON")
        inherited = {key: value for key, value in os.environ.items() if not key.startswith(foreign)}
        paths = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "DJANGO_SETTINGS_MODULE": "jichi.config.settings"}
        yield City(folder=folder, environment={**inherited, **paths, **own})


@contextmanager
def address(database: str) -> Iterator[dict[str, str]]:
    if database == "SQLite":
        yield {}
        return
    with postgres() as url:
        yield {"DATABASE_URL": url}
