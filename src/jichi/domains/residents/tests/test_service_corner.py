"""Service corners and other offices outside the ward's: what is made there, in whose name, and what never is."""

from datetime import date

import pytest
from tests.town import Town

from jichi.domains.residents.actions.certificates.checking import ToTheOfficer
from jichi.domains.residents.actions.give_receipt import give_receipt
from jichi.domains.residents.actions.take_seat import NoDeskThere, Seat, take_seat
from jichi.domains.residents.models import Certificate, DeskSeat, Person
from jichi.domains.residents.queries.desks import certificates_at, seat_of
from jichi.domains.residents.queries.receipts import receipt_document
from jichi.domains.residents.rules.channels import Channel
from jichi.domains.residents.rules.desks import NotAtThisOffice, WrongChannel, channel_at
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.documents.readback import read_back
from jichi.kernel.ledger.models import Event
from jichi.kernel.places.models import Office, OfficeKind, Ward

from .certificate_desk import TODAY, clerk, issued, office, paper_of
from .small_register import resident, town_in
from .test_certificate_pages import DESK, asked, desk, form_page
from .test_handing_out import protect

__all__ = ["office"]
pytestmark = pytest.mark.django_db
OUTSIDE = [OfficeKind.SUB_BRANCH_OFFICE, OfficeKind.LIAISON_OFFICE, OfficeKind.SERVICE_CORNER]


def place(ward: Ward, kind: OfficeKind = OfficeKind.SERVICE_CORNER, **more: object) -> Office:
    told = {"name": "見本行政サービスコーナー", "name_en": "Sample corner", "source": "デモ", **more}
    return Office.objects.create(code=f"sample-{kind}", kind=kind, ward=ward, **told)


def of_the_other_ward(office: Town) -> Person:
    return resident(office, town=town_in(office.other_ward, "隣町").pk)


@pytest.mark.parametrize("kind", OUTSIDE)
def test_an_office_outside_issues_for_a_resident_of_any_ward_by_its_own_way(
    office: Town, kind: OfficeKind
) -> None:
    corner = place(office.ward, kind)
    made = issued(
        office, of_the_other_ward(office), by=clerk(office), channel=channel_at(kind), office=corner
    )
    assert (made.channel, made.office, made.ward) == ("corner", corner, office.ward)
    told = Event.objects.filter(type="residents.register.kept").latest("pk")
    assert set(told.public) == {"act", "office"}


def test_the_paper_is_in_the_name_of_the_head_of_the_ward_that_keeps_the_record(office: Town) -> None:
    corner = place(office.ward)
    made = issued(office, of_the_other_ward(office), by=clerk(office), channel=Channel.CORNER, office=corner)
    assert paper_of(made).says("川崎市幸区長")
    assert not paper_of(made).says("川崎区長")


def test_before_the_law_of_the_day_says_so_the_issuing_ward_certifies(office: Town) -> None:
    from jichi.domains.residents.queries.papers.certifier import keeper_certifies

    assert (keeper_certifies(date(2001, 1, 1)), keeper_certifies(TODAY)) == (False, True)


@pytest.mark.parametrize("kind", ["moving_out", "acceptance"])
def test_what_goes_with_a_notification_is_not_made_outside(office: Town, kind: str) -> None:
    corner = place(office.ward)
    assert kind not in certificates_at(corner, TODAY)
    channels = {"moving_out": Channel.COUNTER}
    with pytest.raises((NotAtThisOffice, WrongChannel)):
        issued(
            office,
            resident(office),
            by=clerk(office),
            kind=kind,
            channel=channels.get(kind, Channel.CORNER),
            office=corner,
        )
    assert not Certificate.objects.exists()


def test_nobody_at_a_corner_issues_as_if_at_the_counter(office: Town) -> None:
    with pytest.raises(WrongChannel):
        issued(office, resident(office), by=clerk(office), office=place(office.ward))


def test_where_the_law_says_nothing_yet_nothing_is_made_outside(office: Town) -> None:
    assert certificates_at(place(office.ward), date(2001, 1, 1)) == frozenset()


def test_of_a_protected_person_nothing_is_made_outside_not_even_by_the_officer_in_charge(
    office: Town,
) -> None:
    person = resident(office)
    protect(office, person)
    chief = clerk(office, Role.REGISTRY_CHIEF)
    with pytest.raises(ToTheOfficer):
        issued(office, person, by=chief, channel=Channel.CORNER, office=place(office.ward))
    assert not Certificate.objects.exists()


def test_a_clerk_sits_down_and_the_desk_offers_what_is_made_there(office: Town) -> None:
    corner, person = place(office.ward), of_the_other_ward(office)
    browser = desk(office, person)
    page = browser.get(form_page(person)).content.decode()
    assert "先に窓口を選びます" in page
    assert 'value="acceptance"' in page
    browser.post(f"{DESK}seat/", {"office": corner.code})
    page = browser.get(form_page(person)).content.decode()
    assert corner.name in page
    assert 'value="acceptance"' not in page
    assert "時間は未確認" in page
    browser.post(form_page(person), {**asked(person), "ward": "", "stage": "act"})
    made = Certificate.objects.get()
    assert (made.channel, made.office) == ("corner", corner)
    assert corner.name in browser.get(f"{DESK}{made.number}/").content.decode()


def test_a_kind_that_is_not_made_there_cannot_be_sent_either(office: Town) -> None:
    corner, person = place(office.ward), resident(office)
    browser = desk(office, person)
    browser.post(f"{DESK}seat/", {"office": corner.code})
    answer = browser.post(form_page(person), {**asked(person, kind="acceptance"), "stage": "act"})
    assert answer.status_code == 422
    assert not Certificate.objects.exists()


def test_the_receipt_names_the_corner(office: Town) -> None:
    corner = place(office.ward)
    made = issued(office, resident(office), by=clerk(office), channel=Channel.CORNER, office=corner)
    receipt = give_receipt(actor=clerk(office), certificate=made, on=TODAY)
    assert read_back(bytes(receipt_document(receipt).file.pdf)).says(corner.name)


def test_a_seat_holds_until_another_is_taken_or_the_office_is_gone(office: Town) -> None:
    account = office.staff(Role.REGISTRY_CLERK, ward=office.ward)
    by = office.actor(account, on=TODAY)
    corner, other = place(office.ward), place(office.ward, OfficeKind.WARD_OFFICE, name="見本区役所")
    assert seat_of(by, TODAY) is None
    for each in (corner, other, corner):
        take_seat(actor=by, seat=Seat(office=each), on=TODAY)
        assert seat_of(by, TODAY) == each
    assert DeskSeat.objects.count() == 1
    corner.closed_on = date(2014, 5, 1)
    corner.save()
    assert seat_of(by, TODAY) is None
    with pytest.raises(NoDeskThere):
        take_seat(actor=by, seat=Seat(office=corner), on=TODAY)


def test_nobody_sits_at_an_office_of_another_ward(office: Town) -> None:
    with pytest.raises(NotAllowed):
        take_seat(actor=clerk(office), seat=Seat(office=place(office.other_ward)), on=TODAY)
    stranger = office.browser(office.staff(Role.WARD_STAFF, ward=office.ward))
    assert stranger.get(f"{DESK}seat/").status_code == 404
