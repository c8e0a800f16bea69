"""The page on which a person chooses, and the way out that needs no sign-in."""

from datetime import date

import pytest
from django.test import Client
from tests.town import Town

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.notices.actions.approve_public_notice import approve_public_notice
from jichi.kernel.notices.actions.draft_public_notice import draft_public_notice
from jichi.kernel.notices.actions.end_public_notice import end_public_notice
from jichi.kernel.notices.actions.post_public_notice import post_public_notice
from jichi.kernel.notices.actions.public_notices import Words
from jichi.kernel.notices.message import stop_address
from jichi.kernel.notices.models import Choice, Following, Notice, PostalAddress, Sort, Subscription, Way
from jichi.kernel.notices.notify import follow, notify
from jichi.kernel.notices.tests.telling import acted
from jichi.kernel.people.models import Account

pytestmark = pytest.mark.django_db
SETTINGS = "/notices/settings/"
CHOSEN = {"way": "daily", "quiet_from": "22:00", "quiet_until": "06:00", "language": "en"}


@pytest.fixture
def hanako(town: Town) -> Account:
    return town.account()


def test_a_person_chooses_way_hours_language_topics_and_wards(
    town: Town, hanako: Account, django_assert_max_num_queries
) -> None:
    browser = town.browser(hanako)
    with django_assert_max_num_queries(20):
        assert "お知らせの受け取り方" in browser.get(SETTINGS).content.decode()
    browser.post(SETTINGS, {**CHOSEN, "topics": ["public-notices"], "wards": [town.ward.pk]})

    choice = Choice.objects.get(account=hanako)
    assert (choice.way, choice.quiet_from.hour, choice.quiet_until.hour) == (Way.DAILY, 22, 6)
    assert sorted(Subscription.objects.values_list("topic", "ward")) == [
        ("", town.ward.pk),
        ("public-notices", None),
    ]
    hanako.refresh_from_db()
    assert hanako.language == "en"
    shown = browser.get(SETTINGS).content.decode()
    assert '<option value="22:00" selected>' in shown

    browser.post(SETTINGS, CHOSEN)
    assert not Subscription.objects.exists()


def test_a_wrong_choice_is_shown_and_nothing_is_changed(town: Town, hanako: Account) -> None:
    answer = town.browser(hanako).post(SETTINGS, {**CHOSEN, "way": "pigeon"})
    assert answer.status_code == 422
    assert not Choice.objects.exists()


def test_an_address_is_kept_and_erased_by_its_owner(town: Town, hanako: Account) -> None:
    browser = town.browser(hanako)
    given = {
        "name": "渡邉󠄂 花子",
        "postcode": "〒２１０-8577",
        "lines": "川崎市川崎区宮本町1番地",
        "building": "",
    }
    assert browser.post("/notices/address/", {**given, "postcode": "210"}).status_code == 422
    browser.post("/notices/address/", given)
    assert PostalAddress.objects.get().postcode == "2108577"
    assert "宮本町" in browser.get(SETTINGS).content.decode()
    assert "宮本町" not in town.browser(town.account()).get(SETTINGS).content.decode()

    browser.post("/notices/address/erase/")
    assert not PostalAddress.objects.exists()


def test_a_link_asks_before_a_record_is_followed(town: Town, hanako: Account) -> None:
    office = machine("office", Role.SECTION_STAFF, Role.PLANNING_OFFICER)
    words = Words(sort=Sort.ORDER, title="題名", text="本文", section=town.section)
    notice = draft_public_notice(actor=office, words=words, on=date(2014, 5, 12))
    browser, page = town.browser(hanako), f"/notices/follow/{notice.reference}/"
    assert browser.post(page).status_code == 404
    approve_public_notice(actor=machine("head", Role.BUREAU_CHIEF), notice=notice)
    post_public_notice(actor=office, notice=notice, on=date(2014, 5, 12))

    assert page in browser.get(notice.url).content.decode()
    assert "いつでも止められます" in browser.get(page).content.decode()
    assert not Following.objects.exists()
    browser.post(page)
    assert Following.objects.get().account == hanako
    assert "もうお知らせすることになっています" in browser.get(page).content.decode()
    # An end that nobody is told of would be no news.
    end_public_notice(actor=office, notice=notice, because="終わったため", on=date(2014, 5, 13))
    assert Notice.objects.get(because=f"record:{notice.reference}").account == hanako


def test_a_record_is_followed_no_more(town: Town, hanako: Account) -> None:
    follow(account=hanako, reference="12-0001-9")
    town.browser(hanako).post(f"{SETTINGS}unfollow/12-0001-9/")
    assert not Following.objects.exists()


@pytest.mark.parametrize("page", [SETTINGS, "/notices/address/"])
def test_who_is_not_signed_in_is_asked_to(town: Town, page: str) -> None:
    assert town.browser().get(page).status_code == 302


def way_out(account: Account) -> str:
    acted(lambda: notify(account=account, key="k", subject="知らせ", body="本文"))
    return stop_address(Notice.objects.get()).removeprefix("http://localhost:8000")


def test_opening_the_way_out_changes_nothing_and_one_click_ends_it(town: Town, hanako: Account) -> None:
    address = way_out(hanako)
    stranger = Client(enforce_csrf_checks=True)
    page = stranger.get(address)
    assert (page.status_code, "まだ何も変わっていません" in page.content.decode()) == (200, True)
    assert hanako.email not in page.content.decode()
    assert str(hanako) not in page.content.decode()
    assert not Choice.objects.exists()

    # As a mail program sends it by itself (RFC 8058): no cookie, no token, no sign-in.
    done = stranger.post(address, {"List-Unsubscribe": "One-Click"})
    assert (done.status_code, Choice.objects.get().way) == (200, Way.PAGE)
    stranger.post(address, {"List-Unsubscribe": "One-Click"})
    assert Choice.objects.count() == 1


@pytest.mark.parametrize("token", ["x", "0" * 32, "0" * 32 + ":forged"])
def test_a_made_up_way_out_leads_nowhere(token: str, db: None) -> None:
    assert Client().post(f"/notices/stop/{token}/").status_code == 404
