"""A published sheet is issued as an official document: numbered, signed, to be checked by everybody."""

import io
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.town import Town

from jichi.domains.plans.actions.draft_review import draft_effort_review
from jichi.domains.plans.actions.give_second_opinion import give_second_opinion
from jichi.domains.plans.actions.issue_sheet import NothingNewToIssue, issue_sheet
from jichi.domains.plans.models import Edition, EffortReview, ProgrammeReview
from jichi.domains.plans.sheets.official import TEMPLATES
from jichi.kernel.documents.actions.withdraw_document import withdraw_document
from jichi.kernel.documents.checks import sample_of
from jichi.kernel.documents.inventory import faults_of_the_register
from jichi.kernel.documents.loading import see_to_the_key
from jichi.kernel.documents.models import Document
from jichi.kernel.ledger.models import Event
from jichi.kernel.tasks.worker import Worker

from .sheets import Office, owned
from .test_sheets import DAY, ONE, OPINION, got, page

pytestmark = pytest.mark.django_db
Sheets = tuple[EffortReview, ProgrammeReview]


@pytest.fixture
def office(town: Town, tmp_path: Path, settings) -> Office:
    settings.VAR = tmp_path / "var"
    see_to_the_key()
    return Office.of(town)


@pytest.fixture
def published(edition: Edition, office: Office, town: Town) -> Sheets:
    owned(edition, office.planner, town)
    two = office.write(office.sheet(office.open(edition)))
    one = two.round.effortreviews.get(effort__listings__programme=two.programme)
    draft_effort_review(actor=office.staff, review=one, sheet=ONE)
    return office.take_to("published", one, DAY), office.take_to("published", two, DAY)


@pytest.fixture
def issued(published: Sheets) -> Sheets:
    assert Worker().work_off() > 0
    return published


def document_of(review: EffortReview | ProgrammeReview) -> Document:
    return Document.objects.get(record=review.reference, step="stands")


def test_each_published_sheet_becomes_a_signed_document_of_its_section(issued: Sheets, town: Town) -> None:
    one, two = map(document_of, issued)
    assert {one.number, two.number} == {"24川総企第1号", "24川総企第2号"}
    assert (one.template, two.template) == ("plans.sheet_one", "plans.sheet_two")
    for document in (one, two):
        assert (document.section, document.issued_on) == (town.section, DAY)
        assert document.is_signed
        assert document.is_public
        assert Event.objects.filter(type="documents.document.issued", public__record=document.record).exists()
    assert faults_of_the_register().faults == []


def test_before_the_work_is_done_the_page_says_so(published: Sheets, town: Town) -> None:
    assert "発行しています" in page(town.browser(), "sheet_two", published[1])


def test_the_page_of_the_sheet_leads_to_document_and_verification(issued: Sheets, town: Town) -> None:
    for review, name in zip(issued, ("sheet_one", "sheet_two"), strict=True):
        document = document_of(review)
        shown = page(town.browser(), name, review)
        assert document.number in shown
        assert f"/d/{document.printed_code}/document.pdf" in shown
        answer = town.browser().get(f"/d/{document.printed_code}/").content.decode()
        assert "今も有効" in answer
        assert f"/r/{review.reference}/" in answer


def test_the_paper_has_number_code_and_the_sheet(issued: Sheets, town: Town) -> None:
    document = document_of(issued[1])
    pdf = town.browser().get(f"/d/{document.printed_code}/document.pdf").content
    said = "".join("".join(each.extract_text() for each in PdfReader(io.BytesIO(pdf)).pages).split())
    for text in (
        document.number,
        document.printed_code,
        "平成24年5月21日",
        issued[1].reference,
        "3目標をほぼ達成",
    ):
        assert text in said


def test_the_working_copy_stays_the_same_bytes(published: Sheets, town: Town) -> None:
    before = got(town.browser(), "sheet_two_pdf", published[1])
    Worker().work_off()
    assert got(town.browser(), "sheet_two_pdf", published[1]) == before


def test_a_second_opinion_supersedes_the_document(issued: Sheets, office: Office, town: Town) -> None:
    two, later = issued[1], date(2012, 6, 1)
    old = document_of(two)
    give_second_opinion(actor=office.committee, review=two, opinion=OPINION, on=later)
    Worker().work_off()
    new = document_of(two)
    old.refresh_from_db()
    assert (old.step, old.superseded_by, old.reason, new.issued_on) == ("superseded", new, "changed", later)
    assert new.number in town.browser().get(f"/d/{old.printed_code}/").content.decode()
    assert document_of(issued[0]).stands


def test_a_withdrawn_document_is_called_so_on_the_page_of_its_sheet(
    issued: Sheets, office: Office, town: Town
) -> None:
    document = document_of(issued[1])
    withdraw_document(actor=office.planner, document=document, reason="mistake", note="", on=DAY)
    shown = page(town.browser(), "sheet_two", issued[1])
    assert "この文書は取り消されています" in shown
    assert "発行しています" not in shown
    assert f"/d/{document.printed_code}/document.pdf" not in shown


def test_a_sheet_that_says_nothing_new_is_not_issued_again(issued: Sheets, office: Office) -> None:
    with pytest.raises(NothingNewToIssue):
        issue_sheet(actor=office.planner, review=issued[1], on=DAY)
    assert Document.objects.count() == 2


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.name)
def test_the_sample_of_a_sheet_can_be_printed(template) -> None:
    said = "".join(each.extract_text() for each in PdfReader(io.BytesIO(sample_of(template))).pages)
    assert "見本" in said
