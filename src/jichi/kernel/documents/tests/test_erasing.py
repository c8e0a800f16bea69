"""Erasing the city's copy when its years are over: nothing of the person stays, and the paper can still be asked about."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.forms.models import model_to_dict
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.documents import templates
from jichi.kernel.documents.actions.ending import NoNoteAnyMore
from jichi.kernel.documents.actions.erase_document import (
    ErasedAlready,
    KeptForEverybody,
    NoReasonToErase,
    PeriodIsUnknown,
    StillKept,
    erase_document,
)
from jichi.kernel.documents.actions.look_at_document import look_at_document
from jichi.kernel.documents.actions.withdraw_document import withdraw_document
from jichi.kernel.documents.inventory import faults_of_the_register
from jichi.kernel.documents.models import Document, DocumentLook, IssuedFile
from jichi.kernel.documents.retention import is_over, kept_until, no_longer_kept
from jichi.kernel.law.book import LegalValue
from jichi.kernel.ledger.check import faults_of
from jichi.kernel.ledger.models import Event, PersonalField, Stream

from .issuing import CLERK, DAY, NAMES, TEMPLATE, issued

pytestmark = pytest.mark.django_db
REGISTER = "/desk/documents/"
# Some two years of the city's law, from 2006-04-01 to 2019-06-27; what they are years of does not matter here.
TWO_YEARS = LegalValue("councils.term_years", int, unit="years")
LAST, OVER = date(2015, 3, 31), date(2015, 4, 1)
WHY = "保存期間の満了による廃棄"


@pytest.fixture(autouse=True)
def kept_for_two_years(own_template: None) -> Iterator[None]:
    templates.declare([replace(TEMPLATE, kept_for=TWO_YEARS)])
    yield
    templates.declare([TEMPLATE])


def erased(document: Document) -> Document:
    return erase_document(actor=CLERK, document=document, reason=WHY, on=OVER)


@pytest.mark.parametrize(
    ("issued_on", "last"),
    [(date(2012, 4, 1), LAST), (date(2013, 3, 31), LAST), (date(2013, 4, 1), date(2016, 3, 31))],
)
def test_the_years_are_counted_from_the_fiscal_year_after_the_issue(
    town: Town, key: str, issued_on: date, last: date
) -> None:
    assert kept_until(issued(town, on=issued_on)) == last


def test_nothing_is_erased_on_the_last_day_and_everything_may_be_on_the_next(document: Document) -> None:
    with pytest.raises(StillKept, match="2015年3月31日まで"):
        erase_document(actor=CLERK, document=document, reason=WHY, on=LAST)
    assert IssuedFile.objects.filter(document=document).exists()
    assert erased(document).erased_on == OVER


@pytest.mark.parametrize(("day", "over"), [(LAST, False), (OVER, True)])
def test_the_list_offers_it_from_the_day_on_which_the_verb_does(
    document: Document, day: date, over: bool
) -> None:
    assert is_over(document, day) is over
    assert Document.objects.filter(no_longer_kept(day)).exists() is over


@pytest.mark.parametrize("why_unknown", ["no value named", "not in force on that day"])
def test_without_a_period_in_the_law_nothing_is_erased(town: Town, key: str, why_unknown: str) -> None:
    if why_unknown == "no value named":
        templates.declare([TEMPLATE])
    document = issued(town, on=DAY if why_unknown == "no value named" else date(2019, 6, 28))
    assert kept_until(document) is None
    with pytest.raises(PeriodIsUnknown):
        erase_document(actor=CLERK, document=document, reason=WHY, on=date(2050, 1, 1))


def test_what_is_everybodys_and_what_is_erased_is_not_erased(town: Town, document: Document) -> None:
    with pytest.raises(KeptForEverybody):
        erased(issued(town, is_public=True))
    erased(document)
    with pytest.raises(ErasedAlready):
        erased(document)


def test_a_reason_is_needed(document: Document) -> None:
    with pytest.raises(NoReasonToErase):
        erase_document(actor=CLERK, document=document, reason=" ", on=OVER)
    assert not Document.objects.get().is_erased


def test_staff_of_a_section_does_not_erase(town: Town, document: Document) -> None:
    staff = town.actor(town.staff(Role.SECTION_STAFF, section=town.section))
    with pytest.raises(NotAllowed):
        erase_document(actor=staff, document=document, reason=WHY, on=OVER)


def test_nothing_of_the_person_stays_in_any_table(town: Town, document: Document) -> None:
    look_at_document(actor=CLERK, document=document, why=f"{NAMES}の求め")
    withdraw_document(actor=CLERK, document=document, reason="lost", note=f"{NAMES}が来庁", on=DAY)
    erased(document)
    assert Event.objects.filter(type="documents.document.looked_at").count() == 1
    rows = [
        *Document.objects.values(),
        *IssuedFile.objects.values(),
        *DocumentLook.objects.values(),
        *Event.objects.values(),
        *PersonalField.objects.values(),
    ]
    assert NAMES.split()[0] not in str(rows)
    assert not IssuedFile.objects.exists()


def test_number_hashes_day_and_state_stay(document: Document) -> None:
    stays = (
        "number",
        "code",
        "serial",
        "sha256",
        "plain_sha256",
        "issued_on",
        "issued_at",
        "step",
        "version",
        "certificate",
    )
    before = {name: getattr(Document.objects.get(), name) for name in stays}
    erased(document)
    assert {name: getattr(Document.objects.get(), name) for name in stays} == before


def test_the_record_tells_of_it_and_every_chain_still_holds(document: Document) -> None:
    erased(document)
    event = Event.objects.get(type="documents.document.erased")
    assert event.public == {"number": document.number, "kept_until": "2015-03-31", "on": "2015-04-01"}
    issue = Event.objects.get(type="documents.document.issued")
    assert issue.commitments["title"]
    assert not PersonalField.objects.filter(event=issue).exists()
    assert Event.objects.get(type="record.clear_text.erased").public["erased_from"] == issue.digest
    assert [fault for stream in Stream.objects.all() for fault in faults_of(stream)] == []


def test_the_inventory_counts_what_was_erased_and_finds_no_fault(
    town: Town, document: Document, capsys
) -> None:
    issued(town)
    erased(document)
    found = faults_of_the_register()
    assert (found.documents, found.made_again, found.erased, found.faults) == (2, 1, 1, [])
    out = StringIO()
    call_command("documents", "check", stdout=out)
    assert "2 documents: 1 made again byte for byte, 1 erased" in out.getvalue()


def test_whoever_holds_the_paper_learns_that_it_stands_and_that_the_copy_was_destroyed(
    town: Town, document: Document
) -> None:
    erased(document)
    page = town.browser().get(f"/d/{document.printed_code}/").content.decode()
    assert "今も有効" in page
    assert "保存期間が過ぎたため、2015年（平成27年）4月1日に消しました" in page
    told = town.browser().get(f"/api/v1/documents/codes/{document.printed_code}").json()
    assert (told["state"], told["copy_destroyed_on"]) == ("stands", "2015-04-01")


def test_the_file_in_somebodys_hands_is_still_recognised(town: Town, document: Document) -> None:
    sha256 = document.sha256
    erased(document)
    told = town.browser().get(f"/api/v1/documents/hashes/{sha256}").json()
    assert told["number"] == document.number


def test_an_erased_document_can_still_be_withdrawn_but_nothing_is_written_about_the_person(
    document: Document,
) -> None:
    erased(document)
    with pytest.raises(NoNoteAnyMore):
        withdraw_document(actor=CLERK, document=document, reason="lost", note="本人が来庁", on=OVER)
    assert (
        withdraw_document(actor=CLERK, document=document, reason="lost", note="", on=OVER).step == "withdrawn"
    )


def test_the_database_itself_keeps_an_erased_document_empty(document: Document) -> None:
    erased(document)
    for changes in (
        {"title": "名"},
        {"given": "{}"},
        {"note": "事情"},
        {"erased_because": ""},
        {"is_public": True},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Document.objects.filter(pk=document.pk).update(**changes)


def test_a_chief_erases_on_the_page_with_a_reason_after_a_question(town: Town, document: Document) -> None:
    browser = town.browser(town.staff(Role.SECTION_CHIEF, section=town.section))
    browser.post(f"{REGISTER}{document.pk}/look/", {"why": "保存期間の確認"})
    page = browser.get(f"{REGISTER}{document.pk}/").content.decode()
    assert "2015年（平成27年）3月31日" in page
    assert f"{REGISTER}{document.pk}/erase/" in page
    erase = f"{REGISTER}{document.pk}/erase/"
    assert browser.post(erase, {"reason": ""}).status_code == 422
    assert "もとには戻せません" in browser.post(erase, {"reason": WHY}).content.decode()
    assert not Document.objects.get().is_erased
    done = browser.post(erase, {"reason": WHY, "stage": "act"}, follow=True).content.decode()
    for told in ("控えを消しました", "（控えは消去済み）", WHY, document.number):
        assert told in done
    assert NAMES not in done
    assert browser.get(f"{REGISTER}{document.pk}/document.pdf").status_code == 404
    assert browser.get(erase).status_code == 404


def test_the_register_finds_what_is_no_longer_kept_and_what_is_erased(town: Town, document: Document) -> None:
    young = issued(town, on=date(2026, 5, 1))
    gone = erased(issued(town))
    browser = town.browser(town.staff(Role.AUDITOR))
    for kept, shown in (("over", [document]), ("erased", [gone]), ("", [document, gone, young])):
        page = browser.get(REGISTER, {"kept": kept}).content.decode()
        assert [each for each in (document, gone, young) if f">{each.number}</a>" in page] == shown, kept


def test_what_is_copied_of_an_erased_row_names_nobody(document: Document) -> None:
    assert NAMES.split()[0] not in str(model_to_dict(erased(document)))
