"""A certificate asked for from home: nothing is issued before the person stands at the counter."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.town import Town

from jichi.domains.residents.actions.requests.ask_for_certificate import (
    AskedBefore,
    NoRecordYet,
    OfficeIsNoMore,
    TooManyRequests,
)
from jichi.domains.residents.actions.requests.asking import NotOffered
from jichi.domains.residents.actions.requests.collect_request import collect_request
from jichi.domains.residents.actions.requests.ending_requests import decline_request, withdraw_request
from jichi.domains.residents.actions.requests.prepare_request import prepare_request
from jichi.domains.residents.actions.requests.steps import NoReasonGiven, RequestElsewhere
from jichi.domains.residents.models import Certificate, CertificateRequest, Person
from jichi.domains.residents.rules.certificates.proofs import NotProven
from jichi.domains.residents.tasks import lapse_requests
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.notices.models import Notice
from jichi.kernel.places.models import OfficeKind

from .at_home import LICENCE, asked, hanako, linked, office_of
from .certificate_desk import TODAY, clerk, office, paper_of
from .protected_people import applied
from .small_register import moved, resident

__all__ = ["hanako", "office"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def me(office: Town, hanako: Person) -> Actor:
    return office.actor(linked(office, hanako))


def test_a_request_is_fetched_and_only_then_issued(office: Town, hanako: Person, me: Actor) -> None:
    request = asked(office, me, options=("whole", "relationship"))
    assert (request.step, request.fee, Certificate.objects.count()) == ("requested", 300, 0)
    prepared = prepare_request(actor=clerk(office), request=request, on=TODAY)
    assert prepared.keep_until == TODAY + timedelta(days=14)
    assert Notice.objects.filter(account=me.account_id, subject__contains=request.number).exists()
    made = collect_request(actor=clerk(office), request=request, proofs=LICENCE, on=TODAY)
    request.refresh_from_db()
    assert (request.step, request.certificate, made.step) == ("collected", made.number, "handed_out")
    assert (made.person, made.is_whole, made.options) == (hanako, True, "relationship")
    assert "見本" in paper_of(made).run


def test_what_is_fetched_says_what_the_register_says_that_day(
    office: Town, me: Actor, hanako: Person
) -> None:
    request = asked(office, me)
    prepare_request(actor=clerk(office), request=request, on=TODAY)
    moved(hanako, office.ward, {"lot": "9番9号"}, on=TODAY)
    made = collect_request(actor=clerk(office), request=request, proofs=LICENCE, on=TODAY)
    assert "9番9号" in paper_of(made).run


def test_nobody_fetches_without_papers(office: Town, me: Actor) -> None:
    request = asked(office, me)
    prepare_request(actor=clerk(office), request=request, on=TODAY)
    with pytest.raises(NotProven):
        collect_request(actor=clerk(office), request=request, proofs=("insurance",), on=TODAY)
    assert Certificate.objects.count() == 0
    assert CertificateRequest.objects.get().step == "ready"


def test_a_request_is_collected_once(office: Town, me: Actor) -> None:
    request = asked(office, me)
    with pytest.raises(RequestElsewhere):
        collect_request(actor=clerk(office), request=request, proofs=LICENCE, on=TODAY)
    prepare_request(actor=clerk(office), request=request, on=TODAY)
    collect_request(actor=clerk(office), request=request, proofs=LICENCE, on=TODAY)
    with pytest.raises(RequestElsewhere):
        collect_request(actor=clerk(office), request=request, proofs=LICENCE, on=TODAY)
    assert Certificate.objects.count() == 1


def test_the_same_form_is_one_request(office: Town, me: Actor) -> None:
    ticket = uuid4()
    asked(office, me, ticket=ticket)
    with pytest.raises(AskedBefore):
        asked(office, me, ticket=ticket)
    assert CertificateRequest.objects.count() == 1


def test_five_requests_at_most_wait_for_one_person(office: Town, me: Actor) -> None:
    for _each in range(5):
        asked(office, me)
    with pytest.raises(TooManyRequests):
        asked(office, me)


def test_a_protected_person_is_told_nothing_else_than_anybody(
    office: Town, hanako: Person, me: Actor
) -> None:
    with pytest.raises(NotOffered) as of_nobody:
        asked(office, me, kind="seal")
    applied(office, hanako)
    with pytest.raises(NotOffered) as of_protected:
        asked(office, me)
    assert str(of_nobody.value.message) == str(of_protected.value.message)


def test_protection_that_begins_later_stops_what_waits(office: Town, hanako: Person, me: Actor) -> None:
    waiting, ready = asked(office, me), asked(office, me)
    prepare_request(actor=clerk(office), request=ready, on=TODAY)
    applied(office, hanako)
    with pytest.raises(NotOffered):
        prepare_request(actor=clerk(office), request=waiting, on=TODAY)
    with pytest.raises(NotOffered):
        collect_request(actor=clerk(office), request=ready, proofs=LICENCE, on=TODAY)
    assert Certificate.objects.count() == 0


def test_the_reason_of_the_office_stays_in_the_office(office: Town, me: Actor) -> None:
    request = asked(office, me)
    with pytest.raises(NoReasonGiven):
        decline_request(actor=clerk(office), request=request, because="", on=TODAY)
    decline_request(actor=clerk(office), request=request, because="内部の理由", on=TODAY)
    notice = Notice.objects.get(account=me.account_id, subject__contains=request.number)
    assert "内部の理由" not in notice.body
    assert "窓口" in notice.body


def test_who_asked_takes_it_back_and_nobody_else_does(office: Town, me: Actor) -> None:
    request = asked(office, me)
    other = office.actor(linked(office, resident(office, "実例　太郎")))
    with pytest.raises(NotAllowed):
        withdraw_request(actor=other, request=request, on=TODAY)
    assert withdraw_request(actor=me, request=request, on=TODAY).step == "withdrawn"


def test_what_nobody_fetched_lapses_on_the_day_after(office: Town, me: Actor) -> None:
    request = asked(office, me)
    prepare_request(actor=clerk(office), request=request, on=TODAY)
    lapse_requests.func()
    request.refresh_from_db()
    assert request.step == "lapsed"
    assert Notice.objects.filter(account=me.account_id, subject__contains="期限が過ぎ").exists()


def test_who_is_tied_to_nobody_asks_for_nothing(office: Town) -> None:
    with pytest.raises(NoRecordYet):
        asked(office, office.actor(office.account()))


def test_an_office_that_is_closed_for_good_hands_nothing_out(office: Town, me: Actor) -> None:
    closed = office_of(office, OfficeKind.LIAISON_OFFICE, closed_on=TODAY - timedelta(days=1))
    with pytest.raises(OfficeIsNoMore):
        asked(office, me, office=closed)


def test_another_wards_clerk_prepares_nothing(office: Town, me: Actor) -> None:
    neighbour = office.actor(office.staff(Role.REGISTRY_CLERK, ward=office.other_ward))
    with pytest.raises(NotAllowed):
        prepare_request(actor=neighbour, request=asked(office, me), on=TODAY)
