"""A certificate: checked, numbered, printed, read back, kept; or nothing of it."""

import json
from uuid import uuid4

import pytest
from tests.town import Town

from jichi.domains.residents.actions.issue_certificate import TicketIsUsed, issue_certificate
from jichi.domains.residents.models import Certificate, Entry
from jichi.domains.residents.rules.certificates.kinds import Option
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.documents.models import Document, NumberSeries
from jichi.kernel.ledger.models import Event, PersonalField

from .certificate_desk import TODAY, clerk, issued, office, options, order, paper_of
from .small_register import resident

__all__ = ["office"]
pytestmark = pytest.mark.django_db


def test_a_copy_of_the_record_says_who_somebody_is_and_where_they_live(office: Town) -> None:
    person = resident(office, "渡邉\U000e0112　花子", lot="2番3号", building="見本ハイツ101")
    paper = paper_of(issued(office, person, by=clerk(office)))
    assert paper.says("氏名渡邉\U000e0112　花子")
    assert paper.says("生年月日昭和55年5月17日")
    assert paper.says("住所川崎市川崎区見本町一丁目2番3号　見本ハイツ101")
    assert paper.says("川崎市川崎区長")


def test_what_was_not_asked_for_is_left_out_and_the_paper_says_so(office: Town) -> None:
    person = resident(office, relationship="世帯主", domicile="川崎市幸区例示町9番")
    paper = paper_of(issued(office, person, by=clerk(office)))
    assert not paper.says("例示町9番")
    assert paper.says("本籍・筆頭者省略")
    asked = paper_of(issued(office, person, by=clerk(office), options=options(Option.DOMICILE)))
    assert asked.says("本籍川崎市幸区例示町9番")


def test_the_whole_household_or_those_who_were_chosen(office: Town) -> None:
    head = resident(office, "見本　太郎")
    household = Entry.objects.get(person=head).household_id
    child = resident(office, "見本　一郎", household=household, relationship="子")
    whole = paper_of(issued(office, child, by=clerk(office)))
    assert whole.says("見本太郎")
    assert whole.says("見本一郎")
    part = issued(office, child, by=clerk(office), options=options(whole=False, members=(child.pk,)))
    assert not paper_of(part).says("見本太郎")
    assert paper_of(part).says("世帯の一部の写し")
    assert list(part.entries.values_list("person", flat=True)) == [child.pk]


def test_a_certificate_is_kept_with_its_document_and_told_without_a_name(office: Town) -> None:
    person = resident(office, "見本　花子")
    made = issued(office, person, by=clerk(office))
    document = Document.objects.get(code=made.document)
    assert (made.document_number, made.step, made.fee) == (document.number, "issued", 300)
    assert (document.is_public, "花子" in document.title) == (False, False)
    event = Event.objects.get(type="residents.register.kept", public__act=made.number)
    assert event.public == {"act": made.number, "office": office.ward.code}
    told = json.loads(PersonalField.objects.get(event=event, name="about").clear)
    assert told["document"] == document.number


def test_the_same_ticket_is_the_same_certificate(office: Town) -> None:
    person, ticket, by = resident(office), uuid4(), clerk(office)
    first = issued(office, person, by=by, ticket=ticket)
    assert issued(office, person, by=by, ticket=ticket) == first
    assert Document.objects.count() == 1


def test_a_ticket_of_another_person_is_refused(office: Town) -> None:
    ticket, by = uuid4(), clerk(office)
    issued(office, resident(office), by=by, ticket=ticket)
    with pytest.raises(TicketIsUsed):
        issued(office, resident(office, "実例　次郎"), by=by, ticket=ticket)
    assert Certificate.objects.count() == 1


def test_another_ward_issues_nothing_here(office: Town) -> None:
    person = resident(office)
    neighbour = office.actor(office.staff("registry_clerk", ward=office.other_ward), on=TODAY)
    with pytest.raises(NotAllowed):
        issue_certificate(actor=neighbour, order=order(office, person), on=TODAY)
    assert not NumberSeries.objects.exists()
