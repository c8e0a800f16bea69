"""Issuing, superseding and withdrawing: number, paper, register and record together, or nothing."""

from dataclasses import asdict
from datetime import date
from hashlib import sha256

import pytest
from django.db import IntegrityError, transaction
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.documents.actions.ending import ReasonIsMissing, StandsNoMore
from jichi.kernel.documents.actions.issue_document import issue_document
from jichi.kernel.documents.actions.supersede_document import supersede_document
from jichi.kernel.documents.actions.withdraw_document import withdraw_document
from jichi.kernel.documents.inventory import faults_of_the_register
from jichi.kernel.documents.keys import KeyIsMissing, file_of
from jichi.kernel.documents.models import Document, IssuedFile, NumberSeries
from jichi.kernel.documents.numbering import NoSymbol
from jichi.kernel.documents.paper import made_again
from jichi.kernel.documents.render import BadTemplate
from jichi.kernel.ledger.models import Event, PersonalField

from .issuing import CLERK, DATA, DAY, NAMES, issued, order

pytestmark = pytest.mark.django_db


def last(type_name: str) -> Event:
    return Event.objects.filter(type=type_name).latest("pk")


def test_numbers_follow_each_other_by_bureau_and_fiscal_year(town: Town, key: str) -> None:
    days = (date(2012, 4, 1), date(2013, 3, 31), date(2013, 4, 1))
    numbers = [issued(town, on=day).number for day in days]
    elsewhere = issue_document(actor=CLERK, order=order(town.other_section), on=DAY).number
    assert [*numbers, elsewhere] == ["24川総企第1号", "24川総企第2号", "25川総企第1号", "24川市こ第1号"]


def test_the_record_tells_number_and_hash_and_neither_name_nor_code(document: Document) -> None:
    event = last("documents.document.issued")
    assert event.stream.name == "documents/planning/2012"
    assert event.public["number"] == document.number == "24川総企第1号"
    assert event.public["sha256"] == document.sha256
    assert event.public["template_version"] == document.version_id
    assert PersonalField.objects.get(event=event, name="title").clear == f"{NAMES}の証明書"
    told = f"{event.public}{event.commitments}"
    assert NAMES not in told
    assert document.code not in told


def test_the_file_is_kept_and_the_register_knows_its_hash(document: Document) -> None:
    pdf = bytes(document.file.pdf)
    assert sha256(pdf).hexdigest() == document.sha256
    assert document.is_signed
    assert document.stands


def test_the_same_bytes_are_made_again_from_the_register_alone(
    document: Document, tmp_path, settings
) -> None:
    settings.CITY_FOLDER = tmp_path  # whatever the city's templates have become meanwhile
    again = made_again(Document.objects.select_related("version").get())
    assert sha256(again).hexdigest() == document.plain_sha256
    assert bytes(document.file.pdf).startswith(again)


def test_a_number_belongs_to_the_act_it_was_taken_in(town: Town, key: str) -> None:
    with transaction.atomic():
        assert issued(town).serial == 1
        transaction.set_rollback(True)
    assert not Document.objects.exists()
    assert issued(town).serial == 1


def test_what_cannot_be_printed_takes_no_number(town: Town, key: str) -> None:
    with pytest.raises(BadTemplate):
        issued(town, data={**DATA, "person": "𓀀"})
    assert not NumberSeries.objects.exists()
    assert not Event.objects.filter(type="documents.document.issued").exists()


def test_without_the_citys_key_nothing_is_issued(town: Town, key: str) -> None:
    file_of(key).unlink()
    with pytest.raises(KeyIsMissing):
        issued(town)
    assert not Document.objects.exists()
    assert not issued(town, is_signed=False).is_signed


def test_a_bureau_without_a_symbol_issues_nothing(town: Town, key: str) -> None:
    section = town.make_section("nowhere", "どこにもない局", "nowhere-1", "課")
    with pytest.raises(NoSymbol):
        issue_document(actor=CLERK, order=order(section), on=DAY)
    assert not NumberSeries.objects.exists()


def test_only_the_own_office_issues_in_its_name(town: Town, key: str) -> None:
    stranger = town.actor(town.staff(Role.SECTION_STAFF, section=town.other_section))
    with pytest.raises(NotAllowed):
        issue_document(actor=stranger, order=order(town.section), on=DAY)
    own = town.actor(town.staff(Role.SECTION_STAFF, section=town.section))
    assert issue_document(actor=own, order=order(town.section), on=DAY).stands


def test_a_withdrawn_document_keeps_its_number_and_says_why(document: Document) -> None:
    ended = withdraw_document(
        actor=CLERK, document=document, reason="mistake", note=f"{NAMES}が申し出た", on=DAY
    )
    assert (ended.step, ended.ended_on, ended.number) == ("withdrawn", DAY, "24川総企第1号")
    event = last("documents.document.withdrawn")
    assert event.public == {"number": ended.number, "reason": "mistake", "on": "2012-07-09"}
    assert PersonalField.objects.get(event=event, name="note").clear == f"{NAMES}が申し出た"


def test_a_document_is_withdrawn_once_and_with_a_reason(document: Document) -> None:
    with pytest.raises(ReasonIsMissing):
        withdraw_document(actor=CLERK, document=document, reason="", note="", on=DAY)
    withdraw_document(actor=CLERK, document=document, reason="lost", note="", on=DAY)
    with pytest.raises(StandsNoMore):
        withdraw_document(actor=CLERK, document=document, reason="lost", note="", on=DAY)


def test_staff_of_a_section_does_not_withdraw(town: Town, document: Document) -> None:
    staff = town.actor(town.staff(Role.SECTION_STAFF, section=town.section))
    with pytest.raises(NotAllowed):
        withdraw_document(actor=staff, document=document, reason="lost", note="", on=DAY)


def test_a_superseded_document_names_its_successor(town: Town, document: Document) -> None:
    new = supersede_document(
        actor=CLERK, document=document, order=order(town.section), reason="changed", on=DAY
    )
    old = Document.objects.get(pk=document.pk)
    assert (old.step, old.superseded_by, old.reason) == ("superseded", new, "changed")
    assert (new.number, new.step) == ("24川総企第2号", "stands")
    assert last("documents.document.superseded").public["by"] == new.number
    with pytest.raises(StandsNoMore):
        supersede_document(actor=CLERK, document=old, order=order(town.section), reason="changed", on=DAY)
    assert Document.objects.count() == 2


def test_the_database_itself_refuses_a_number_given_twice(document: Document) -> None:
    columns = {
        field.attname: getattr(document, field.attname)
        for field in Document._meta.fields
        if field.name != "id"
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.create(**{**columns, "code": "0" * 18, "sha256": "0" * 64})


def test_an_inventory_finds_everything_in_place(town: Town, document: Document) -> None:
    issued(town, is_signed=False)
    found = faults_of_the_register()
    assert asdict(found) == {"documents": 2, "made_again": 2, "erased": 0, "faults": []}


def test_an_inventory_names_a_file_that_was_changed_and_a_number_that_is_missing(
    town: Town, document: Document
) -> None:
    lost = issued(town)
    IssuedFile.objects.filter(document=document).update(pdf=bytes(document.file.pdf) + b" ")
    IssuedFile.objects.filter(document=lost).delete()
    NumberSeries.objects.update(last=3)
    faults = "\n".join(faults_of_the_register().faults)
    assert f"{document.number}: the file is not the one that was issued" in faults
    assert f"{lost.number}: the file is gone, and nobody erased it" in faults
    assert "planning 2012: the series has given 3 numbers, the register holds 2 from 1 to 2" in faults
