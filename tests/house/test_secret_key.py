"""The signing key of an installation: made once, read whole by every process, kept from others."""

import os
import stat
import subprocess
import sys
from pathlib import Path

AT_ONCE = 6
ASK = "from jichi.config.settings import SECRET_KEY; print(SECRET_KEY)"


def start(var: Path) -> "subprocess.Popen[str]":
    surroundings = {key: value for key, value in os.environ.items() if key != "JICHI_SECRET_KEY"}
    return subprocess.Popen(
        [sys.executable, "-c", ASK],
        env={**surroundings, "JICHI_VAR": str(var)},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_processes_that_start_at_once_have_one_key_and_never_half_of_it(tmp_path: Path) -> None:
    keys = [
        process.communicate(timeout=120)[0].strip() for process in [start(tmp_path) for _ in range(AT_ONCE)]
    ]
    assert len(set(keys)) == 1
    assert len(keys[0]) >= 50
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_only_the_owner_reads_the_key(tmp_path: Path) -> None:
    start(tmp_path).communicate(timeout=120)
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
