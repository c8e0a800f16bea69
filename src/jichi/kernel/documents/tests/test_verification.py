"""Asking whether a document is real: by its code, by its file, on a page and over the API. Nobody signs in."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as city_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.town import Town

from jichi.kernel.documents.actions.supersede_document import supersede_document
from jichi.kernel.documents.actions.withdraw_document import withdraw_document
from jichi.kernel.documents.codes import DocumentCode
from jichi.kernel.documents.models import Document
from jichi.kernel.documents.upload import LARGEST

from .issuing import CLERK, DAY, NAMES, issued, order

pytestmark = pytest.mark.django_db
API = "/api/v1/documents"
ENOUGH_QUERIES = 4


def answer(town: Town, document: Document) -> str:
    response = town.browser().get(f"/d/{document.printed_code}/")
    assert response.status_code == 200
    assert response["X-Robots-Tag"] == "noindex"
    return response.content.decode()


def test_who_holds_the_paper_learns_that_it_stands_and_nothing_of_the_person(
    town: Town, document: Document
) -> None:
    page = answer(town, document)
    for told in ("今も有効", "24川総企第1号", "総合企画局", "2012年（平成24年）7月9日", "文書記号は未確認"):
        assert told in page
    for kept in (NAMES, document.title, document.sha256[:4] + " ", "document.pdf", "件名"):
        assert kept not in page


def test_a_withdrawn_document_says_when_and_why_and_not_the_note(town: Town, document: Document) -> None:
    later = DAY + timedelta(days=2)
    withdraw_document(actor=CLERK, document=document, reason="lost", note="本人が来庁", on=later)
    page = answer(town, document)
    for told in ("2012年（平成24年）7月11日に取り消され", "紛失や盗難の届け出があったため"):
        assert told in page
    assert "今も有効" not in page
    assert "本人が来庁" not in page


def test_a_superseded_document_names_the_number_in_its_place(town: Town, document: Document) -> None:
    new = supersede_document(
        actor=CLERK, document=document, order=order(town.section, is_public=True), reason="changed", on=DAY
    )
    page = answer(town, document)
    assert "新しい文書に差し替えられ" in page
    assert new.number in page
    assert f"/d/{new.printed_code}/" in page


def test_a_public_document_shows_title_record_file_and_hash(town: Town, key: str) -> None:
    document = issued(town, title="評価票", record="13-0001-3", is_public=True)
    page = answer(town, document)
    for told in ("評価票", "/r/13-0001-3/", f"/d/{document.printed_code}/document.pdf", document.sha256[:4]):
        assert told in page
    assert town.browser().get(f"/d/{document.printed_code}/document.pdf").content == bytes(document.file.pdf)


def test_the_file_of_a_document_about_a_person_is_given_to_nobody(town: Town, document: Document) -> None:
    assert town.browser().get(f"/d/{document.printed_code}/document.pdf").status_code == 404


def test_a_code_is_found_however_it_is_typed(town: Town, document: Document) -> None:
    response = town.browser().get("/d/", {"code": document.code.lower()})
    assert response.status_code == 302
    assert response.url == f"/d/{document.printed_code}/"


def test_a_slip_is_called_a_slip_and_what_was_typed_is_kept(town: Town, document: Document) -> None:
    typed = ("2" if document.code[0] != "2" else "3") + document.code[1:]
    response = town.browser().get("/d/", {"code": typed})
    assert response.status_code == 404
    assert "打ち間違い" in response.content.decode()
    assert typed in response.content.decode()
    assert town.browser().get(f"/d/{typed}/").status_code == 404


def test_a_sound_code_that_was_never_issued_is_said_to_be_none_of_the_citys(town: Town, key: str) -> None:
    response = town.browser().get(f"/d/{DocumentCode.drawn().text}/")
    assert response.status_code == 404
    assert "この市が発行したものではありません" in response.content.decode()


def test_nothing_typed_is_asked_for(town: Town) -> None:
    response = town.browser().get("/d/", {"code": ""})
    assert response.status_code == 422
    assert "記入してください" in response.content.decode()


def upload(town: Town, content: bytes) -> object:
    sent = SimpleUploadedFile("渡邉の証明書.pdf", content, content_type="application/pdf")
    return town.browser().post("/d/file/", {"file": sent})


def test_the_file_itself_is_recognised(town: Town, document: Document) -> None:
    response = upload(town, bytes(document.file.pdf))
    page = response.content.decode()
    assert response.status_code == 200
    assert "一字一句同じ" in page
    assert document.number in page
    assert NAMES not in page


def test_one_changed_byte_makes_it_another_file(town: Town, document: Document) -> None:
    response = upload(town, bytes(document.file.pdf) + b" ")
    assert response.status_code == 404
    assert "発行したときのファイルと同じではありません" in response.content.decode()


def test_of_an_uploaded_file_nothing_is_kept(
    town: Town, document: Document, tmp_path: Path, settings
) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    before = sorted(tmp_path.rglob("*")), sorted(Path(city_settings.MEDIA_ROOT).rglob("*"))
    page = upload(town, b"x" * (6 * 1024 * 1024)).content.decode()
    assert (sorted(tmp_path.rglob("*")), sorted(Path(city_settings.MEDIA_ROOT).rglob("*"))) == before
    assert "渡邉" not in page


def test_too_large_a_file_is_not_read_to_its_end(town: Town) -> None:
    response = town.browser().post("/d/file/", {"file": io.BytesIO(b"x" * (LARGEST + 1))})
    assert response.status_code == 422


def test_the_file_form_needs_a_file_and_leads_back_when_opened(town: Town) -> None:
    assert town.browser().post("/d/file/", {}).status_code == 422
    assert town.browser().get("/d/file/").url == "/d/"


def test_the_api_answers_like_the_page(town: Town, document: Document) -> None:
    told = town.browser().get(f"{API}/codes/{document.printed_code}").json()
    assert told == {
        "number": "24川総企第1号",
        "bureau": "総合企画局",
        "issued_on": "2012-07-09",
        "state": "stands",
        "ended_on": None,
        "reason": "",
        "superseded_by": "",
        "is_signed": True,
        "certificate": document.certificate_id,
        "is_public": False,
        "is_demo": False,
        "title": "",
        "record": "",
        "sha256": "",
        "copy_destroyed_on": None,
    }
    assert town.browser().get(f"{API}/hashes/{document.sha256}").json() == told


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("codes/ABC", 404, "documents.code_mistyped"),
        ("codes/000000000000000000", 404, "documents.not_issued"),
        (f"hashes/{'0' * 64}", 404, "documents.not_issued"),
    ],
)
def test_the_api_says_what_is_wrong(town: Town, address: str, status: int, code: str) -> None:
    response = town.browser().get(f"{API}/{address}")
    assert response.status_code == status
    assert response.json()["code"] == code


def test_the_certificate_can_be_had_by_who_checks_the_signature(town: Town, document: Document) -> None:
    response = town.browser().get(f"/d/certificates/{document.certificate_id}.pem")
    assert response.content.startswith(b"-----BEGIN CERTIFICATE-----")
    assert town.browser().get(f"/d/certificates/{'0' * 64}.pem").status_code == 404


def test_an_answer_needs_few_queries(town: Town, document: Document, django_assert_max_num_queries) -> None:
    browser = town.browser()
    browser.get("/d/")
    with django_assert_max_num_queries(ENOUGH_QUERIES):
        browser.get(f"/d/{document.printed_code}/")
