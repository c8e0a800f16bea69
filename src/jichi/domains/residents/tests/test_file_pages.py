"""The screens of files in and out: hand in, see what is wrong, say yes; ask for an extract and take it away."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.town import Town

from jichi.domains.residents.models import Person, Transfer
from jichi.domains.residents.queries.waiting_room import job_with
from jichi.kernel.access.roles import Role
from jichi.kernel.tasks.worker import Worker

from .generated import generated, places
from .small_register import resident

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(town: Town) -> Client:
    places(town)
    return town.browser(town.staff(Role.REGISTRY_CHIEF))


def handed_in(browser: Client, folder: Path, *, spoil: str = "") -> str:
    files = generated(folder, people=40)
    sent = {
        name: SimpleUploadedFile(file.name, (file.read_text(encoding="utf-8") + spoil).encode())
        for name, file in files.items()
        if name in ("movements", "entries")
    }
    answer = browser.post("/residents/files/load/", {**sent, "reason": "試験"})
    assert answer.status_code == 302, answer.content.decode()
    Worker().work_off()
    return answer["Location"]


def test_files_are_looked_at_first_and_loaded_after_a_yes(chief: Client, tmp_path: Path) -> None:
    page = handed_in(chief, tmp_path)
    shown = chief.get(page).content.decode()
    assert "誤りはありません" in shown
    assert Person.objects.count() == 0
    chief.post(f"{page}load/")
    Worker().work_off()
    done = Transfer.objects.get()
    assert (done.people, Person.objects.count()) == (40, 40)
    assert done.act in chief.get(page).content.decode()
    assert done.reason in chief.get("/residents/files/").content.decode()


def test_faults_are_shown_and_saved_as_csv_and_nothing_is_loaded(chief: Client, tmp_path: Path) -> None:
    page = handed_in(chief, tmp_path, spoil="x,y\n")
    shown = chief.get(page).content.decode()
    assert "項目が1行目の見出しより少ないです。" in shown
    told = b"".join(chief.get(f"{page}faults.csv").streaming_content).decode()  # type: ignore[attr-defined]
    assert "movements.csv" in told
    chief.post(f"{page}load/")
    Worker().work_off()
    assert Person.objects.count() == 0


def test_a_page_of_work_under_way_loads_itself_anew_without_a_script(chief: Client, tmp_path: Path) -> None:
    page = handed_in(chief, tmp_path)
    job = job_with(page.rstrip("/").rpartition("/")[2])
    job.moved("write", 0.42)
    answer = chief.get(page)
    assert answer["Refresh"] == "3"
    assert 'value="42"' in answer.content.decode()


def test_an_extract_is_taken_away_as_one_file(chief: Client, town: Town) -> None:
    resident(town, "見本　花子")
    sent = {"wards": ["14131"], "encoding": "utf-8", "reason": "統計のため"}
    page = chief.post("/residents/files/extract/", sent)["Location"]
    Worker().work_off()
    content = b"".join(chief.get(f"{page}extract.zip").streaming_content)  # type: ignore[attr-defined]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert "見本　花子" in archive.read("entries.csv").decode()
    assert Transfer.objects.get().reason == "統計のため"


def test_nobody_else_sees_a_job_or_the_pages(chief: Client, town: Town, tmp_path: Path) -> None:
    page = handed_in(chief, tmp_path)
    other = town.browser(town.staff(Role.REGISTRY_CHIEF))
    clerk = town.browser(town.staff(Role.REGISTRY_CLERK, ward=town.ward))
    assert other.get(page).status_code == 404
    for address in (page, "/residents/files/", "/residents/files/load/", "/residents/files/extract/"):
        assert clerk.get(address).status_code == 404


def test_an_extract_without_a_reason_is_asked_again_and_loses_nothing(chief: Client) -> None:
    answer = chief.post("/residents/files/extract/", {"wards": ["14131"], "encoding": "cp932", "reason": ""})
    assert answer.status_code in (200, 422)
    assert 'value="14131"' in answer.content.decode()
    assert "checked" in answer.content.decode()


def test_the_list_asks_a_fixed_number_of_questions(
    chief: Client, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        chief.get("/residents/files/")
