"""A certificate: checked, numbered, printed, read back, kept; or nothing of it."""

import json
from datetime import date
from uuid import uuid4

import pytest
from tests.town import Town

from jichi.domains.residents.actions.certificates.checking import NotOnTheRegister
from jichi.domains.residents.actions.issue_certificate import TicketIsUsed, issue_certificate
from jichi.domains.residents.models import Certificate, Entry
from jichi.domains.residents.rules.certificates.individual_numbers import NoNumberYet
from jichi.domains.residents.rules.certificates.kinds import Option
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.documents.models import Document, NumberSeries
from jichi.kernel.ledger.models import Event, PersonalField

from .certificate_desk import TODAY, clerk, issued, office, options, order, paper_of
from .small_register import moved, resident

__all__ = ["office"]
pytestmark = pytest.mark.django_db


def test_a_copy_of_the_record_says_who_somebody_is_and_where_they_live(office: Town) -> None:
    person = resident(office, "渡邉\U000e0112　花子", lot="2番3号", building="見本ハイツ101")
    paper = paper_of(issued(office, person, by=clerk(office)))
    assert paper.says("氏名渡邉\U000e0112　花子")
    assert paper.says("生年月日昭和55年5月17日")
    assert paper.says("住所川崎市川崎区見本町一丁目2番3号　見本ハイツ101")
    assert paper.says("川崎市川崎区長")


def test_a_paper_of_a_demo_city_is_known_as_right_after_one_of_a_real_city(office: Town, settings) -> None:
    person = resident(office)
    issued(office, person, by=clerk(office))
    settings.DEMO = True
    assert paper_of(issued(office, person, by=clerk(office))).says("川崎市デモ")


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


def test_before_the_law_gave_numbers_none_can_be_asked_for(office: Town) -> None:
    person = resident(office, individual_number="123456789018")
    with pytest.raises(NoNumberYet):
        issued(office, person, by=clerk(office), options=options(Option.INDIVIDUAL_NUMBER))
    since = date(2015, 10, 5)
    ask = order(office, person, options=options(Option.INDIVIDUAL_NUMBER))
    assert paper_of(issue_certificate(actor=clerk(office), order=ask, on=since)).says("個人番号123456789018")


def test_the_record_of_who_has_gone_is_a_removed_one_and_says_why(office: Town) -> None:
    person = resident(office)
    gone = {"standing": "removed", "gone_to": "横浜市中区例示町1番"}
    moved(person, office.ward, gone, kind="move_out_confirmed", on=date(2014, 4, 1))
    with pytest.raises(NotOnTheRegister, match="除票"):
        issued(office, person, by=clerk(office))
    paper = paper_of(issued(office, person, by=clerk(office), kind="removed_record"))
    assert paper.says("転出先横浜市中区例示町1番")
    assert paper.says("消除の事由転出確定")


def test_a_certificate_of_items_has_no_word_of_what_was_not_asked(office: Town) -> None:
    person = resident(office)
    paper = paper_of(issued(office, person, by=clerk(office), kind="record_items"))
    assert not paper.says("省略")
    assert paper.says("住民票に記載されていることを証明する")


def test_who_leaves_takes_a_certificate_along_that_costs_nothing(office: Town) -> None:
    person = resident(office)
    leaving = {"standing": "leaving", "going_to": "横浜市中区例示町1番"}
    moved(person, office.ward, leaving, kind="moving_out", on=date(2014, 5, 1))
    made = issued(office, person, by=clerk(office), kind="moving_out")
    assert made.fee == 0
    assert paper_of(made).says("転出先横浜市中区例示町1番")
