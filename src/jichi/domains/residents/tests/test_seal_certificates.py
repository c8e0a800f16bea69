"""印鑑登録証明書: of a seal in force, for who brings its card, dot by dot and in its true size."""

from typing import Any

import pytest
from tests.town import Town

from jichi.domains.residents.actions.requests.collect_request import collect_request
from jichi.domains.residents.actions.requests.prepare_request import prepare_request
from jichi.domains.residents.actions.seals.register_seal import replace_card
from jichi.domains.residents.actions.seals.suspend_seal import suspend_seal
from jichi.domains.residents.models import Certificate, Person, SealRegistration
from jichi.domains.residents.queries.papers import seal as papers
from jichi.domains.residents.queries.papers.true_size import printed_right
from jichi.domains.residents.rules.certificates.asked import Asking, Paper, Requester
from jichi.domains.residents.rules.certificates.eligibility import PapersAreMissing
from jichi.domains.residents.rules.certificates.reading import WrongPaper
from jichi.domains.residents.rules.channels import Channel
from jichi.domains.residents.rules.impressions.cleaning import as_png, shape_in
from jichi.domains.residents.rules.seal_words import Loss
from jichi.domains.residents.rules.words import Standing
from jichi.kernel.documents.models import Document

from .at_home import asked, linked
from .certificate_desk import TODAY, clerk, issued, office, paper_of
from .seals import DAY, impression, registered
from .small_register import moved, resident

__all__ = ["office"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def person(office: Town) -> Person:
    return resident(office)


@pytest.fixture
def seal(office: Town, person: Person) -> SealRegistration:
    return registered(office, person, clerk(office))


def certificate(town: Town, person: Person, *, card: str = "10000001", **more: Any) -> Certificate:
    papers = () if card else (Paper.SEAL_CARD,)
    requester = Requester(asking=Asking.SELF, papers=frozenset(papers))
    return issued(town, person, by=clerk(town), kind="seal", requester=requester, card=card, **more)


def test_the_impression_stands_on_the_paper_dot_by_dot_and_in_its_true_size(
    office: Town, person: Person, seal: SealRegistration
) -> None:
    paper = paper_of(certificate(office, person))
    (picture,) = paper.pictures
    png = bytes(seal.impression.png)
    assert picture.shows(png)
    assert printed_right(picture, png)
    assert abs(picture.width_mm - 15.0 - 1.0) <= 0.2  # half a millimetre of paper on each side
    assert paper.says("氏名見本　花子")
    assert paper.says("生年月日昭和55年5月17日")
    assert paper.says("住所川崎市川崎区見本町一丁目1番1号")
    assert not paper.says("10000001")
    assert not paper.says(seal.number)


def test_without_its_card_there_is_no_certificate_not_even_for_the_person(
    office: Town, person: Person, seal: SealRegistration
) -> None:
    for card, fault in (("", papers.CardNeeded), ("10000009", papers.WrongCard)):
        with pytest.raises(fault):
            certificate(office, person, card=card)
    replace_card(actor=clerk(office), registration=seal, old_card="10000001", card="10000002", on=DAY)
    with pytest.raises(papers.WrongCard):
        certificate(office, person, card="10000001")
    assert not Document.objects.exists()


def test_a_stopped_seal_is_not_certified(office: Town, person: Person, seal: SealRegistration) -> None:
    suspend_seal(actor=clerk(office), registration=seal, lost=Loss.CARD, identity="折り返し", on=DAY)
    with pytest.raises(papers.SealIsStopped, match="停止を解く"):
        certificate(office, person)
    assert not Document.objects.exists()


def test_niigata_saitama_kumamoto_2023_a_seal_that_is_over_is_not_certified(
    office: Town, person: Person, seal: SealRegistration
) -> None:
    """Also when its row was left standing: the record of the day is asked once more."""
    moved(person, office.ward, {"name": "実例　花子"}, kind="married", on=TODAY)
    with pytest.raises(papers.NoSealRegistered):
        certificate(office, person)
    SealRegistration.objects.filter(pk=seal.pk).update(step="registered", ended_on=None, ended_because="")
    seal.cards.update(ended_on=None)
    with pytest.raises(papers.NoSealRegistered):
        certificate(office, person)
    assert not Document.objects.exists()


def test_who_is_gone_has_no_certificate(office: Town, person: Person, seal: SealRegistration) -> None:
    items = {"standing": Standing.LEAVING, "going_to": "横浜市", "leaving_on": TODAY}
    moved(person, office.ward, items, kind="moving_out", on=DAY)
    with pytest.raises(papers.NoSealRegistered):
        certificate(office, person)


def test_a_paper_with_another_picture_is_never_issued(
    office: Town, person: Person, seal: SealRegistration, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Yokohama 2023: another person's picture on the paper. The fault is put into the template's data here."""
    build = papers.picture
    monkeypatch.setattr(papers, "picture", lambda png, dpi: build(impression("実例").png, dpi=dpi))
    with pytest.raises(WrongPaper):
        certificate(office, person)
    assert not Document.objects.exists()
    assert not Certificate.objects.exists()


def test_a_paper_with_one_dot_more_or_a_picture_of_another_size_is_never_issued(
    office: Town, person: Person, seal: SealRegistration, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = papers.picture
    shape = shape_in(bytes(seal.impression.png)).copy()
    shape[0, 0] = True
    for wrong in (
        lambda png, dpi: build(as_png(shape), dpi=dpi),
        lambda png, dpi: build(png, dpi=dpi - 6),
    ):
        monkeypatch.setattr(papers, "picture", wrong)
        with pytest.raises(WrongPaper):
            certificate(office, person)
    assert not Document.objects.exists()


def test_at_a_machine_the_persons_own_card_stands_in_place_of_the_seals(
    office: Town, person: Person, seal: SealRegistration
) -> None:
    assert (
        paper_of(certificate(office, person, card="", channel=Channel.KIOSK))
        .pictures[0]
        .shows(bytes(seal.impression.png))
    )


def test_what_was_asked_for_from_home_is_fetched_with_the_card(
    office: Town, person: Person, seal: SealRegistration
) -> None:
    request = asked(office, office.actor(linked(office, person)), kind="seal")
    prepare_request(actor=clerk(office), request=request, on=TODAY)
    with pytest.raises(PapersAreMissing, match="印鑑登録証"):
        collect_request(actor=clerk(office), request=request, proofs=("licence",), on=TODAY)
    made = collect_request(
        actor=clerk(office), request=request, proofs=("licence",), on=TODAY, card="10000001"
    )
    assert made.kind == "seal"
