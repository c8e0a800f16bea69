"""Files come in all or not at all, once, with every fault at its line and column."""

import os
import time
from pathlib import Path

import pytest
from django.db import connection
from tests.town import Town as SmallTown

from jichi.domains.residents.actions import load_residents as loading
from jichi.domains.residents.actions.load_residents import KnownAlready, LoadedAlready, load_residents
from jichi.domains.residents.models import Entry, Household, Movement, NameKey, NamePart, Person, Transfer
from jichi.domains.residents.queries.register import record_on
from jichi.domains.residents.queries.stage_files import clear_abandoned, digest_on, staged, transfers_folder
from jichi.domains.residents.rules.filing.mapping import OWN_LAYOUT, UnusableMapping, mapping
from jichi.domains.residents.rules.name_folding import Key, keys_of, parts_of
from jichi.kernel.access.actor import Actor, ActorKind, machine
from jichi.kernel.access.roles import Held, Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.models import Event, PersonalField

from .generated import faults_in, generated, loaded, places

pytestmark = pytest.mark.django_db

MOVEMENTS = "異動番号,異動事由,異動年月日,受付日時,区コード\n"
ENTRIES = "異動番号,宛名番号,氏名,氏名のふりがな,生年月日,性別,世帯番号,続柄,住所の区コード,町丁目,番地\n"


@pytest.fixture(autouse=True)
def city(town: SmallTown) -> None:
    places(town)


def small(
    folder: Path, *, movements: str = "", entries: str = "", encoding: str = "utf-8"
) -> dict[str, Path]:
    """One person, moved in and moved once, unless told otherwise."""
    movements = (
        movements
        or "1,moved_in,2001-04-01,2001-04-02T00:00:00+00:00,14131\n2,moved,2005-05-01,2005-05-02T00:00:00+00:00,14131\n"
    )
    entries = entries or (
        "1,P1,見本　花子,みほん　はなこ,1980-05-17,2,H1,世帯主,14131,見本町一丁目,1番1号\n"
        "2,P1,見本　花子,みほん　はなこ,1980-05-17,2,H1,世帯主,14131,見本町二丁目,2番2号\n"
    )
    files = {"movements": folder / "movements.csv", "entries": folder / "entries.csv"}
    files["movements"].write_text(MOVEMENTS + movements, encoding=encoding)
    files["entries"].write_text(ENTRIES + entries, encoding=encoding)
    return files


def told(files: dict[str, Path]) -> set[tuple[str, int, str, str]]:
    return {(fault.file, fault.line, fault.column, fault.code) for fault in faults_in(files)}


def test_a_load_is_one_act_on_the_record_and_tells_only_how_many(tmp_path: Path) -> None:
    done = loaded(generated(tmp_path))
    assert (Person.objects.count(), done.people) == (300, 300)
    assert Entry.objects.count() == done.entries
    event = Event.objects.get(type="residents.register.kept")
    assert event.public == {"act": done.act, "office": ""}
    about = PersonalField.objects.get(event=event, name="about").clear
    assert done.digest in about
    assert Person.objects.filter(is_demo=False).count() == 0


def test_what_was_loaded_can_be_asked_of_any_day(tmp_path: Path) -> None:
    loaded(small(tmp_path))
    person = Person.objects.get()
    entries = list(Entry.objects.order_by("since").values_list("since", "until", "lot", "written"))
    assert [(str(since), str(until), lot) for since, until, lot, _ in entries] == [
        ("2001-04-01", "2005-05-01", "1番1号"),
        ("2005-05-01", "None", "2番2号"),
    ]
    assert entries[1][3] == "town lot"
    from datetime import date

    held = record_on(person, date(2003, 1, 1))
    assert held is not None
    assert held.facts.lot == "1番1号"


def test_the_keys_of_names_are_those_of_the_houses_own_rule(tmp_path: Path) -> None:
    loaded(generated(tmp_path))
    for person in Person.objects.order_by("pk")[:80]:
        wanted = {key for entry in person.entries.all() for key in keys_of(entry.facts)}
        rows = NameKey.objects.filter(person=person).values_list("key", "whole", "born")
        assert {Key(*row) for row in rows} == wanted
        parts = {part for entry in person.entries.all() for part in parts_of(entry.facts)}
        assert NamePart.objects.filter(text__in=parts).count() == len(parts)


