"""The slip of a request from home: what to bring, where and until when, and nobody's name."""

import pytest
from tests.town import Town

from jichi.domains.residents.actions.requests.ending_requests import withdraw_request
from jichi.domains.residents.actions.requests.prepare_request import prepare_request
from jichi.domains.residents.models import CertificateRequest, Person
from jichi.kernel.documents.readback import ReadBack, read_back
from jichi.kernel.people.models import Account

from .at_home import asked, hanako, linked
from .certificate_desk import TODAY, clerk, office
from .protected_people import applied

__all__ = ["hanako", "office"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def me(office: Town, hanako: Person) -> Account:
    return linked(office, hanako)


@pytest.fixture
def request_(office: Town, me: Account) -> CertificateRequest:
    return asked(office, office.actor(me))


def slip(request: CertificateRequest) -> str:
    return f"/residents/me/requests/{request.number}/slip.pdf"


def read(office: Town, me: Account, request: CertificateRequest, language: str = "ja") -> ReadBack:
    answer = office.browser(me).get(slip(request), headers={"accept-language": language})
    assert (answer["Content-Type"], "no-store" in answer["Cache-Control"]) == ("application/pdf", True)
    return read_back(answer.content)


def test_it_says_number_place_and_what_to_bring_and_names_nobody(
    office: Town, me: Account, request_: CertificateRequest
) -> None:
    paper = read(office, me, request_)
    told = (
        request_.number,
        "住民票の写し",
        request_.office.name,
        "写真付きのもの1点",
        "300円",
        "14日のあいだ",
    )
    assert [each for each in told if not paper.says(each)] == []
    assert not any(paper.holds(word) for word in ("花子", "見本町", "1980", "昭和55年"))


def test_once_it_is_ready_it_says_the_last_day(
    office: Town, me: Account, request_: CertificateRequest
) -> None:
    prepare_request(actor=clerk(office), request=request_, on=TODAY)
    assert read(office, me, request_).says("2014年（平成26年）5月21日まで")


def test_who_reads_english_gets_it_in_english(
    office: Town, me: Account, request_: CertificateRequest
) -> None:
    paper = read(office, me, request_, "en")
    assert (paper.says("Copy of the resident record"), paper.says("持ってくるもの")) == (True, False)


def test_it_is_for_who_asked_while_it_can_be_fetched_and_not_of_a_protected_person(
    office: Town, me: Account, hanako: Person, request_: CertificateRequest
) -> None:
    assert office.browser(office.account()).get(slip(request_)).status_code == 404
    assert office.browser().get(slip(request_)).status_code == 302
    applied(office, hanako)
    assert office.browser(me).get(slip(request_)).status_code == 404


def test_of_a_request_that_was_taken_back_there_is_none(
    office: Town, me: Account, request_: CertificateRequest
) -> None:
    withdraw_request(actor=office.actor(me), request=request_, on=TODAY)
    assert office.browser(me).get(slip(request_)).status_code == 404
