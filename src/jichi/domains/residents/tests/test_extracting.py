"""The register goes out as it stands, comes back the same, and leaves out whom the reader may not find."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from tests.town import Town as SmallTown

from jichi.domains.residents.actions.extract_residents import (
    CannotBeWritten,
    ReasonIsMissing,
    extract_residents,
)
from jichi.domains.residents.models import Entry, Household, Movement, NameKey, Person, Transfer
from jichi.domains.residents.queries.agreeing import disagreements
from jichi.domains.residents.queries.looks import extracts_told
from jichi.domains.residents.queries.transfers import extracts_with
from jichi.domains.residents.rules.filing.layout import TABLES
from jichi.domains.residents.rules.filing.mapping import Mapping, mapping
from jichi.domains.residents.rules.words import Standing
from jichi.kernel.access.actor import Actor, ActorKind
from jichi.kernel.access.roles import Held, Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.models import Event
from jichi.kernel.places.models import Ward

from .generated import generated, loaded, places
from .small_register import REGISTRY, moved, resident, town_in

pytestmark = pytest.mark.django_db
ON = date(2014, 5, 12)


@pytest.fixture(autouse=True)
def city(town: SmallTown) -> None:
    places(town)


def extract(folder: Path, **more: object) -> dict[str, Path]:
    named = {"actor": REGISTRY, "wards": Ward.objects.all(), "reason": "試験", "on": ON, **more}
    extract_residents(folder=folder, **named)  # type: ignore[arg-type]
    return {table.name: folder / table.file for table in TABLES}


def empty_the_register() -> None:
    """As if this were another city: only a test may."""
    with connection.cursor() as cursor:
        for table in (NameKey, Entry, Movement, Person, Household):
            cursor.execute(f"DELETE FROM {table._meta.db_table}")


def a_register_with_a_past(town: SmallTown) -> Person:
    """Late entries, a voided movement, movements of one day, names with selectors, commas and quotes."""
    person = resident(town, "渡邉\U000e0112　花子", building='コーポ"見本",101')
    moved(person, town.ward, {"lot": "9番9号"}, on=date(2012, 4, 1))
    moved(person, town.ward, {"lot": "5番5号"}, on=date(2010, 4, 1))
    wrong = moved(person, town.ward, {"lot": "7番7号"}, on=date(2013, 1, 1))
    moved(person, town.ward, {}, kind="voided", on=date(2013, 1, 2), voids=wrong)
    moved(person, town.ward, {"domicile": "見本県"}, kind="domicile_changed", on=date(2012, 4, 1))
    gone = resident(town, "𠮷田　太郎")
    moved(gone, town.ward, {"standing": Standing.REMOVED}, kind="died", on=date(2011, 1, 1))
    return person


def test_what_went_out_comes_back_the_same(town: SmallTown, tmp_path: Path) -> None:
    a_register_with_a_past(town)
    loaded(generated(tmp_path / "made", people=120))
    first = extract(tmp_path / "first")
    entries = list(
        Entry.objects.order_by("since", "name", "lot").values_list("name", "lot", "since", "until", "written")
    )
    empty_the_register()
    loaded(first)
    second = extract(tmp_path / "second")
    for name, file in first.items():
        assert file.read_bytes() == second[name].read_bytes(), name
    again = Entry.objects.order_by("since", "name", "lot").values_list(
        "name", "lot", "since", "until", "written"
    )
    assert sorted(map(str, again)) == sorted(map(str, entries))
    assert disagreements(ON) == []


@pytest.mark.parametrize("seed", range(3))
def test_any_generated_city_comes_back_the_same(seed: int, tmp_path: Path) -> None:
    loaded(generated(tmp_path / "made", people=60, seed=seed))
    first = extract(tmp_path / "first", how=Mapping(with_bom=bool(seed % 2)))
    empty_the_register()
    loaded(first)
    second = extract(tmp_path / "second", how=Mapping(with_bom=bool(seed % 2)))
    assert all(file.read_bytes() == second[name].read_bytes() for name, file in first.items())


def test_an_extract_is_on_the_record_with_its_reason(town: SmallTown, tmp_path: Path) -> None:
    person = resident(town)
    extract(tmp_path / "out", reason="統計のため")
    done = Transfer.objects.get()
    assert (done.reason, done.people, done.entries) == ("統計のため", 1, 1)
    acts = [event.public["act"] for event in Event.objects.filter(type="residents.register.kept")]
    assert done.act in acts
    assert list(extracts_with(person)) == [done]


def test_an_extract_is_told_to_who_was_in_it_at_that_moment_and_to_nobody_else(
    town: SmallTown, tmp_path: Path
) -> None:
    stayed, left, came = (resident(town, f"見本　{name}") for name in ("一", "二", "三"))
    there, here = town_in(town.other_ward).pk, town_in(town.ward).pk
    moved(came, town.other_ward, {"town": there}, on=date(2012, 1, 1))
    extract(tmp_path / "out", wards=Ward.objects.filter(pk=town.ward.pk), reason="統計のため")
    moved(left, town.other_ward, {"town": there}, on=date(2012, 2, 1))
    moved(came, town.ward, {"town": here}, on=date(2012, 2, 1))
    newcomer = resident(town, "見本　四")
    assert [extracts_with(each).count() for each in (stayed, left, came, newcomer)] == [1, 1, 0, 0]
    extract(tmp_path / "all", reason="移行のため")
    assert [extracts_with(each).count() for each in (stayed, left, came, newcomer)] == [2, 2, 1, 1]
    assert {(told.why, told.what) for told in extracts_told(stayed)} == {
        ("統計のため", "extract"),
        ("移行のため", "extract"),
    }


def test_an_extract_without_a_reason_is_refused(town: SmallTown, tmp_path: Path) -> None:
    with pytest.raises(ReasonIsMissing):
        extract(tmp_path / "out", reason=" ")
    assert not (tmp_path / "out").exists()


def test_a_chief_extracts_only_their_own_ward(town: SmallTown, tmp_path: Path) -> None:
    resident(town, "見本　花子")
    chief = Actor(
        kind=ActorKind.PERSON, name="長", held=frozenset({Held(role=Role.REGISTRY_CHIEF, ward="14132")})
    )
    with pytest.raises(NotAllowed):
        extract(tmp_path / "out", actor=chief)
    files = extract(tmp_path / "other", actor=chief, wards=Ward.objects.filter(code="14132"))
    assert "見本　花子" not in files["entries"].read_text(encoding="utf-8")


def test_what_cp932_cannot_hold_is_told_at_its_place_and_nothing_is_written(
    town: SmallTown, tmp_path: Path
) -> None:
    resident(town, "𠮷田　花子")
    with pytest.raises(CannotBeWritten) as refused:
        extract(tmp_path / "out", how=Mapping(encoding="cp932"))
    assert ("entries.csv", 2, "氏名", "not_in_cp932") in [
        (fault.file, fault.line, fault.column, fault.code) for fault in refused.value.faults
    ]
    assert not list(tmp_path.iterdir())
    assert not Transfer.objects.exists()


def test_an_external_character_goes_out_as_the_mapping_says_and_comes_back(
    town: SmallTown, tmp_path: Path
) -> None:
    resident(town, "𠮷田　花子")
    how = mapping({"encoding": "cp932", "external": {"F040": "𠮷"}})
    files = extract(tmp_path / "out", how=how)
    assert b"\xf0\x40\x93\x63" in files["entries"].read_bytes()
    empty_the_register()
    loaded(files, how)
    assert Entry.objects.get().name == "𠮷田　花子"


def test_individual_numbers_stay_unless_they_are_asked_for(town: SmallTown, tmp_path: Path) -> None:
    resident(town, individual_number="000000000000")
    assert "000000000000" not in extract(tmp_path / "a")["entries"].read_text(encoding="utf-8")
    with_them = extract(tmp_path / "b", with_individual_numbers=True)
    assert "000000000000" in with_them["entries"].read_text(encoding="utf-8")


def test_the_headings_are_those_of_the_documented_layout(town: SmallTown, tmp_path: Path) -> None:
    for name, file in extract(tmp_path / "out").items():
        with file.open(encoding="utf-8", newline="") as lines:
            headings = next(csv.reader(lines))
        page = Path("docs/register-files.md").read_text(encoding="utf-8")
        assert all(f"| {heading} |" in page for heading in headings), name
