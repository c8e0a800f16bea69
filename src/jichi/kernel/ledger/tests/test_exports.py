"""Exports by day and by stream, and the command that checks them without a database."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from bench.ledger_mutations import found_of

from jichi.kernel.clock.reading import local_day, now
from jichi.kernel.ledger import verifier
from jichi.kernel.ledger.actions.rotate_key import rotate_key
from jichi.kernel.ledger.actions.seal_record import SEALER
from jichi.kernel.ledger.canonical import canonical
from jichi.kernel.ledger.days import neighbours, sealed_day, sealed_days
from jichi.kernel.ledger.export import of_day, of_stream, whole
from jichi.kernel.ledger.models import Checkpoint, Stream

from .sealing import Lines, check, exported, first_key, one_seal, sentences, two_seals

pytestmark = pytest.mark.django_db
START = now()


@pytest.fixture
def days() -> Iterator[list[date]]:
    """Three days with seals, the key handed over on the second."""
    with time_machine.travel(START, tick=True) as clock:
        for number in (1, 2, 3):
            clock.move_to(START + timedelta(days=number))
            one_seal(2 * number)
            one_seal(2 * number + 1)
            if number == 2:
                rotate_key(actor=SEALER)
        yield [local_day(START) + timedelta(days=number) for number in (1, 2, 3)]


def lines_of(day: date) -> Lines:
    found = sealed_day(day)
    assert found
    return [json.loads(line) for line in of_day(found)]


def test_each_day_holds_by_itself_with_the_first_key_only(days: list[date]) -> None:
    for day, events in zip(days, (9, 10, 8), strict=True):
        found = check(lines_of(day))
        assert (sentences(found), found.events) == ([], events)


def test_the_days_together_are_the_whole(days: list[date]) -> None:
    events = [line for day in days for line in lines_of(day) if line["kind"] in ("event", "checkpoint")]
    assert events == [line for line in exported() if line["kind"] in ("event", "checkpoint")]


def test_a_day_knows_its_neighbours(days: list[date]) -> None:
    found = sealed_day(days[1])
    assert found
    assert neighbours(found) == (days[0], days[2])
    assert [(each.day, each.seals) for each in sealed_days()] == [(days[2], 2), (days[1], 3), (days[0], 2)]


@pytest.mark.parametrize(
    ("forge", "code"),
    [
        (lambda lines: lines[0].update(of="2012-07-09"), "wrong_day"),
        (lambda lines: lines[0].update(scope="all", of=""), "format"),
        (lambda lines: lines[2].update(hashes=lines[2]["hashes"][::-1]), "root"),
        (lambda lines: lines[2].update(hashes=lines[2]["hashes"][1:]), "format"),
        (lambda lines: lines[2]["event"].update(at="2012-07-09T00:00:00+00:00"), "root"),
        (lambda lines: lines.pop(2), "root"),
        (lambda lines: lines.pop(1), "signature"),
        (lambda lines: lines[1].update(proof=lines[1]["proof"][1:]), "key"),
        (lambda lines: lines[1]["event"]["public"].update(key=lines[1]["event"]["public"]["retired"]), "key"),
        (lambda lines: lines[1].update(index=0), "key"),
        (lambda lines: lines.append(lines.pop(1)), "format"),
    ],
)
def test_a_forged_day_is_found(days: list[date], forge, code: str) -> None:
    lines = lines_of(days[2])
    assert [line["kind"] for line in lines[:3]] == ["record", "key", "start"]
    forge(lines)
    assert code in {fault.code for fault in check(lines).faults}


def test_a_kept_checkpoint_from_before_the_day_asks_for_the_whole(days: list[date]) -> None:
    first = Checkpoint.objects.order_by("size")[0].note
    assert {fault.code for fault in check(lines_of(days[2]), kept=(first,)).faults} == {"out_of_range"}
    assert check(exported(), kept=(first,)).faults == []


@pytest.fixture
def stream() -> Lines:
    two_seals()
    return [json.loads(line) for line in of_stream(Stream.objects.get(name="tests/voices"))]


def test_a_stream_holds_by_itself(stream: Lines) -> None:
    found = check(stream)
    assert (found.faults, found.events, found.checkpoints) == ([], 4, 1)


@pytest.mark.parametrize(
    ("forge", "code"),
    [
        (lambda lines: lines.pop(), "count"),
        (lambda lines: lines[3]["event"]["public"].update(number=9), "changed"),
        (lambda lines: lines[3]["event"]["public"].update(number=9), "not_included"),
        (lambda lines: lines.__setitem__(slice(2, 4), lines[3:1:-1]), "reordered"),
        (lambda lines: lines.pop(3), "position"),
        (lambda lines: lines[3].update(proof=lines[2]["proof"]), "not_included"),
        (lambda lines: lines[3].update(index=3), "not_included"),
        (lambda lines: lines[0].update(of="tests/others"), "wrong_stream"),
        (lambda lines: lines[0].update(size=8), "cut_off"),
        (lambda lines: lines.insert(2, lines[1]), None),
        (lambda lines: lines.pop(1), "format"),
    ],
)
def test_a_forged_stream_is_found(stream: Lines, forge, code: str | None) -> None:
    forge(stream)
    codes = {fault.code for fault in check(stream).faults}
    assert code in codes if code else codes


def bare(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The verifier as an outsider runs it: one file, no settings, nothing of the house to import."""
    code = folder / "verifier.py"
    code.write_text(Path(verifier.__file__).read_text("utf-8"), encoding="utf-8")
    env = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    command = [sys.executable, "-P", str(code), *words]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=60)


