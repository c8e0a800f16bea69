"""Pages of administration: who may open which, and what they do."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings
from tests.town import LONG_AGO, Town

from jichi.kernel.access.actor import machine
from jichi.kernel.access.models import Elevation, Grant, Look
from jichi.kernel.access.roles import Role
from jichi.kernel.administration.actions.give_role import give_role
from jichi.kernel.administration.actions.look_at import look_at
from jichi.kernel.clock.models import DemoDay
from jichi.kernel.clock.reading import local_day, now
from jichi.kernel.ledger.models import Event
from jichi.kernel.people.models import Account

SHELL = machine("shell", Role.ADMINISTRATOR)
PAGES = ["staff", "create", "member", "give", "withdraw", "roles", "elevations", "demo_day", "looks"]
EVERYBODY = {"looks"}
STAFF = EVERYBODY | {"elevations"}
WHO = {
    "visitor": set(),
    "resident": EVERYBODY,
    Role.ADMINISTRATOR: set(PAGES),
    Role.AUDITOR: STAFF | {"staff", "member", "roles"},
    **{role: STAFF for role in Role if role not in (Role.ADMINISTRATOR, Role.AUDITOR)},
}


@pytest.fixture(autouse=True)
def demo_city(settings: Settings) -> None:
    settings.DEMO = True


def address(page: str, member: Account, grant: Grant) -> str:
    arguments = {"member": [member.public_id], "give": [member.public_id], "withdraw": [grant.pk]}
    return reverse(f"administration:{page}", args=arguments.get(page))


def account_of(town: Town, who: str) -> Account | None:
    if who == "visitor":
        return None
    return town.account() if who == "resident" else town.staff(Role(who))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", list(WHO))
def test_a_page_is_there_only_for_those_who_may_use_it(town: Town, who: str, page: str) -> None:
    member = town.staff(Role.WARD_STAFF, ward=town.ward)
    url = address(page, member, member.grants.get())
    expected = 302 if who == "visitor" else 200 if page in WHO[who] else 404
    answer = town.browser(account_of(town, who)).get(url)
    assert answer.status_code == expected
    if expected == 302:
        assert answer["Location"] == f"{reverse('account_login')}?next={url}"


def test_an_administrator_of_one_ward_does_not_see_the_staff_of_the_city(town: Town) -> None:
    account = town.staff(Role.ADMINISTRATOR, ward=town.ward)
    assert town.browser(account).get(reverse("administration:staff")).status_code == 404


def test_a_resident_has_no_page_among_the_staff(town: Town) -> None:
    administrator = town.browser(town.staff(Role.ADMINISTRATOR))
    resident = town.account()
    for page in ("member", "give"):
        assert (
            administrator.get(reverse(f"administration:{page}", args=[resident.public_id])).status_code == 404
        )


def test_there_is_no_demo_day_page_in_a_real_city(town: Town, settings: Settings) -> None:
    settings.DEMO = False
    client = town.browser(town.staff(Role.ADMINISTRATOR))
    assert client.get(reverse("administration:demo_day")).status_code == 404
    assert client.post(reverse("administration:clear_demo_day")).status_code == 404


@pytest.mark.parametrize("page", ["staff", "member", "roles", "elevations", "looks"])
def test_more_people_do_not_mean_more_queries(
    town: Town, page: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    administrator, member = town.staff(Role.ADMINISTRATOR), town.staff(Role.WARD_STAFF, ward=town.ward)
    for role in Role:
        town.staff(role, section=town.section)
        give_role(actor=SHELL, account=member, role=role, since=LONG_AGO, reason="辞令", standby=True)
        look_at(actor=SHELL, concerned=administrator, what="役割の履歴", why="点検のため")
    client = town.browser(administrator)
    url = address(page, member, member.grants.order_by("pk")[0])
    client.get(url)
    with django_assert_max_num_queries(25):
        client.get(url)


def test_the_list_shows_the_roles_of_today_and_can_be_narrowed(town: Town) -> None:
    town.staff(Role.WARD_STAFF, ward=town.ward)
    client = town.browser(town.staff(Role.ADMINISTRATOR))
    every = client.get(reverse("administration:staff")).content.decode()
    some = client.get(reverse("administration:staff"), {"role": "ward_staff"}).content.decode()
    assert "区役所の職員（川崎区）" in every
    assert "システム管理者（市全体）" in every
    assert "システム管理者（市全体）" not in some


def give(client: Client, member: Account, **more: str) -> object:
    form = {"role": "section_chief", "where": "section:", "since": "2012-07-09", "reason": "辞令", **more}
    return client.post(reverse("administration:give", args=[member.public_id]), form)


def test_a_role_is_given_after_it_was_confirmed(town: Town) -> None:
    member = town.account(works_for_city=True)
    client = town.browser(town.staff(Role.ADMINISTRATOR))
    where = f"section:{town.section.pk}"
    asked = give(client, member, where=where, last_day="2013-03-31")
    assert "まだ送られていません" in asked.content.decode()  # type: ignore[attr-defined]
    assert not member.grants.exists()
    give(client, member, where=where, last_day="2013-03-31", stage="act")
    grant = member.grants.get()
    assert (grant.role, grant.section, grant.until) == ("section_chief", town.section, date(2013, 4, 1))
    page = client.get(reverse("administration:member", args=[member.public_id])).content.decode()
    assert "2012年7月9日から2013年3月31日まで" in page


def test_a_refusal_is_said_at_the_form_and_nothing_is_lost(town: Town) -> None:
    member = town.account(works_for_city=True)
    client = town.browser(town.staff(Role.ADMINISTRATOR))
    answer = give(client, member, where="", last_day="2012-07-01", stage="act")
    text = answer.content.decode()  # type: ignore[attr-defined]
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert "終わる日は、始まる日より後にしてください。" in text
    assert 'value="2012-07-09"' in text


def test_an_auditor_sees_roles_but_changes_none(town: Town) -> None:
    member = town.staff(Role.WARD_STAFF, ward=town.ward)
    client = town.browser(town.staff(Role.AUDITOR))
    page = client.get(reverse("administration:member", args=[member.public_id])).content.decode()
    assert "役割を与える" not in page
    assert give(client, member, stage="act").status_code == 404  # type: ignore[attr-defined]


def test_a_role_is_ended_with_a_reason(town: Town) -> None:
    member = town.staff(Role.WARD_STAFF, ward=town.ward)
    client = town.browser(town.staff(Role.ADMINISTRATOR))
    url = reverse("administration:withdraw", args=[member.grants.get().pk])
    assert client.post(url, {"reason": "", "stage": "act"}).status_code == 422
    client.post(url, {"reason": "異動", "stage": "act"})
    assert member.grants.get().until == local_day(now())


def test_an_account_is_made_on_a_page(town: Town) -> None:
    client = town.browser(town.staff(Role.ADMINISTRATOR))
    form = {"name": "試験 太郎", "email": "taro@city.example", "stage": "act"}
    answer = client.post(reverse("administration:create"), form)
    made = Account.objects.get(email="taro@city.example")
    assert answer["Location"] == reverse("administration:member", args=[made.public_id])
    assert client.post(reverse("administration:create"), form).status_code == 422


def test_a_role_on_standby_is_taken_and_given_back_on_pages(town: Town) -> None:
    account = town.staff(Role.SECTION_STAFF, section=town.section)
    give_role(actor=SHELL, account=account, role=Role.AUDITOR, since=LONG_AGO, reason="当番", standby=True)
    standby = account.grants.get(standby=True)
    client = town.browser(account)
    assert client.get(reverse("administration:staff")).status_code == 404
    start = reverse("administration:elevate", args=[standby.pk])
    client.post(start, {"hours": "2", "reason": "点検", "stage": "act"})
    elevation = Elevation.objects.get()
    assert elevation.ends_at - elevation.started_at == timedelta(hours=2)
    assert client.get(reverse("administration:staff")).status_code == 200
    client.post(reverse("administration:end", args=[elevation.pk]))
    assert client.get(reverse("administration:staff")).status_code == 404


def test_somebody_elses_standby_and_elevation_are_not_there(town: Town) -> None:
    account = town.staff(Role.SECTION_STAFF, section=town.section)
    give_role(actor=SHELL, account=account, role=Role.AUDITOR, since=LONG_AGO, reason="当番", standby=True)
    standby = account.grants.get(standby=True)
    client = town.browser(account)
    start = reverse("administration:elevate", args=[standby.pk])
    client.post(start, {"hours": "2", "reason": "点検", "stage": "act"})
    stranger = town.browser(town.staff(Role.ADMINISTRATOR))
    assert stranger.get(start).status_code == 404
    assert stranger.post(reverse("administration:end", args=[Elevation.objects.get().pk])).status_code == 404


def test_whoever_opens_a_persons_page_leaves_a_trace_that_only_that_person_reads(town: Town) -> None:
    member = town.staff(Role.WARD_STAFF, ward=town.ward)
    auditor = town.staff(Role.AUDITOR)
    town.browser(auditor).get(reverse("administration:member", args=[member.public_id]))
    own = town.browser(member).get(reverse("administration:looks")).content.decode()
    others = town.browser(auditor).get(reverse("administration:looks")).content.decode()
    assert "監査担当" in own
    assert "役割の管理と点検のため" in own
    assert "役割の管理と点検のため" not in others


def test_looking_at_ones_own_page_leaves_no_trace(town: Town) -> None:
    administrator = town.staff(Role.ADMINISTRATOR)
    town.browser(administrator).get(reverse("administration:member", args=[administrator.public_id]))
    assert not Look.objects.exists()


def test_a_page_that_is_not_there_leaves_no_trace_either(town: Town) -> None:
    member = town.staff(Role.WARD_STAFF, ward=town.ward)
    town.browser(town.staff(Role.SECTION_STAFF)).get(
        reverse("administration:member", args=[member.public_id])
    )
    assert not Look.objects.exists()


def test_the_demo_day_is_set_by_a_button_and_shown_in_the_frame(town: Town) -> None:
    client = town.browser(town.staff(Role.ADMINISTRATOR))
    page = reverse("administration:demo_day")
    assert 'value="2012-07-08"' in client.get(page).content.decode()
    shown = client.post(page, {"day": "2012-07-09"}, follow=True).content.decode()
    assert DemoDay.objects.get().day == date(2012, 7, 9)
    assert "このサイトの今日は、2012年（平成24年）7月9日です。" in shown
    client.post(reverse("administration:clear_demo_day"))
    assert "このサイトの今日は" not in client.get(page).content.decode()
    assert Event.objects.filter(type="clock.demo_day.set").count() == 2


def test_the_table_of_roles_says_who_may_do_what(town: Town) -> None:
    text = town.browser(town.staff(Role.AUDITOR)).get(reverse("administration:roles")).content.decode()
    row = text[text.index("役割を与える・終える") :]
    row = row[: row.index("</tr>")]
    assert row.count("●") == 1
    assert row.count("できない") == len(Role) - 1
