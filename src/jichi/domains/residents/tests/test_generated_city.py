"""The generated city: always the same, plausible, and nobody in it exists."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.test import override_settings
from tests.town import Town

from jichi.domains.residents.actions.generate_residents import load_generated
from jichi.domains.residents.demo.city import play
from jichi.domains.residents.models import Person, ProtectionCase
from jichi.domains.residents.rules.generated.chance import shares
from jichi.kernel.administration.actions.set_demo_day import NotADemoCity

from .generated import WARDS, faults_in, generated, places
from .small_register import REGISTRY

pytestmark = pytest.mark.django_db
PEOPLE = 3000


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def module_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("generated")


@pytest.fixture
def files(town: Town, module_folder: Path) -> dict[str, Path]:
    places(town)
    known = {file.stem: file for file in module_folder.glob("*.csv")}
    return known or generated(module_folder, people=PEOPLE)


def test_the_same_people_and_seed_give_the_same_bytes_whoever_makes_them(
    files: dict[str, Path], tmp_path: Path
) -> None:
    again = generated(tmp_path / "two", people=PEOPLE, processes=2)
    other = generated(tmp_path / "other", people=PEOPLE, seed=8)
    for name, file in files.items():
        assert file.read_bytes() == again[name].read_bytes()
    assert files["entries"].read_bytes() != other["entries"].read_bytes()


def test_there_are_as_many_people_as_were_asked_for_in_the_shares_of_the_census(
    files: dict[str, Path],
) -> None:
    assert len(rows(files["persons"])) == PEOPLE
    wards = Counter(row["区コード"] for row in rows(files["movements"]))
    assert set(wards) == set(WARDS)


def test_every_life_is_valid_in_the_total_order(files: dict[str, Path]) -> None:
    assert faults_in(files) == []


def test_some_movements_of_one_household_fall_on_one_day(files: dict[str, Path]) -> None:
    movements = {row["異動番号"]: row for row in rows(files["movements"])}
    days = Counter(
        (row["宛名番号"], movements[row["異動番号"]]["異動年月日"]) for row in rows(files["entries"])
    )
    assert max(days.values()) >= 2


def test_no_code_of_a_real_resident_can_come_out(files: dict[str, Path]) -> None:
    said = rows(files["entries"])
    assert all(re.fullmatch(r"9\d{9}X", row["住民票コード"]) for row in said)
    assert all(row["個人番号"] == "" for row in said)
    assert all(re.fullmatch(r"(DEMO\d{8})?", row["在留カード等の番号"]) for row in said)
    assert all(row["デモ"] == "1" for row in rows(files["persons"]))


def test_names_are_written_with_variants_and_selectors(files: dict[str, Path]) -> None:
    names = "".join(row["氏名"] for row in rows(files["entries"]))
    assert {"髙", "﨑"} & set(names)
    assert {"𠮷", "齋", "澤", "邉"} & set(names)


def test_foreign_residents_were_aliens_until_the_day_of_the_new_law(files: dict[str, Path]) -> None:
    movements = {row["異動番号"]: row for row in rows(files["movements"])}
    taken = [row for row in movements.values() if row["異動事由"] == "taken_over"]
    assert taken
    assert {row["異動年月日"] for row in taken} == {"2012-07-09"}
    for row in rows(files["entries"]):
        if row["台帳の種別"] == "alien":
            assert row["国籍・地域コード"] != "JPN"
            assert date.fromisoformat(movements[row["異動番号"]]["異動年月日"]) < date(2012, 7, 9)


@pytest.mark.parametrize(("whole", "weights"), [(10, [1, 1, 1]), (0, [1, 2]), (7, [5]), (100, [3, 3, 3, 1])])
def test_shares_add_up_to_the_whole(whole: int, weights: list[int]) -> None:
    assert sum(shares(whole, weights)) == whole


def test_the_demo_loads_the_people_asked_for_once_and_protects_some(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    places(town)
    monkeypatch.setenv("JICHI_DEMO_PEOPLE", "2600")
    with override_settings(DEMO=True):
        assert "2600" in play()
    assert Person.objects.filter(is_demo=True).count() == 2600
    case = ProtectionCase.objects.get()
    assert (case.is_demo, case.named_name) == (True, "デモ　相手方")
    with override_settings(DEMO=True):
        play()
    assert Person.objects.count() == 2600


def test_a_real_city_gets_no_generated_people(town: Town) -> None:
    places(town)
    with pytest.raises(NotADemoCity):
        load_generated(actor=REGISTRY, people=10, seed=1)
