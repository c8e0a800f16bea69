"""A ward's seals come in from files: looked at to the last line and picture, all of them or none, each fault at its place."""

import io
import json
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.town import Town

from jichi.domains.residents.models import Person, SealCard, SealRegistration, Transfer
from jichi.domains.residents.queries.seals import standing_seal
from jichi.domains.residents.queries.waiting_room import Waiting, job_with
from jichi.domains.residents.rules.impressions.made import Look, Scanning, scanned
from jichi.kernel.access.roles import Role
from jichi.kernel.ledger.models import Event
from jichi.kernel.tasks.worker import Worker

from .seals import registered
from .small_register import REGISTRY, resident, town_in

pytestmark = pytest.mark.django_db
HEAD = "宛名番号,登録印の文字,登録年月日,印鑑登録証番号,印影のファイル名,備考\n"
PAGE = "/residents/files/seals/"


@pytest.fixture
def chief(town: Town) -> Client:
    return town.browser(town.staff(Role.REGISTRY_CHIEF, ward=town.ward))


@pytest.fixture(scope="module")
def picture() -> bytes:
    return scanned(Look(name="見本", boldness=0.1), Scanning())


def zipped(**files: bytes) -> SimpleUploadedFile:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.png", content)
    return SimpleUploadedFile("images.zip", packed.getvalue())


def handed_in(
    browser: Client,
    lines: str,
    images: SimpleUploadedFile,
    *,
    mapping: str = "",
    name: str = "seals.csv",
    **more: str,
) -> Waiting:
    sent = {
        "ward": "14131",
        "seals": SimpleUploadedFile(name, lines.encode()),
        "images": images,
        "reason": "前のシステムからの移行",
        **({"mapping": SimpleUploadedFile("mapping.toml", mapping.encode())} if mapping else {}),
        **more,
    }
    answer = browser.post(PAGE, sent)
    assert answer.status_code == 302, answer.content.decode()
    Worker().work_off()
    return job_with(answer["Location"].rstrip("/").rpartition("/")[2])


def told(job: Waiting) -> set[tuple[int, str, str]]:
    lines = job.faults_file.read_text(encoding="utf-8").splitlines()
    return {(line, column, code) for _file, line, column, code in map(json.loads, lines)}


def two(one: Person, other: Person) -> str:
    """One by the number that the desk shows, the other by that of an extract."""
    first = f"{one.number},見本,2010-04-01,10000001,a.png,\n"
    return HEAD + first + f"{other.public_id},見本,2011-05-02,10000002,b.png,よし\n"


def test_seals_are_looked_at_first_and_taken_over_together_after_a_yes(
    town: Town, chief: Client, picture: bytes
) -> None:
    people = resident(town), resident(town, "見本　太郎")
    job = handed_in(chief, two(*people), zipped(a=picture, b=picture))
    page = f"/residents/files/{job.key}/"
    shown = chief.get(page).content.decode()
    assert "誤りはありません" in shown
    assert "備考" in shown, "A column that nothing is made of is told."
    assert not SealRegistration.objects.exists()
    chief.post(f"{page}load/")
    Worker().work_off()
    seals = [standing_seal(person, date(2012, 7, 9)) for person in people]
    assert [str(seal.registered_on) for seal in seals if seal] == ["2010-04-01", "2011-05-02"]
    assert list(SealCard.objects.order_by("pk").values_list("number", flat=True)) == ["10000001", "10000002"]
    done = Transfer.objects.get()
    assert (done.people, str(done.public_id), [ward.code for ward in done.wards.all()]) == (
        2,
        job.key,
        ["14131"],
    )
    assert Event.objects.filter(type="residents.register.kept").latest("pk").public == {
        "act": done.act,
        "office": "14131",
    }
    assert not list(job.folder.glob("*.csv")) + list(job.folder.glob("*.zip"))
    chief.post(f"{page}load/")
    Worker().work_off()
    assert SealRegistration.objects.count() == 2