def test_the_same_files_are_loaded_once(tmp_path: Path) -> None:
    files = generated(tmp_path)
    loaded(files)
    with pytest.raises(LoadedAlready):
        loaded(files)
    assert Person.objects.count() == 300
    assert Transfer.objects.count() == 1


def test_a_second_load_is_added_to_the_first(tmp_path: Path) -> None:
    loaded(generated(tmp_path / "one"))
    loaded(generated(tmp_path / "two", seed=8))
    assert Person.objects.count() == 600


def test_indices_stand_after_a_large_load_as_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "MANY", 1)
    before = indices()
    loaded(generated(tmp_path))
    assert indices() == before
    assert Entry.objects.count() > 300


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL counts NULLs apart.")
def test_after_a_large_load_sqlite_still_finds_what_voids_a_movement_by_its_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "MANY", 1)
    loaded(generated(tmp_path))
    plan = Movement.objects.select_related("voided_by").explain()
    assert "SEARCH" in plan
    assert plan.count("SCAN") == 1


def indices() -> set[tuple[str, str]]:
    found = set()
    with connection.cursor() as cursor:
        for table in (Entry, Movement, Person, Household, NameKey):
            name = table._meta.db_table
            for key, said in connection.introspection.get_constraints(cursor, name).items():
                # SQLite numbers its foreign keys anew.
                if not said["foreign_key"] or connection.vendor == "postgresql":
                    found.add((key, str(sorted(said["columns"] or []))))
    return found


def test_a_load_with_one_fault_changes_nothing(tmp_path: Path) -> None:
    files = generated(tmp_path)
    text = files["entries"].read_text(encoding="utf-8")
    files["entries"].write_text(text + "M9,P9,,,,,,,名なし\n", encoding="utf-8")
    with staged(files, OWN_LAYOUT) as stage, pytest.raises(loading.HasFaults):
        load_residents(actor=machine("loader", Role.REGISTRY_CHIEF), stage=stage, digest="x", reason="試験")
    assert Person.objects.count() == 0


