"""Every machine that acts has a name that people can read, where the record shows who acted."""

import re

from jichi.kernel.access.names import MACHINE_NAMES

from .test_walls import SOURCE

NAMED = re.compile(r"""\bmachine\(\s*"([^"]+)\"""")


def test_every_machine_has_a_name_in_words() -> None:
    files = [path for path in SOURCE.rglob("*.py") if "tests" not in path.parts]
    found = {name for path in files for name in NAMED.findall(path.read_text(encoding="utf-8"))}
    assert "demo-bureau-chief" in found
    assert found - MACHINE_NAMES.keys() == set()