def test_the_verifier_runs_alone_on_an_export_alone(tmp_path: Path) -> None:
    first, second = two_seals()
    file, kept = tmp_path / "record.jsonl", tmp_path / "kept"
    file.write_bytes(b"".join(whole()))
    kept.write_text(second.note, encoding="utf-8")

    good = bare(tmp_path, str(file), "--key", first_key(), "--checkpoint", str(kept))
    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout == "9 events and 2 checkpoints were computed again (tree of size 9). All hold.\n"

    lines = exported()
    lines[2]["event"]["public"]["number"] = 99
    file.write_bytes(b"".join(canonical(line) + b"\n" for line in lines))
    bad = bare(tmp_path, str(file), "--key", first_key())
    assert bad.returncode == 2
    assert "tests/others, event 1 (leaf 1): its content was changed." in bad.stdout
    assert "faults were found. This export cannot be trusted." in bad.stdout

    assert bare(tmp_path, str(file), "--key", "nonsense").returncode == 1
    assert bare(tmp_path, str(tmp_path / "none"), "--key", first_key()).returncode == 1
    assert first.size == 5


def test_the_verifier_imports_nothing_of_the_house_nor_of_a_web_framework() -> None:
    text = Path(verifier.__file__).read_text("utf-8")
    imported = {
        line.split()[1].split(".")[0] for line in text.splitlines() if line.startswith(("import ", "from "))
    }
    assert imported - set(sys.stdlib_module_names) == {"cryptography"}


def test_jichi_verify_checks_a_file_without_settings_and_speaks_japanese(tmp_path: Path) -> None:
    two_seals()
    file, key = tmp_path / "record.jsonl", tmp_path / "key"
    file.write_bytes(b"".join(whole()))
    key.write_text(first_key() + "\n", encoding="utf-8")
    jichi = Path(sys.executable).with_name("jichi")
    env = {**os.environ, "LANG": "ja_JP.UTF-8", "DATABASE_URL": "nonsense://", "JICHI_CITY": "nowhere"}
    command = [jichi, "verify", str(file), "--key", str(key)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "記録9件と封印2個を計算し直しました（木の大きさ9）。すべて市の署名と合います。\n"


def test_any_change_of_one_value_is_found(days: list[date]) -> None:
    """The whole of `bench/ledger_mutations.py` in small, on each sort of export."""
    found = sealed_day(days[2])
    assert found
    for export in (whole(), of_day(found), of_stream(Stream.objects.get(name="tests/voices"))):
        assert found_of(list(export), [first_key()], 100)[0] == 100