def test_every_fault_is_told_at_its_line_and_column_and_nothing_is_taken_over(
    town: Town, chief: Client, picture: bytes
) -> None:
    good, with_seal = resident(town), resident(town, "見本　太郎")
    elsewhere = resident(town, "見本　次郎", town=town_in(town.other_ward).pk)
    registered(town, with_seal, REGISTRY, card="20000001")
    lines = HEAD + "".join(
        f"{line}\n"
        for line in (
            f"{good.number},見本,2010-04-01,10000001,a.png,",
            f"{with_seal.number},見本,2010-04-01,20000001,a.png,",
            f"{elsewhere.number},見本,きのう,12,none.png,",
            "いない,,2999-01-01,10000001,b.png,",
            f"{good.number},実例,2010-04-01,10000009,b.png",
        )
    )
    job = handed_in(chief, lines, zipped(a=picture, b=b"no picture"))
    assert job.stage == "refused"
    assert told(job) == {
        (3, "宛名番号", "seal_stands"),
        (3, "印鑑登録証番号", "card_known"),
        (4, "宛名番号", "not_in_this_ward"),
        (4, "登録年月日", "not_a_day"),
        (4, "印鑑登録証番号", "wrong_card"),
        (4, "印影のファイル名", "no_image"),
        (5, "宛名番号", "not_in_this_ward"),
        (5, "登録印の文字", "needed"),
        (5, "登録年月日", "day_out_of_reach"),
        (5, "印鑑登録証番号", "twice"),
        (5, "印影のファイル名", "image_unusable"),
        (6, "印影のファイル名", "too_few_fields"),
    }
    shown = chief.get(f"/residents/files/{job.key}/").content.decode()
    assert "この人には、もう印鑑の登録か申請があります。" in shown
    chief.post(f"/residents/files/{job.key}/load/")
    Worker().work_off()
    assert SealRegistration.objects.count() == 1


def test_what_the_register_and_the_pictures_say_is_looked_at_too(
    town: Town, chief: Client, picture: bytes
) -> None:
    one, other, third = resident(town), resident(town, "見本　太郎"), resident(town, "見本　次郎")
    there = resident(town, "見本　三郎")
    lines = HEAD + "".join(
        f"{line}\n"
        for line in (
            f"{one.number},実例,2010-04-01,10000001,a.png,",
            f"{other.number},見本,2010-04-01,abc,none.png,",
            f"{third.number},見本,2010-04-01,10000003,b.png,",
            f"{there.public_id},見本,2010-04-01,10000004,a.png,",
            "21-9999-9,見本,2010-04-01,10000005,a.png,",
        )
    )
    job = handed_in(chief, lines, zipped(a=picture, b=b"no picture"))
    assert told(job) == {
        (2, "登録印の文字", "name_not_on_record"),
        (3, "印鑑登録証番号", "wrong_card"),
        (3, "印影のファイル名", "no_image"),
        (4, "印影のファイル名", "image_unusable"),
        (6, "宛名番号", "not_in_this_ward"),
    }


def test_another_systems_file_is_read_with_a_mapping(town: Town, chief: Client, picture: bytes) -> None:
    person = resident(town)
    mapping = """
encoding = "cp932"
days = "wareki"
[seals]
file = "INKAN.csv"
columns = { person = "ATENA", engraved = "MOJI", registered_on = "YMD", card = "CARD", image = "IMG" }
"""
    lines = f"ATENA,MOJI,YMD,CARD,IMG\n{person.public_id},見本,H22.4.1,10000001,a.png\n"
    sent = {"seals": SimpleUploadedFile("INKAN.csv", lines.encode("cp932"))}
    job = handed_in(chief, "", zipped(a=picture), mapping=mapping, **sent)  # type: ignore[arg-type]
    assert (job.stage, job.counts) == ("checked", {"seals": 1})
    spoilt = handed_in(chief, "a,b\n1,2\n", SimpleUploadedFile("images.zip", b"no archive"))
    assert {(line, code) for line, _column, code in told(spoilt)} == {(1, "no_column"), (0, "no_zip")}


def test_only_who_may_load_in_that_ward_hands_seals_in(town: Town, chief: Client, picture: bytes) -> None:
    clerk = town.browser(town.staff(Role.REGISTRY_CLERK, ward=town.ward))
    assert clerk.get(PAGE).status_code == 404
    neighbour = town.browser(town.staff(Role.REGISTRY_CHIEF, ward=town.other_ward))
    sent = {
        "ward": "14131",
        "seals": SimpleUploadedFile("seals.csv", HEAD.encode()),
        "images": zipped(a=picture),
    }
    assert neighbour.post(PAGE, {**sent, "reason": "移行"}).status_code == 422
