"""A copy of the whole house in which a test may build, apart from the one it runs in."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

NEEDED = ("src", "tests", "tools", "cities", "docs", "conftest.py", "pyproject.toml", ".importlinter")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info", "*.mo")


@dataclass(frozen=True)
class CopiedHouse:
    root: Path

    @classmethod
    def under(cls, folder: Path) -> "CopiedHouse":
        root = folder / "house"
        root.mkdir()
        for name in NEEDED:
            source = settings.ROOT / name
            if source.is_dir():
                shutil.copytree(source, root / name, ignore=LEFT_OUT)
            elif source.exists():
                shutil.copy(source, root / name)
        return cls(root)

    @property
    def environment(self) -> dict[str, str]:
        """The copy's own sources and an embedded database of its own."""
        foreign = ("JICHI", "DATABASE", "PYTEST")
        return {
            **{name: value for name, value in os.environ.items() if not name.startswith(foreign)},
            "PYTHONPATH": f"{self.root / 'src'}:{self.root}",
            "JICHI_VAR": str(self.root / "var"),
        }

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a tool of the environment inside the copy."""
        return subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.root,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def must(self, *command: str) -> str:
        """Run a tool that has to find nothing wrong."""
        done = self.run(*command)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout
