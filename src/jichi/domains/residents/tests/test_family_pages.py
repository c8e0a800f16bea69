"""The family desk: who sees it, what it asks, what it shows before anything is written, and how often it reads."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.town import Town

from jichi.domains.residents.actions.family.find_family_registers import look_at_family_register
from jichi.domains.residents.models import (
    FamilyMember,
    FamilyNotification,
    FamilyRegister,
    FamilyTie,
    NonAcceptance,
    PersonLook,
    RegisterSearch,
)
from jichi.domains.residents.rules.family.words import Role as As
from jichi.kernel.access.roles import Role
from jichi.kernel.people.models import Account

from .small_family import DAY, WITNESSES, entries, handed_in, named, now_of, parents_and, place_now
from .small_register import town_in

pytestmark = pytest.mark.django_db

MOST_QUERIES = 30
WHY = {"reason": "counter", "detail": ""}


@pytest.fixture
def taro(town: Town) -> FamilyMember:
    return parents_and(town, "見本", "太郎", "1", date(1985, 3, 3))


@pytest.fixture
def hanako(town: Town) -> FamilyMember:
    return parents_and(town, "実例", "花子", "2", date(1986, 4, 4), lot="2番")


@pytest.fixture
def staff(town: Town) -> Account:
    return town.staff(Role.REGISTRY_CLERK, ward=town.ward)


@pytest.fixture
def desk(town: Town, staff: Account) -> Client:
    return town.browser(staff)


def opened(town: Town, staff: Account, member: FamilyMember) -> str:
    """The address of a register for which the clerk has given a reason."""
    look_at_family_register(
        actor=town.actor(staff, on=DAY), register=member.register, why="窓口での届出・申請のため"
    )
    return reverse("residents:family_register", args=[member.register.public_id])


def waiting(town: Town, taro: FamilyMember, hanako: FamilyMember) -> FamilyNotification:
    said = {"choice": "husbands_name", "new_town": town_in(town.ward), "new_lot": "5番"}
    return handed_in(town, "marriage", named(taro, As.HUSBAND), named(hanako, As.WIFE), *WITNESSES, **said)


def text(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def pages_of(member: FamilyMember, notification: FamilyNotification) -> list[str]:
    one, number = [member.register.public_id], [notification.number]
    entry = entries(member).get()
    return [
        reverse("residents:family"),
        reverse("residents:family_kinds"),
        reverse("residents:family_make"),
        reverse("residents:family_receive", args=["marriage"]),
        reverse("residents:family_receive_of", args=[member.public_id, "marriage"]),
        reverse("residents:family_register", args=one),
        reverse("residents:family_correct", args=[*one, entry.pk]),
        reverse("residents:family_addresses", args=[member.public_id]),
        reverse("residents:family_bar", args=[member.public_id]),
        reverse("residents:family_bars"),
        reverse("residents:family_notifications"),
        reverse("residents:family_notification", args=number),
        reverse("residents:family_act", args=[*number, "accept"]),
        reverse("residents:family_act", args=[*number, "refuse"]),
    ]


def test_the_desk_is_there_for_the_registry_and_for_nobody_else(
    town: Town, taro: FamilyMember, hanako: FamilyMember, staff: Account
) -> None:
    opened(town, staff, taro)
    pages = pages_of(taro, waiting(town, taro, hanako))
    assert {town.browser(staff).get(page).status_code for page in pages} == {200}
    for account in (town.account(), town.staff(Role.WARD_STAFF, ward=town.ward), town.staff(Role.AUDITOR)):
        assert {town.browser(account).get(page).status_code for page in pages} == {404}


def test_another_wards_clerk_reads_a_register_and_decides_nothing(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    neighbour = town.staff(Role.REGISTRY_CLERK, ward=town.other_ward)
    client, page = town.browser(neighbour), opened(town, neighbour, taro)
    notification = waiting(town, taro, hanako)
    assert "見本　太郎" in text(client, page) or "太郎" in text(client, page)
    assert "この戸籍の記載を訂正する" not in text(client, page)
    entry = reverse("residents:family_correct", args=[taro.register.public_id, entries(taro).get().pk])
    assert client.get(entry).status_code == 404
    assert client.get(reverse("residents:family_notification", args=[notification.number])).status_code == 404


def test_no_page_asks_the_database_too_often(
    town: Town,
    taro: FamilyMember,
    hanako: FamilyMember,
    staff: Account,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    opened(town, staff, taro)
    client = town.browser(staff)
    for page in pages_of(taro, waiting(town, taro, hanako)):
        with django_assert_max_num_queries(MOST_QUERIES):
            client.get(page)


def test_nothing_of_a_register_is_said_before_the_reason_is(desk: Client, taro: FamilyMember) -> None:
    page = reverse("residents:family_register", args=[taro.register.public_id])
    assert "見本" not in text(desk, page)
    desk.post(page, WHY)
    assert "見本" in text(desk, page)
    assert PersonLook.objects.filter(what="family").count() == 3


def test_a_register_is_found_by_its_name_and_nothing_stands_in_the_address(
    desk: Client, taro: FamilyMember
) -> None:
    page = reverse("residents:family")
    found = desk.post(page, {**WHY, "lot": "1番", "first": "見本"}).content.decode()
    assert "川崎市川崎区見本町一丁目1番" in found
    assert RegisterSearch.objects.get().kinds == "name+place"
    shown = desk.post(page, {**WHY, "first": "見本", "open": str(taro.register.public_id)})
    assert shown["Location"] == reverse("residents:family_register", args=[taro.register.public_id])
    assert desk.post(page, {**WHY, "open": "nonsense", "first": "見本"}).status_code == 404
    assert desk.post(page, WHY).status_code == 422


def test_the_register_reads_as_its_certificate(
    town: Town, desk: Client, staff: Account, taro: FamilyMember
) -> None:
    page = text(desk, opened(town, staff, taro))
    for said in (
        "戸籍事項",
        "戸籍改製",
        "【改製日】",
        "戸籍に記録されている者",
        "【生年月日】",
        "昭和60年3月3日",
        "以下余白",
    ):
        assert said in page


def typed(town: Town, taro: FamilyMember, hanako: FamilyMember, **more: str) -> dict[str, str]:
    said = {
        "husband_name": "見本 太郎",
        "husband_birth": "1985-03-03",
        "husband_appeared": "on",
        "wife_name": "実例　花子",
        "wife_birth": "1986-04-04",
        "wife_appeared": "on",
        "choice": "husbands_name",
        "new_town": "川崎区見本町一丁目",
        "new_lot": "5番",
        "witness1_name": "証人 一郎",
        "witness1_birth": "1950-01-01",
        "witness2_name": "証人 二郎",
        "witness2_birth": "1951-01-01",
        "notified_by": "夫と妻",
        "proofs": "運転免許証",
        "ward": town.ward.code,
        "ticket": "3f0c5a3e-7f34-4b2b-9a6c-3a1f4f9e2b11",
    }
    return {**said, **more}


def test_the_check_page_says_what_the_notification_will_write(
    town: Town, desk: Client, taro: FamilyMember, hanako: FamilyMember
) -> None:
    page = reverse("residents:family_receive", args=["marriage"])
    shown = desk.post(page, typed(town, taro, hanako)).content.decode()
    for said in (
        "この届により",
        "新しい戸籍",
        "川崎市川崎区見本町一丁目5番",
        "【婚姻日】",
        "【新本籍】",
        "市の戸籍にあります",
    ):
        assert said in shown
    assert "このままでは受理できません" not in shown
    assert not FamilyNotification.objects.exists()


def test_what_stands_in_the_way_is_said_with_its_article(
    town: Town, desk: Client, taro: FamilyMember, hanako: FamilyMember
) -> None:
    page = reverse("residents:family_receive", args=["marriage"])
    shown = desk.post(page, typed(town, taro, hanako, witness2_name="", choice="")).content.decode()
    assert "民法第739条" in shown
    assert "民法第750条" in shown


def test_a_notification_is_received_and_accepted_from_the_screen(
    town: Town, desk: Client, taro: FamilyMember, hanako: FamilyMember
) -> None:
    page = reverse("residents:family_receive", args=["marriage"])
    done = desk.post(page, {**typed(town, taro, hanako), "stage": "act"}, follow=True).content.decode()
    notification = FamilyNotification.objects.get()
    assert notification.number in done
    again = desk.post(page, {**typed(town, taro, hanako), "stage": "act"}, follow=True)
    assert again.status_code == 200
    assert FamilyNotification.objects.count() == 1
    accept = reverse("residents:family_act", args=[notification.number, "accept"])
    assert "この届により" in text(desk, accept)
    said = desk.post(accept, {"stage": "act"}, follow=True).content.decode()
    assert "受理しました" in said
    assert now_of(place_now(hanako, date(2100, 1, 1))).name == "見本　花子"
    assert desk.get(accept).status_code == 404


def test_a_refusal_at_the_form_loses_nothing(
    town: Town, desk: Client, taro: FamilyMember, hanako: FamilyMember
) -> None:
    page = reverse("residents:family_receive", args=["marriage"])
    kept = desk.post(page, typed(town, taro, hanako, new_town="どこにもない町"))
    assert kept.status_code == 422
    assert "運転免許証" in kept.content.decode()


def test_a_notification_that_cannot_be_accepted_says_why_and_can_be_refused(
    town: Town, desk: Client, taro: FamilyMember, hanako: FamilyMember
) -> None:
    notification = handed_in(town, "marriage", named(taro, As.HUSBAND), named(hanako, As.WIFE))
    accept, refuse = (
        reverse("residents:family_act", args=[notification.number, name]) for name in ("accept", "refuse")
    )
    assert "民法第739条" in desk.post(accept, {"stage": "act"}).content.decode()
    desk.post(refuse, {"reason": "証人がいない", "stage": "act"})
    notification.refresh_from_db()
    assert notification.step == "refused"
    assert "証人がいない" in text(desk, reverse("residents:family_notification", args=[notification.number]))


def test_an_entry_is_corrected_from_the_screen(
    town: Town, desk: Client, staff: Account, taro: FamilyMember
) -> None:
    page = opened(town, staff, taro)
    entry = entries(taro).get()
    url = reverse("residents:family_correct", args=[taro.register.public_id, entry.pk])
    same = {"line1": "1985-03-03", "line2": "川崎市川崎区", "why": "錯誤", "stage": "act"}
    assert "どの行も変わっていません" in desk.post(url, same).content.decode()
    desk.post(url, {**same, "line2": "東京都港区"})
    shown = text(desk, page)
    assert "東京都港区" in shown
    assert "【従前の記録】" in shown


def test_a_request_not_to_accept_is_filed_and_withdrawn(
    town: Town, desk: Client, staff: Account, taro: FamilyMember
) -> None:
    said = {"kind": "marriage", "proofs": "旅券", "ward": town.ward.code, "stage": "act"}
    desk.post(reverse("residents:family_bar", args=[taro.public_id]), said)
    filed = NonAcceptance.objects.get()
    assert "見本　太郎" in text(desk, reverse("residents:family_bars"))
    desk.post(reverse("residents:family_withdraw", args=[filed.number]))
    filed.refresh_from_db()
    assert filed.withdrawn_on is not None


def test_an_address_elsewhere_is_noted(town: Town, desk: Client, staff: Account, taro: FamilyMember) -> None:
    opened(town, staff, taro)
    url = reverse("residents:family_addresses", args=[taro.public_id])
    said = {"address": "横浜市中区本町1番", "since": "2011-04-01", "told_by": "横浜市", "stage": "act"}
    desk.post(url, said)
    assert "横浜市中区本町1番" in text(desk, url)


def test_a_person_leads_to_the_register(desk: Client, taro: FamilyMember) -> None:
    url = reverse("residents:family_of_person", args=[taro.person.public_id])
    assert desk.get(url)["Location"] == reverse("residents:family_register", args=[taro.register.public_id])


def test_a_register_from_elsewhere_is_made_from_its_copy(town: Town, desk: Client) -> None:
    town_in(town.ward)
    said = {
        "why": "transfer",
        "made_on": "2012-07-09",
        "town": "川崎区見本町一丁目",
        "lot": "88番",
        "former": "横浜市中区本町1番",
        "married_on": "2005-05-05",
        "m1_name": "転入　一男",
        "m1_birth": "1975-01-01",
        "m1_sex": "1",
        "m1_spouse": "夫",
        "m2_name": "転入　和子",
        "m2_birth": "1977-02-02",
        "m2_sex": "2",
        "m2_spouse": "妻",
        "ticket": "5f0c5a3e-7f34-4b2b-9a6c-3a1f4f9e2b22",
        "stage": "act",
    }
    for _twice in range(2):
        desk.post(reverse("residents:family_make"), said)
    register = FamilyRegister.objects.get()
    assert [now_of(each).name for each in register.members.order_by("place")] == ["転入　一男", "転入　和子"]
    assert FamilyTie.objects.get().kind == "spouse"
