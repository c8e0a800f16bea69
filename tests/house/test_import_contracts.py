"""Each import contract of `.importlinter`, broken on purpose once in a copy of the sources."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from .test_walls import ROOT

LINT = Path(sys.executable).with_name("lint-imports")
FLOORS = "Surfaces and domains stand on the kernel and not on each other; nothing goes up"
KERNEL = "The kernel has an order of its own"
FACES = "The faces of a kernel room are for its own use and the administrator's"
PURE = "Rules, states, events and the pure rooms reach no Django"
ROOMS = "Inside a domain the rooms stand one above the other"
NEIGHBOURS = "Domain to domain only through an interface"
CIRCLES = "Domains never import each other in a circle"
ROOMS_OF_A_DOMAIN = (
    "apps", "urls", "interface", "actions", "queries", "permissions", "models", "events", "states", "rules",
)  # fmt: skip


@dataclass(frozen=True)
class Copy:
    """The sources in a folder where a test may break them; what it broke is mended when the block ends."""

    root: Path
    before: dict[Path, str | None] = field(default_factory=dict)

    def add(self, path: str, line: str = "") -> None:
        file = self.root / "src/jichi" / path
        self.write(file.parent / "__init__.py", "")
        self.write(file, line)

    def write(self, file: Path, line: str) -> None:
        old = file.read_text(encoding="utf-8") if file.exists() else None
        self.before.setdefault(file, old)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{old or ''}\n{line}\n", encoding="utf-8")

    def mend(self) -> None:
        for file, old in self.before.items():
            if old is None:
                file.unlink()
            else:
                file.write_text(old, encoding="utf-8")
        self.before.clear()

    def broken_contracts(self) -> set[str]:
        """The names of the contracts that lint-imports finds broken."""
        environment = {**os.environ, "PYTHONPATH": f"{self.root / 'src'}:{self.root}"}
        done = subprocess.run(
            [LINT, "--no-cache"], cwd=self.root, env=environment, capture_output=True, text=True, check=False
        )
        verdicts = re.findall(r"^(.+) (KEPT|BROKEN)", done.stdout, re.MULTILINE)
        assert len(verdicts) == 7, done.stdout + done.stderr
        return {name for name, verdict in verdicts if verdict == "BROKEN"}


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    root = tmp_path_factory.mktemp("house")
    python_only = shutil.ignore_patterns("__pycache__", "static", "templates", "locale", "tests")
    shutil.copytree(ROOT / "src/jichi", root / "src/jichi", ignore=python_only)
    (root / "tools").mkdir()
    shutil.copy(ROOT / "tools/contracts.py", root / "tools")
    shutil.copy(ROOT / ".importlinter", root)
    return Copy(root)


@pytest.fixture
def copy(copied: Copy) -> Iterator[Copy]:
    with_neighbour(copied)
    yield copied
    copied.mend()


def with_neighbour(copy: Copy) -> None:
    """A second domain, so that there is somebody to reach into."""
    for room in ROOMS_OF_A_DOMAIN:
        copy.add(f"domains/gardens/{room}.py")


def test_the_house_as_it_stands_keeps_every_contract(copy: Copy) -> None:
    assert copy.broken_contracts() == set()


@pytest.mark.parametrize(
    ("path", "line", "contract"),
    [
        ("surfaces/portal/views.py", "import jichi.domains.plans.queries", FLOORS),
        ("kernel/ledger/append.py", "import jichi.domains.plans.models", FLOORS),
        ("kernel/web/table.py", "import jichi.surfaces.portal.views", FLOORS),
        ("domains/plans/views/editions.py", "import jichi.config.settings", FLOORS),
        ("stray.py", "", FLOORS),
        ("kernel/access/queries.py", "import jichi.kernel.actions.action", KERNEL),
        ("kernel/search/sources.py", "import jichi.kernel.web.table", KERNEL),
        ("kernel/stray/rows.py", "", KERNEL),
        ("kernel/threads/registry.py", "import jichi.kernel.threads.views", FACES),
        ("domains/plans/actions/import_edition.py", "import jichi.kernel.threads.views", FACES),
        ("domains/plans/rules/cells.py", "from django.db import models", PURE),
        ("domains/plans/rules/cells.py", "import jichi.kernel.clock.reading", PURE),
        ("kernel/calendar/age.py", "from django.conf import settings", PURE),
        ("kernel/notices/decoder/jis.py", "from django.conf import settings", PURE),
        ("domains/plans/rules/cells.py", "import jichi.domains.plans.states", ROOMS),
        ("domains/plans/models/edition.py", "import jichi.domains.plans.queries.editions", ROOMS),
        ("domains/plans/queries/editions.py", "import jichi.domains.plans.actions.import_edition", ROOMS),
        ("domains/plans/managers.py", "", ROOMS),
        ("domains/plans/actions/import_edition.py", "import jichi.domains.gardens.models", NEIGHBOURS),
        ("domains/gardens/queries.py", "import jichi.domains.plans.models", NEIGHBOURS),
    ],
)
def test_a_broken_contract_is_caught(copy: Copy, path: str, line: str, contract: str) -> None:
    copy.add(path, line)
    assert contract in copy.broken_contracts()


def test_two_domains_that_use_each_other_are_caught(copy: Copy) -> None:
    copy.add("domains/plans/queries/editions.py", "import jichi.domains.gardens.interface")
    copy.add("domains/plans/interface.py")
    assert copy.broken_contracts() == set()
    copy.add("domains/gardens/queries.py", "import jichi.domains.plans.interface")
    assert copy.broken_contracts() == {CIRCLES}
