"""Loading a city's places: all of it or nothing, once, and on the record."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.models import Event
from jichi.kernel.places.actions.load_places import NothingNew, load_places
from jichi.kernel.places.models import Bureau, Office, Section, Town, Ward
from jichi.kernel.places.reading import WrongPlacesFile

IMPORTER = machine("importer", Role.ADMINISTRATOR)
KAWASAKI = Path(settings.CITY_FOLDER) / "places"

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the city's files that a test may damage."""
    return Path(shutil.copytree(KAWASAKI, tmp_path / "places"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_city_has_seven_wards_676_towns_and_offices_of_five_kinds() -> None:
    loaded = load_places(actor=IMPORTER, folder=KAWASAKI)

    assert (loaded.wards, loaded.towns, loaded.offices) == (7, 676, 21)
    assert (Ward.objects.count(), Town.objects.count(), Office.objects.count()) == (7, 676, 21)
    assert Town.objects.filter(latitude=None).count() == 20
    assert set(Office.objects.values_list("kind", flat=True)) == {
        "ward_office",
        "branch_office",
        "sub_branch_office",
        "liaison_office",
        "service_corner",
    }


def test_every_ward_office_is_a_bureau_with_its_own_residents_section() -> None:
    load_places(actor=IMPORTER, folder=KAWASAKI)

    assert Bureau.objects.exclude(ward=None).count() == 7
    assert Section.objects.filter(name="区民課").count() == 7
    assert Section.objects.get(code="asao-residents").bureau.name == "麻生区役所"


def test_the_load_is_one_event_with_counts_and_the_digest_of_the_files() -> None:
    loaded = load_places(actor=IMPORTER, folder=KAWASAKI)

    event = Event.objects.get()
    assert event.type == "places.places.loaded"
    assert event.actor == "machine:importer"
    assert event.public["towns"] == 676
    assert event.public["digest"] == loaded.digest


def test_a_second_load_of_the_same_files_changes_and_records_nothing() -> None:
    load_places(actor=IMPORTER, folder=KAWASAKI)

    with pytest.raises(NothingNew, match="変わっていません"):
        load_places(actor=IMPORTER, folder=KAWASAKI)
    assert Event.objects.count() == 1


def test_a_changed_row_is_changed_and_the_others_are_left(folder: Path) -> None:
    load_places(actor=IMPORTER, folder=folder)
    kept = Town.objects.get(name="浅田二丁目").pk
    edit(folder / "towns.csv", "浅田一丁目,,35.506845", "浅田一丁目,,35.5")

    loaded = load_places(actor=IMPORTER, folder=folder)

    assert (loaded.added, loaded.changed) == (0, 1)
    assert str(Town.objects.get(name="浅田一丁目").latitude) == "35.500000"
    assert Town.objects.get(name="浅田二丁目").pk == kept


def test_an_office_gets_the_town_that_its_file_names(folder: Path) -> None:
    edit(folder / "offices.toml", 'ward = "14131"\n', 'ward = "14131"\ntown = "浅田一丁目"\n')

    load_places(actor=IMPORTER, folder=folder)

    assert Office.objects.get(code="kawasaki-ward-office").town == Town.objects.get(name="浅田一丁目")


def test_a_place_that_the_files_no_longer_name_stays(folder: Path) -> None:
    load_places(actor=IMPORTER, folder=folder)
    edit(folder / "towns.csv", "14131,川崎区,浅田一丁目,,35.506845,139.705012\n", "")

    with pytest.raises(NothingNew):
        load_places(actor=IMPORTER, folder=folder)
    assert Town.objects.filter(name="浅田一丁目").exists()


DAMAGES = [
    ("towns.csv", "ward_code,ward", "code,ward", "towns.csv の1行目「ward_code,ward,town,koaza,lat,lng」"),
    ("towns.csv", "14131,川崎区,浅田二丁目", "99999,川崎区,浅田二丁目", "towns.csv の3行目「ward_code」: 区のコード「99999」"),
    ("towns.csv", "14131,川崎区,浅田二丁目", "14131,幸区,浅田二丁目", "towns.csv の3行目「ward」: 14131 は「川崎区」"),
    ("towns.csv", "浅田二丁目", "浅田一丁目", "towns.csv の3行目「town」: 「浅田一丁目」が二つ"),
    ("towns.csv", "35.50697,", "355.0697,", "towns.csv の3行目「lat」: 「355.0697」は20から46まで"),
    ("towns.csv", "35.50697,", "北緯,", "towns.csv の3行目「lat」: 「北緯」は"),
    ("towns.csv", "139.702678", "", "towns.csv の3行目「lng」"),
    ("towns.csv", ",139.702678", "", "towns.csv の3行目「lng」: 列の数が5です"),
    ("wards.toml", 'kana = "さいわいく"\n', "", "wards.toml の [[wards]] 2番目「kana」: この項目がありません"),
    ("wards.toml", 'code = "14132"', 'code = "14131"', "wards.toml: 「14131」が二つ"),
    ("wards.toml", 'name = "幸区"', 'name = "さち区"', "wards.geojson: 区域に 14132 さち区"),
    ("wards.toml", 'code = "14132"', "code = ", "wards.toml: TOML の書き方に合っていません"),
    ("wards.geojson", '{"type"', '"type"', "wards.geojson: GeoJSON として読めません"),
    ("bureaus.toml", 'confidence = "read"', 'confidence = "sure"', "bureaus.toml の [[bureaus]] 1番目「confidence」: 「sure」は使えません"),
    ("bureaus.toml", 'name = "総務局"', 'name = "総合企画局"', "bureaus.toml: 「総合企画局」が二つ"),
    ("bureaus.toml", 'code = "reform"', 'code = "policy"', "bureaus.toml: 「policy」が二つ"),
    ("bureaus.toml", '"{ward}役所"', '"区役所"', "bureaus.toml の [[ward_offices]] 1番目「name」: 区の名前が入る所"),
    ("offices.toml", 'kind = "ward_office"', 'kind = "shop"', "offices.toml の [[offices]] 1番目「kind」: 「shop」"),
    ("offices.toml", "closed_on = 2012-03-31", 'closed_on = "2012-03-31"', "offices.toml の [[offices]] 14番目「closed_on」: 日付は"),
    ("offices.toml", "closed_on = 2012-03-31", "opened_on = 2013-01-01\nclosed_on = 2012-03-31", "「closed_on」: 閉じた日が開いた日より前"),
    ("offices.toml", 'ward = "14131"', 'ward = "14131"\ntown = "ない町"', "「town」: 「ない町」はこの区の towns.csv に"),
    ("offices.toml", 'ward = "14131"', 'ward = "14131"\nphone = "044"', "「phone」: この項目はありません"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "sentence"), DAMAGES)
def test_a_wrong_file_is_refused_with_place_and_reason_and_changes_nothing(
    folder: Path, name: str, old: str, new: str, sentence: str
) -> None:
    edit(folder / name, old, new)

    with pytest.raises(WrongPlacesFile) as refused:
        load_places(actor=IMPORTER, folder=folder)

    assert sentence in str(refused.value)
    assert not Ward.objects.exists()
    assert not Event.objects.exists()


def test_a_missing_file_is_refused_by_name(folder: Path) -> None:
    (folder / "bureaus.toml").unlink()

    with pytest.raises(WrongPlacesFile, match=r"bureaus\.toml: ファイルを開けません"):
        load_places(actor=IMPORTER, folder=folder)


def test_a_file_in_another_encoding_is_refused(folder: Path) -> None:
    text = (folder / "towns.csv").read_text(encoding="utf-8")
    (folder / "towns.csv").write_text(text, encoding="cp932")

    with pytest.raises(WrongPlacesFile, match=r"towns.csv: 文字コードが UTF-8 ではありません"):
        load_places(actor=IMPORTER, folder=folder)


def test_only_an_administrator_loads_places() -> None:
    with pytest.raises(NotAllowed):
        load_places(actor=machine("importer", Role.PLANNING_OFFICER), folder=KAWASAKI)


def test_the_command_says_what_it_did_and_that_nothing_was_new(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("places", "load")
    call_command("places", "load")

    first, second = capsys.readouterr().out.splitlines()
    assert "区7、町丁目676" in first
    assert "変わっていません" in second


def test_the_command_ends_with_2_when_a_file_is_wrong(folder: Path) -> None:
    (folder / "towns.csv").unlink()

    with pytest.raises(CommandError, match=r"towns\.csv") as ended:
        call_command("places", "load", str(folder))
    assert ended.value.returncode == 2
