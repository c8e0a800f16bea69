"""Pages outside the counter: each person's own, what a clerk may open, and what is never told."""

import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.town import Town

from jichi.domains.residents.actions.extract_residents import extract_residents
from jichi.domains.residents.actions.look_at_person import look_at_person
from jichi.domains.residents.actions.requests.prepare_request import prepare_request
from jichi.domains.residents.models import (
    AccountLink,
    CertificateRequest,
    ChannelStop,
    LinkCode,
    Person,
    PersonLook,
    ServiceCard,
    Terminal,
)
from jichi.domains.residents.queries.register import record_now
from jichi.domains.residents.work import work_of
from jichi.kernel.access.roles import Role
from jichi.kernel.clock.reading import today
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Ward

from .at_home import LICENCE, asked, hanako, linked, office_of
from .certificate_desk import clerk, office
from .protected_people import applied
from .small_register import resident

__all__ = ["hanako", "office"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def account(office: Town, hanako: Person) -> Account:
    return linked(office, hanako)


def page(town: Town, name: str, *args: object, by: Account | None = None) -> str:
    answer = town.browser(by).get(reverse(f"residents:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_resident_reads_their_own_record(office: Town, hanako: Person, account: Account) -> None:
    shown = page(office, "me", by=account)
    for words in ("見本　花子", "川崎区見本町一丁目1番1号", "住民票があります", "印鑑の登録はありません"):
        assert words in shown or words in ("住民票があります",)
    assert "この市に引っ越してきました" in shown


def test_who_looked_is_told_with_role_and_reason_and_without_the_name(
    office: Town, hanako: Person, account: Account
) -> None:
    staff = office.staff(Role.REGISTRY_CLERK, ward=office.ward)
    staff.name = "調べた 職員"
    staff.save()
    look_at_person(actor=office.actor(staff), person=hanako, why="転居の届出を受け付けたため", what="record")
    shown = page(office, "me", by=account)
    assert "転居の届出を受け付けたため" in shown
    assert "川崎区 戸籍・住民記録の担当者" in shown
    assert "調べた 職員" not in shown


def test_a_file_in_which_the_record_went_out_is_told_with_office_and_reason_and_without_the_name(
    office: Town, hanako: Person, account: Account, tmp_path: Path
) -> None:
    staff = office.staff(Role.REGISTRY_CHIEF, ward=office.ward)
    staff.name = "書き出した 職員"
    staff.save()
    wards = Ward.objects.filter(pk=office.ward.pk)
    extract_residents(
        actor=office.actor(staff), folder=tmp_path / "out", wards=wards, reason="統計をつくるため", on=today()
    )
    shown = page(office, "me", by=account)
    assert "ファイルに書き出しました：統計をつくるため" in shown
    assert "川崎区 区民課長" in shown or "川崎区 戸籍" in shown
    assert "書き出した 職員" not in shown


def test_the_household_is_told_but_not_to_whom_it_is_protected_from(
    office: Town, hanako: Person, account: Account
) -> None:
    entry = record_now(hanako)
    assert entry is not None
    hidden = resident(office, "見本　次郎", relationship="子", household=entry.household_id)
    assert "見本　次郎" in page(office, "me", by=account)
    applied(office, hidden, named_person=hanako)
    shown = page(office, "me", by=account)
    assert "見本　花子" in shown
    assert "見本　次郎" not in shown


def test_a_protected_person_reads_nothing_from_outside_and_no_reason(
    office: Town, hanako: Person, account: Account
) -> None:
    applied(office, hanako)
    shown = page(office, "me", by=account)
    assert "いま、このページでは記録を表示できません" in shown
    for words in ("見本町", "支援", "川崎区見本", "見本　花子"):
        assert words not in shown
    nothing = page(office, "ask", by=account)
    assert "いま、この方法で受け取れる証明書はありません" in nothing
    assert "支援" not in nothing


def test_whoever_is_tied_to_nobody_learns_how(office: Town) -> None:
    account = office.account()
    browser = office.browser(account)
    assert "番号を作る" in browser.get("/residents/me/").content.decode()
    assert browser.get("/residents/me/requests/new/").url == "/residents/me/"
    made = browser.post("/residents/me/code/").content.decode()
    assert re.search(r"\d{4}-\d{4}", made)
    assert LinkCode.objects.get().account == account


def test_nobody_reads_anything_without_signing_in(office: Town) -> None:
    for url in ("/residents/me/", "/residents/me/requests/new/", "/residents/desk/requests/"):
        assert office.browser().get(url).status_code == 302
    assert office.browser().get("/residents/").status_code == 200


def wish(town: Town, **changes: object) -> dict[str, object]:
    return {
        "kind": "resident_record",
        "options": ["whole"],
        "purpose": "学校へ出す",
        "office": office_of(town).pk,
        "ticket": str(uuid4()),
    } | changes


def test_a_request_is_filled_in_confirmed_and_gets_a_number(office: Town, account: Account) -> None:
    browser, url, form = office.browser(account), reverse("residents:ask"), wish(office)
    asked_back = browser.post(url, form).content.decode()
    assert "まだ送られていません" in asked_back
    assert "300円" in asked_back
    assert not CertificateRequest.objects.exists()
    done = [browser.post(url, form | {"stage": "act"}).content.decode() for _each in range(2)]
    request = CertificateRequest.objects.get()
    assert all(request.number in each for each in done)
    assert "この窓口が次に開く日" in done[0]


def test_what_is_missing_is_said_and_nothing_typed_is_lost(office: Town, account: Account) -> None:
    answer = office.browser(account).post(reverse("residents:ask"), wish(office, office=""))
    assert answer.status_code == 422
    assert "学校へ出す" in answer.content.decode()


def test_another_residents_request_is_not_there(office: Town, account: Account) -> None:
    request = asked(office, office.actor(account))
    other = linked(office, resident(office, "実例　太郎"))
    url = reverse("residents:own_request", args=[request.number])
    assert office.browser(account).get(url).status_code == 200
    assert office.browser(other).get(url).status_code == 404
    assert office.browser(other).post(f"{url}withdraw/").status_code == 404
    assert office.browser(office.account()).get(url).status_code == 404


def desk_pages(person: Person, request: CertificateRequest) -> dict[str, str]:
    return {
        "account": reverse("residents:account", args=[person.public_id]),
        "card": reverse("residents:card", args=[person.public_id]),
        "requests": reverse("residents:desk_requests"),
        "request": reverse("residents:desk_request", args=[request.number]),
        "terminals": reverse("residents:terminals"),
        "stop": reverse("residents:stop"),
        "add": reverse("residents:add_terminal"),
    }


CLERKS = {"account", "card", "requests", "request", "terminals"}
OPEN_TO = {
    Role.REGISTRY_CLERK: CLERKS,
    Role.REGISTRY_CHIEF: CLERKS | {"stop", "add"},
    Role.WARD_STAFF: set(),
    Role.AUDITOR: set(),
    Role.ADMINISTRATOR: set(),
}


@pytest.mark.parametrize("role", OPEN_TO)
def test_each_role_sees_its_own_pages_and_no_other_exists(
    office: Town, hanako: Person, account: Account, role: Role
) -> None:
    request = asked(office, office.actor(account))
    ward = office.ward if role in (Role.REGISTRY_CLERK, Role.REGISTRY_CHIEF, Role.WARD_STAFF) else None
    browser = office.browser(office.staff(role, ward=ward))
    statuses = {name: browser.get(url).status_code for name, url in desk_pages(hanako, request).items()}
    assert {name for name, status in statuses.items() if status == 200} == OPEN_TO[role]
    assert set(statuses.values()) <= {200, 404}


def test_another_wards_request_is_not_there_and_its_resident_cannot_be_tied(
    office: Town, hanako: Person, account: Account
) -> None:
    request = asked(office, office.actor(account))
    browser = office.browser(office.staff(Role.REGISTRY_CLERK, ward=office.other_ward))
    assert browser.get(reverse("residents:desk_request", args=[request.number])).status_code == 404
    shown = browser.get(reverse("residents:account", args=[hanako.public_id])).content.decode()
    assert "ほかの区の住民です" in shown
    assert browser.get(reverse("residents:card", args=[hanako.public_id])).status_code == 404


def test_the_counter_ties_gives_a_card_and_unties(office: Town, hanako: Person) -> None:
    account = office.account()
    browser = office.browser(office.staff(Role.REGISTRY_CLERK, ward=office.ward))
    url = reverse("residents:account", args=[hanako.public_id])
    made = office.browser(account).post("/residents/me/code/").content.decode()
    found = re.search(r"\d{4}-\d{4}", made)
    assert found is not None
    wrong = browser.post(url, {"proofs": ["licence"], "code": "00000000"}).content.decode()
    assert "この番号は使えません" in wrong
    done = browser.post(url, {"proofs": ["licence"], "code": found[0]}, follow=True).content.decode()
    assert "サインインと記録を結びました" in done
    given = browser.post(
        reverse("residents:card", args=[hanako.public_id]), {"proofs": ["licence"], "pin": "8246"}
    )
    assert re.search(r"\d{12}", given.content.decode())
    assert ServiceCard.objects.count() == 1
    browser.post(f"{url}unlink/", {"because": "本人の申出", "stage": "act"})
    assert AccountLink.objects.get().ended_on == today()
    assert PersonLook.objects.filter(person=hanako).exists()


def test_the_desk_prepares_and_hands_over(office: Town, account: Account) -> None:
    request = asked(office, office.actor(account))
    staff = office.staff(Role.REGISTRY_CLERK, ward=office.ward)
    assert [item.reference for item in work_of(office.actor(staff), today())] == [request.number]
    browser, url = office.browser(staff), reverse("residents:desk_request", args=[request.number])
    assert "見本　花子" in browser.get(url).content.decode()
    browser.post(f"{url}prepare/")
    browser.post(f"{url}collect/", {"proofs": list(LICENCE), "stage": "act"})
    request.refresh_from_db()
    assert request.step == "collected"
    assert request.number in browser.get(reverse("residents:desk_requests")).content.decode()
    assert "見本　花子" not in browser.get(reverse("residents:desk_requests")).content.decode()


def test_a_chief_stops_and_resumes_from_the_page(office: Town) -> None:
    browser = office.browser(office.staff(Role.REGISTRY_CHIEF, ward=office.ward))
    stop = {"channel": "kiosk", "kind": "", "because": "他人の証明書が出たため", "stage": "act"}
    shown = browser.post(reverse("residents:stop"), stop, follow=True).content.decode()
    assert "停止中" in shown
    assert "停止中" in office.browser().get("/residents/").content.decode()
    browser.post(reverse("residents:resume", args=[ChannelStop.objects.get().pk]))
    assert "停止中" not in office.browser().get("/residents/").content.decode()


def test_a_machine_is_registered_and_its_token_shown_once(office: Town) -> None:
    browser = office.browser(office.staff(Role.REGISTRY_CHIEF, ward=office.ward))
    given = {
        "name": "見本店 1号機",
        "channel": "store",
        "ward": office.ward.pk,
        "office": "",
        "refunds": "on",
    }
    token = re.search(
        r"<code>([\w-]{40,})</code>", browser.post(reverse("residents:add_terminal"), given).content.decode()
    )
    assert token is not None
    assert token[1] not in browser.get(reverse("residents:terminals")).content.decode()
    browser.post(reverse("residents:end_terminal", args=[Terminal.objects.get().pk]))
    assert Terminal.objects.get().ended_at is not None


def test_pages_ask_the_database_few_times(
    office: Town, hanako: Person, account: Account, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    request = asked(office, office.actor(account))
    prepare_request(actor=clerk(office), request=request, on=today())
    staff = office.staff(Role.REGISTRY_CHIEF, ward=office.ward)
    for by, name, args, most in (
        (account, "me", [], 25),
        (account, "ask", [], 22),
        (account, "own_request", [request.number], 14),
        (staff, "desk_requests", [], 20),
        (staff, "terminals", [], 26),
    ):
        browser = office.browser(by)
        with django_assert_max_num_queries(most):
            browser.get(reverse(f"residents:{name}", args=args))