def test_a_load_that_breaks_off_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(**_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(loading, "kept", breaks)
    with pytest.raises(RuntimeError):
        loaded(generated(tmp_path))
    assert (Person.objects.count(), Entry.objects.count(), Transfer.objects.count()) == (0, 0, 0)


def test_a_chief_loads_only_their_own_ward(tmp_path: Path) -> None:
    chief = Actor(
        kind=ActorKind.PERSON, name="長", held=frozenset({Held(role=Role.REGISTRY_CHIEF, ward="14132")})
    )
    with staged(small(tmp_path), OWN_LAYOUT) as stage, pytest.raises(NotAllowed):
        load_residents(actor=chief, stage=stage, digest=digest_on(stage), reason="試験")


FAULTY = {
    "a day that is none": ("1,moved_in,2001-02-30,2001-04-02T00:00:00Z,14131\n", "", ("movements.csv", 2, "異動年月日", "not_a_day")),
    "a kind that is none": ("1,flew_in,2001-04-01,2001-04-02T00:00:00Z,14131\n", "", ("movements.csv", 2, "異動事由", "unknown_code")),
    "a ward that is none": ("1,moved_in,2001-04-01,2001-04-02T00:00:00Z,99999\n", "", ("movements.csv", 2, "区コード", "unknown_ward")),
    "a moment without its zone": ("1,moved_in,2001-04-01,2001-04-02T00:00:00,14131\n", "", ("movements.csv", 2, "受付日時", "not_a_moment")),
    "too many fields": ("1,moved_in,2001-04-01,2001-04-02T00:00:00Z,14131,9\n", "", ("movements.csv", 2, "区コード", "too_many_fields")),
    "too few fields": ("1,moved_in\n", "", ("movements.csv", 2, "異動事由", "too_few_fields")),
    "a movement twice": ("1,moved_in,2001-04-01,2001-04-02T00:00:00Z,14131\n1,moved,2001-04-01,2001-04-02T00:00:00Z,14131\n", "", ("movements.csv", 3, "異動番号", "twice")),
    "a movement nobody made": ("", "7,P1,見本　花子,,1980-05-17,2,H1,世帯主,14131,見本町一丁目,1番\n", ("entries.csv", 2, "異動番号", "no_such_movement")),
    "no name": ("", "1,P1,,,1980-05-17,2,H1,世帯主,14131,見本町一丁目,1番\n", ("entries.csv", 2, "氏名", "needed")),
    "a town that is none": ("", "1,P1,見本　花子,,1980-05-17,2,H1,世帯主,14131,無い町,1番\n", ("entries.csv", 2, "町丁目", "unknown_town")),
    "two heads": ("", "1,P1,見本　花子,,1980-05-17,2,H1,世帯主,14131,見本町一丁目,1番\n1,P2,見本　太郎,,1980-05-17,1,H1,世帯主,14131,見本町一丁目,1番\n", ("entries.csv", 3, "続柄", "two_heads")),
    "no head": ("", "1,P1,見本　花子,,1980-05-17,2,H1,子,14131,見本町一丁目,1番\n", ("entries.csv", 2, "世帯番号", "no_head")),
    "a birth after the movement": ("", "1,P1,見本　花子,,2010-05-17,2,H1,世帯主,14131,見本町一丁目,1番\n", ("entries.csv", 2, "生年月日", "born_after")),
    "a first movement that begins nothing": ("", "2,P1,見本　花子,,1980-05-17,2,H1,世帯主,14131,見本町一丁目,1番\n", ("entries.csv", 2, "異動番号", "begins_wrongly")),
    "an open quote": ("", '1,P1,"見本　花子,,1980-05-17,2,H1,世帯主,14131,見本町一丁目,1番\n', ("entries.csv", 2, "氏名", "quoting")),
    "a NUL": ("", "1,P1,見本\0花子,,1980-05-17,2,H1,世帯主,14131,見本町一丁目,1番\n", ("entries.csv", 2, "氏名", "nul")),
    "a name too long": ("", f"1,P1,{'見' * 201},,1980-05-17,2,H1,世帯主,14131,見本町一丁目,1番\n", ("entries.csv", 2, "氏名", "too_long")),
    "an external character": ("", "1,P1,見本\ue000,,1980-05-17,2,H1,世帯主,14131,見本町一丁目,1番\n", ("entries.csv", 2, "氏名", "external")),
}  # fmt: skip


@pytest.mark.parametrize(("movements", "entries", "fault"), FAULTY.values(), ids=FAULTY)
def test_a_fault_is_told_at_its_line_and_column(
    tmp_path: Path, movements: str, entries: str, fault: tuple[str, int, str, str]
) -> None:
    assert fault in told(small(tmp_path, movements=movements, entries=entries))


def test_all_faults_are_told_and_not_the_first(tmp_path: Path) -> None:
    movements = "1,moved_in,01/04/2001,x,14131\n2,zzz,2001-04-01,2001-04-02T00:00:00Z,1\n"
    codes = {code for _, _, _, code in told(small(tmp_path, movements=movements))}
    assert {"not_a_day", "not_a_moment", "unknown_code", "unknown_ward"} <= codes


def test_a_hundred_thousand_faults_are_all_told_soon(tmp_path: Path) -> None:
    line = "{n},P{n},,,19x,2,H{n},世帯主,14131,見本町一丁目,1番\n"
    files = small(tmp_path, entries="".join(line.format(n=n) for n in range(50_000)))
    begun = time.monotonic()
    found = faults_in(files)
    assert len([fault for fault in found if fault.code in ("needed", "not_a_day")]) == 100_000
    assert time.monotonic() - begun < 100


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00\x01", b'"', b"\n\n\n", b"a" * 3_000_000, b"a,b\n" + b"x" * 5_000_000 + b"\n1,2\n"],
)
def test_a_damaged_file_gets_sentences_and_no_hang(tmp_path: Path, content: bytes) -> None:
    files = small(tmp_path)
    files["movements"].write_bytes(content)
    assert "movements.csv" in {fault.file for fault in faults_in(files)}


def test_a_file_of_headings_alone_is_no_load(tmp_path: Path) -> None:
    files = small(tmp_path)
    files["entries"].write_text(ENTRIES, encoding="utf-8")
    assert ("entries.csv", 1, "", "no_rows") in told(files)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    files = small(tmp_path)
    del files["movements"]
    assert ("movements.csv", 0, "", "no_file") in told(files)


def test_another_systems_file_comes_in_by_a_mapping(tmp_path: Path) -> None:
    """CP932, their headings, codes and days of eras; their external character is told to be 𠮷."""
    (tmp_path / "IDO.csv").write_bytes(
        "NO,JIYU,IDOBI,UKETSUKE\n1,01,平成13年4月1日,2001-04-02T09:00:00+09:00\n".encode("cp932")
    )
    (tmp_path / "JUKI.csv").write_bytes(
        "NO,ATENA,SHIMEI,BIRTH,SEX,SETAI,ZOKU,CHO,BANCHI\n1,100,\ue000田　花子,3550517,0,5,02,見本町一丁目,1番1号\n".encode(
            "cp932"
        )
    )
    how = mapping(
        {
            "encoding": "cp932",
            "days": "wareki",
            "external": {"F040": "𠮷"},
            "movements": {
                "file": "IDO.csv",
                "columns": {"movement": "NO", "kind": "JIYU", "happened_on": "IDOBI", "received_at": "UKETSUKE"},
                "codes": {"kind": {"01": "moved_in"}},
                "always": {"ward": "14131"},
            },
            "entries": {
                "file": "JUKI.csv",
                "columns": {
                    "movement": "NO", "person": "ATENA", "name": "SHIMEI", "birth": "BIRTH", "sex": "SEX",
                    "household": "SETAI", "relationship": "ZOKU", "town": "CHO", "lot": "BANCHI",
                },
                "codes": {"sex": {"0": "2", "1": "1"}, "relationship": {"02": "世帯主"}},
                "always": {"town_ward": "14131"},
            },
        }
    )  # fmt: skip
    files = {"movements": tmp_path / "IDO.csv", "entries": tmp_path / "JUKI.csv"}
    assert faults_in(files, how) == []
    loaded(files, how)
    entry = Entry.objects.get()
    assert (entry.name, str(entry.birth), entry.sex, entry.relationship) == (
        "𠮷田　花子",
        "1980-05-17",
        "2",
        "世帯主",
    )
    assert str(entry.movement.happened_on) == "2001-04-01"


@pytest.mark.parametrize(
    "said",
    [
        {"encoding": "ebcdic"},
        {"days": "julian"},
        {"surprise": 1},
        {"entries": {"columns": {"shoe_size": "KUTSU"}}},
        {"external": {"41": "A"}},
        {"external": {"zz": "A"}},
    ],
)
def test_a_mapping_that_cannot_be_meant_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(UnusableMapping):
        mapping(said)


def test_own_numbers_are_not_loaded_over_what_is_there(tmp_path: Path) -> None:
    known = Person.objects.create()
    entries = f"1,{known.public_id},見本　花子,,1980-05-17,2,H1,世帯主,14131,見本町一丁目,1番\n"
    movements = "1,moved_in,2001-04-01,2001-04-02T00:00:00Z,14131\n"
    with pytest.raises(KnownAlready):
        loaded(small(tmp_path, movements=movements, entries=entries))


def test_what_a_killed_load_left_behind_is_cleared_and_a_running_one_stays() -> None:
    left, running = (transfers_folder() / f"stage-{name}" for name in ("left", "running"))
    for folder in (left, running):
        folder.mkdir()
        (folder / "stage.duckdb").write_bytes(b"x")
    long_ago = time.time() - 3 * 60 * 60
    os.utime(left / "stage.duckdb", (long_ago, long_ago))
    clear_abandoned()
    assert (left.exists(), running.exists()) == (False, True)
