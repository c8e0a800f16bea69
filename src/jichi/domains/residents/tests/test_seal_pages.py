"""The desk of seal registration, as a clerk walks through it."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.town import Town

from jichi.domains.residents.models import Person, PersonLook, SealRegistration
from jichi.domains.residents.rules.impressions.made import Look, Scanning, scanned
from jichi.kernel.access.roles import Role
from jichi.kernel.clock.reading import today
from jichi.kernel.documents.readback import read_back

from .seals import application, clerk_of, registered, registry_section
from .small_register import resident

pytestmark = pytest.mark.django_db

FORM = {"engraved": "見本", "wishes_it": "on", "stage": "act"}


@pytest.fixture
def person(town: Town) -> Person:
    registry_section(town)
    return resident(town)


@pytest.fixture
def desk(town: Town) -> Client:
    return town.browser(town.staff(Role.REGISTRY_CLERK, ward=town.ward))


def upload(**more: object) -> SimpleUploadedFile:
    look = Look(name="見本", diameter=13.5)
    return SimpleUploadedFile("scan.png", scanned(look, Scanning(frame=35.0, **more)))  # type: ignore[arg-type]


def text(desk: Client, name: str, *args: object) -> str:
    page = desk.get(reverse(f"residents:{name}", args=args))
    assert page.status_code == 200
    return page.content.decode()


def applied(desk: Client, person: Person) -> SealRegistration:
    page = desk.post(
        reverse("residents:seal_apply", args=[person.public_id]), {**FORM, "ticket": str(person.public_id)}
    )
    assert page.status_code == 302
    return SealRegistration.objects.get()


def test_a_seal_is_registered_from_the_desk(desk: Client, person: Person) -> None:
    seal = applied(desk, person)
    sent = desk.post(
        reverse("residents:seal_scan", args=[seal.public_id]), {"scan": upload(), "upright": "on"}
    )
    assert sent.status_code == 302
    shown = text(desk, "seal_confirm", seal.public_id)
    assert "一辺 13.5mm" in shown
    assert shown.count("data:image/png;base64,") == 2
    digest = re.search(r'name="digest" value="([0-9a-f]{64})"', shown)
    assert digest
    desk.post(reverse("residents:seal_confirm", args=[seal.public_id]), {"digest": digest[1], "same": "on"})
    acts = {"verify_at_once": {"proofs": ["licence"]}, "register_seal": {"card": "1234 5678"}}
    for name, typed in acts.items():
        desk.post(reverse("residents:seal_act", args=[seal.public_id, name]), {**typed, "stage": "act"})
    seal.refresh_from_db()
    assert seal.step == "registered"
    page = text(desk, "seal", seal.public_id)
    assert "12345678" in page
    assert "登録し、印鑑登録証を渡しました" in page


def test_every_act_is_asked_before_it_is_done(desk: Client, person: Person) -> None:
    seal = applied(desk, person)
    page = desk.post(reverse("residents:seal_act", args=[seal.public_id, "send_inquiry"]), {})
    assert "まだ送られていません" in page.content.decode()
    seal.refresh_from_db()
    assert seal.step == "applied"


def test_an_inquiry_is_printed_with_the_address_and_the_last_day(desk: Client, person: Person) -> None:
    seal = applied(desk, person)
    desk.post(reverse("residents:seal_act", args=[seal.public_id, "send_inquiry"]), {"stage": "act"})
    letter = desk.get(reverse("residents:seal_inquiry", args=[seal.public_id]))
    assert letter["Cache-Control"] == "no-store"
    paper = read_back(letter.content)
    assert paper.says("見本　花子　様")
    assert paper.says("川崎市川崎区見本町一丁目1番1号")
    seal.refresh_from_db()
    assert paper.says(seal.number)
    assert seal.answer_due_on == today() + timedelta(days=20)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("broken.png", b"\x89PNG\r\n\x1a\nbroken", "この画像は読めません"),
        ("text.jpg", b"no picture at all", "この画像は読めません"),
        ("empty.png", b" ", "この画像は読めません"),
    ],
)
def test_a_scan_that_is_none_is_refused_and_the_application_stays(
    desk: Client, person: Person, name: str, data: bytes, sentence: str
) -> None:
    seal = applied(desk, person)
    sent = desk.post(
        reverse("residents:seal_scan", args=[seal.public_id]),
        {"scan": SimpleUploadedFile(name, data), "dpi": "300", "upright": "on"},
    )
    assert sent.status_code == 422
    assert sentence in sent.content.decode()
    assert 'value="300"' in sent.content.decode()
    seal.refresh_from_db()
    assert seal.step == "applied"


def test_a_refused_scan_leaves_the_one_before(desk: Client, person: Person) -> None:
    seal = applied(desk, person)
    where = reverse("residents:seal_scan", args=[seal.public_id])
    desk.post(where, {"scan": upload()})
    before = seal.impression.digest
    desk.post(where, {"scan": upload(strength=0.1)})
    seal.impression.refresh_from_db()
    assert seal.impression.digest == before


def test_what_is_typed_wrongly_stays_on_the_form(desk: Client, person: Person) -> None:
    typed = {**FORM, "engraved": "見本商店", "ticket": str(person.public_id)}
    page = desk.post(reverse("residents:seal_apply", args=[person.public_id]), typed)
    assert page.status_code == 422
    assert "記録された氏名を表していません" in page.content.decode()
    assert 'value="見本商店"' in page.content.decode()


def test_the_form_sent_twice_leads_to_the_same_application(desk: Client, person: Person) -> None:
    first = applied(desk, person)
    again = desk.post(
        reverse("residents:seal_apply", args=[person.public_id]), {**FORM, "ticket": str(person.public_id)}
    )
    assert again["Location"] == reverse("residents:seal", args=[first.public_id])


def test_a_number_opens_a_registration_and_the_look_is_noted(
    town: Town, desk: Client, person: Person
) -> None:
    seal = registered(town, person, clerk_of(town))
    for number in ("10000001", seal.number):
        found = desk.post(reverse("residents:seals"), {"number": number, "why": "証明書の相談"})
        assert found["Location"] == reverse("residents:seal", args=[seal.public_id])
    look = PersonLook.objects.get()
    assert (look.person, look.why) == (person, "証明書の相談")
    found = desk.post(reverse("residents:seals"), {"number": person.number, "why": "証明書の相談"})
    assert found["Location"] == reverse("residents:seals_of_person", args=[person.public_id])
    missed = desk.post(reverse("residents:seals"), {"number": "99999999", "why": "証明書の相談"})
    assert "見つかりません" in missed.content.decode()


def test_the_list_names_nobody_and_asks_the_same_however_long_it_is(
    town: Town, desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    registry_section(town)
    from jichi.domains.residents.actions.seals.apply_for_seal import apply_for_seal

    for _each in range(3):
        someone = resident(town, "見本　菊")
        apply_for_seal(actor=clerk_of(town), application=application(town, someone), on=today())
    with django_assert_max_num_queries(14):
        page = text(desk, "seals")
    assert page.count("24-") >= 3
    assert "菊" not in page


def test_the_page_of_a_registration_asks_a_fixed_number_of_questions(
    town: Town, desk: Client, person: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    seal = registered(town, person, clerk_of(town))
    text(desk, "seal", seal.public_id)
    with django_assert_max_num_queries(18):
        text(desk, "seal", seal.public_id)
    with django_assert_max_num_queries(16):
        text(desk, "seals_of_person", person.public_id)


def test_who_registers_no_seals_finds_nothing(town: Town, person: Person) -> None:
    seal = registered(town, person, clerk_of(town))
    outsiders = [
        town.browser(town.account()),
        town.browser(town.staff(Role.WARD_STAFF, ward=town.ward)),
        town.browser(town.staff(Role.AUDITOR)),
    ]
    for browser in outsiders:
        for name, args in (
            ("seals", []),
            ("seal", [seal.public_id]),
            ("seals_of_person", [person.public_id]),
            ("seal_apply", [person.public_id]),
            ("seal_scan", [seal.public_id]),
            ("seal_confirm", [seal.public_id]),
            ("seal_inquiry", [seal.public_id]),
        ):
            assert browser.get(reverse(f"residents:{name}", args=args)).status_code == 404, name


def test_another_ward_sees_a_registration_and_changes_nothing(town: Town, person: Person) -> None:
    seal = registered(town, person, clerk_of(town))
    browser = town.browser(town.staff(Role.REGISTRY_CLERK, ward=town.other_ward))
    page = browser.get(reverse("residents:seal", args=[seal.public_id])).content.decode()
    assert "いまできることはありません" in page
    assert browser.get(reverse("residents:seal_act", args=[seal.public_id, "cancel_seal"])).status_code == 404


def test_a_late_answer_is_not_offered_but_the_closing_is(town: Town, desk: Client, person: Person) -> None:
    from jichi.domains.residents.actions.seals.apply_for_seal import apply_for_seal
    from jichi.domains.residents.actions.seals.inquire import send_inquiry

    actor, long_ago = clerk_of(town), today() - timedelta(days=40)
    seal = apply_for_seal(actor=actor, application=application(town, person), on=long_ago)
    send_inquiry(actor=actor, registration=seal, on=long_ago)
    page = text(desk, "seal", seal.public_id)
    assert "回答がないため終える" in page
    assert "回答書を受け取る" not in page
    assert "期限切れ" in text(desk, "seals")
