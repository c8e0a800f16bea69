"""The certificate desk: who sees which page, one customer from form to paper, and what a refusal says."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.town import Town

from jichi.domains.residents.actions.look_at_person import look_at_person
from jichi.domains.residents.models import Certificate, Person, ProtectedAttempt
from jichi.kernel.access.queries import actor_for
from jichi.kernel.access.roles import Role
from jichi.kernel.clock.reading import now, today
from jichi.kernel.documents.models import Document

from .certificate_desk import issued, office
from .small_register import resident
from .test_handing_out import protect

__all__ = ["office"]
pytestmark = pytest.mark.django_db
DESK = "/residents/desk/certificates/"
FORM: dict[str, Any] = {
    "asking": "self", "proofs": ["licence"], "kind": "resident_record", "ward": "14131", "exemption": "",
    "requester_name": "", "requester_address": "", "purpose": "", "profession": "", "card": "", "act": "",
}  # fmt: skip


def desk(office: Town, person: Person, role: Role = Role.REGISTRY_CLERK) -> Client:
    """A browser of somebody who has said why they open this record."""
    account = office.staff(role, ward=office.ward)
    actor = actor_for(account, on=today(), at=now())
    if role in (Role.REGISTRY_CLERK, Role.REGISTRY_CHIEF):
        look_at_person(actor=actor, person=person, why="証明書の交付のため")
    return office.browser(account)


def asked(person: Person, **more: Any) -> dict[str, Any]:
    return {**FORM, "ticket": str(uuid4()), "members": [str(person.pk)], **more}


def form_page(person: Person) -> str:
    return f"{DESK}people/{person.public_id}/"


def test_one_customer_from_the_form_to_the_hand_out(office: Town) -> None:
    person = resident(office)
    browser, told = desk(office, person), asked(person)
    check = browser.post(form_page(person), told).content.decode()
    assert "手数料は 300円です" in check
    assert not Certificate.objects.exists()
    done = browser.post(form_page(person), {**told, "stage": "act"}, follow=True).content.decode()
    made = Certificate.objects.get()
    assert made.number in done
    paper = browser.get(f"{DESK}{made.number}/paper/")
    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")
    receipt = browser.post(f"{DESK}{made.number}/receipt/", follow=True)
    assert (receipt["Content-Type"], receipt.content[:5]) == ("application/pdf", b"%PDF-")
    browser.post(f"{DESK}{made.number}/hand-out/")
    assert Certificate.objects.get().step == "handed_out"


def test_the_button_pressed_twice_is_one_certificate(office: Town) -> None:
    person = resident(office)
    browser, told = desk(office, person), asked(person, stage="act")
    first = browser.post(form_page(person), told)
    assert browser.post(form_page(person), told).url == first.url
    assert Certificate.objects.count() == 1


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"proofs": []}, "本人確認の書類が足りません"),
        ({"asking": "spouse"}, "交付できません"),
        ({"asking": "household", "requester_name": "よその人"}, "この世帯の記録にありません"),
        ({"asking": "third_party", "requester_name": "会社", "purpose": "債権"}, "正当な理由"),
        ({"asking": "proxy", "requester_name": "代理"}, "使いみち"),
        ({"items": ["individual_number"]}, "載せるはずの番号がありません"),
        ({"items": ["resident_code"]}, "載せるはずの番号がありません"),
        ({"kind": "removed_record"}, "住民票は消えていません"),
        ({"kind": "moving_out"}, "転出届が、まだ入力されていません"),
        ({"kind": "seal", "papers": ["seal_card"], "card": "1"}, "印鑑登録がありません"),
        ({"exemption": "pension"}, "免除できません"),
    ],
)
def test_a_refusal_says_why_before_any_money_is_taken_and_loses_nothing(
    office: Town, more: dict[str, Any], sentence: str
) -> None:
    person = resident(office)
    answer = desk(office, person).post(
        form_page(person), asked(person, requester_address="見本町9番", **more)
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert sentence in page
    assert "見本町9番" in page
    assert not Certificate.objects.exists()


def test_without_a_reason_the_record_is_not_opened(office: Town) -> None:
    person = resident(office)
    browser = office.browser(office.staff(Role.REGISTRY_CLERK, ward=office.ward))
    answer = browser.get(form_page(person))
    assert (answer.status_code, answer.url) == (302, f"/residents/people/{person.public_id}/")


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.REGISTRY_CLERK, 200),
        (Role.REGISTRY_CHIEF, 200),
        (Role.WARD_STAFF, 404),
        (Role.AUDITOR, 404),
        (Role.ADMINISTRATOR, 404),
    ],
)
def test_who_sees_the_desk(office: Town, role: Role, status: int) -> None:
    person = resident(office)
    made = issued(office, person, by=office.actor(office.staff(Role.REGISTRY_CLERK, ward=office.ward)))
    browser = desk(office, person, role)
    pages = (DESK, form_page(person), f"{DESK}{made.number}/", f"{DESK}{made.number}/paper/")
    assert [browser.get(page).status_code for page in pages] == [status] * len(pages)


def test_a_certificate_of_another_ward_is_not_there(office: Town) -> None:
    made = issued(
        office, resident(office), by=office.actor(office.staff(Role.REGISTRY_CLERK, ward=office.ward))
    )
    neighbour = office.browser(office.staff(Role.REGISTRY_CLERK, ward=office.other_ward))
    assert neighbour.get(f"{DESK}{made.number}/").status_code == 404
    assert made.number not in neighbour.get(DESK).content.decode()


def test_only_a_chief_makes_void_or_anew(office: Town) -> None:
    person = resident(office)
    made = issued(office, person, by=office.actor(office.staff(Role.REGISTRY_CLERK, ward=office.ward)))
    assert desk(office, person).get(f"{DESK}{made.number}/void/").status_code == 404
    chief = desk(office, person, Role.REGISTRY_CHIEF)
    again = chief.get(f"{DESK}{made.number}/reissue/").context["form"]["ticket"].value()
    told = {"reason": "mistake", "note": "", "ticket": str(again), "stage": "act"}
    chief.post(f"{DESK}{made.number}/reissue/", told)
    made.refresh_from_db()
    assert (made.step, Certificate.objects.count()) == ("void", 2)


def test_the_day_has_its_till_and_its_queries_are_counted(office: Town) -> None:
    person = resident(office)
    browser = desk(office, person)
    for _ in range(3):
        browser.post(form_page(person), asked(person, stage="act"))
    with CaptureQueriesContext(connection) as counted:
        page = browser.get(DESK).content.decode()
    assert "900円" in page
    assert len(counted) <= 18


def test_an_issue_asks_the_database_so_often_and_no_more(office: Town) -> None:
    person, by = resident(office), office.actor(office.staff(Role.REGISTRY_CLERK, ward=office.ward))
    issued(office, person, by=by)
    with CaptureQueriesContext(connection) as counted:
        issued(office, person, by=by)
    assert len(counted) <= 42


def test_the_general_register_of_documents_has_no_certificate(office: Town) -> None:
    made = issued(
        office, resident(office), by=office.actor(office.staff(Role.REGISTRY_CLERK, ward=office.ward))
    )
    pk = Document.objects.get(code=made.document).pk
    for role in (Role.WARD_STAFF, Role.PLANNING_OFFICER, Role.AUDITOR, Role.ADMINISTRATOR):
        browser = office.browser(office.staff(role))
        assert made.document_number not in browser.get("/desk/documents/").content.decode()
        pages = (
            f"/desk/documents/{pk}/",
            f"/desk/documents/{pk}/document.pdf",
            f"/desk/documents/{pk}/look/",
        )
        assert [browser.get(page).status_code for page in pages] == [404] * len(pages)


def test_of_a_hidden_record_the_form_does_not_say_who_lives_there(office: Town) -> None:
    person = resident(office, "見本　花子")
    home = person.entries.get().household_id
    resident(office, "実例　次郎", household=home, relationship="子")
    made = issued(office, person, by=office.actor(office.staff(Role.REGISTRY_CLERK, ward=office.ward)))
    browser = desk(office, person)
    protect(office, person)
    assert "実例" not in browser.get(form_page(person)).content.decode()
    answer = browser.get(f"{DESK}{made.number}/paper/")
    assert (answer.status_code, b"%PDF" in answer.content) == (409, False)
    assert ProtectedAttempt.objects.filter(person=person).exists()
