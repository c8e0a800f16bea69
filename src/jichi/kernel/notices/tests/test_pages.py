"""The page of notices."""

import pytest
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.clock.reading import now
from jichi.kernel.notices.models import Mail, MailState, Notice
from jichi.kernel.notices.notify import notify
from jichi.kernel.notices.queries import unread
from jichi.kernel.notices.tests.telling import acted
from jichi.kernel.people.models import Account

HOME = "/notices/"


@pytest.fixture
def hanako(town: Town) -> Account:
    account = town.account()
    for number in (1, 2):
        acted(
            lambda number=number: notify(
                account=account, key=f"{number}", subject=f"知らせ{number}", body="本文"
            )
        )
    return account


def test_a_person_reads_their_own_notices(town: Town, hanako: Account) -> None:
    page = town.browser(hanako).get(HOME).content.decode()

    assert "知らせ1" in page
    assert "知らせ2" in page
    assert "まだ読んでいないお知らせが2件あります。" in page


def test_nobody_reads_the_notices_of_another(town: Town, hanako: Account) -> None:
    assert "知らせ1" not in town.browser(town.account()).get(HOME).content.decode()


def test_who_is_not_signed_in_is_asked_to(town: Town) -> None:
    answer = town.browser().get(HOME)

    assert answer.status_code == 302
    assert answer.url.startswith("/account/")


def test_a_notice_is_marked_as_read_one_by_one_or_all_at_once(town: Town, hanako: Account) -> None:
    browser, actor = town.browser(hanako), town.actor(hanako)
    assert unread(actor) == 2

    browser.post(f"{HOME}{Notice.objects.get(key='1').public_id}/read")
    assert unread(actor) == 1

    browser.post(f"{HOME}read")
    assert unread(actor) == 0


def test_a_notice_is_not_marked_as_read_by_another(town: Town, hanako: Account) -> None:
    town.browser(town.account()).post(f"{HOME}{Notice.objects.get(key='1').public_id}/read")

    assert unread(town.actor(hanako)) == 2


def test_the_page_of_notices_asks_the_database_a_fixed_number_of_times(
    town: Town, hanako: Account, django_assert_max_num_queries
) -> None:
    browser = town.browser(hanako)
    with django_assert_max_num_queries(12):
        browser.get(HOME)


def test_what_nobody_knows_is_called_unknown_to_the_person_and_to_staff(town: Town, hanako: Account) -> None:
    Mail.objects.filter(notice__key="1").update(state=MailState.UNKNOWN, reason="The worker was gone.")
    Mail.objects.filter(notice__key="2").update(state=MailState.SENT, sent_at=now())

    page = town.browser(hanako).get(HOME).content.decode()
    assert page.count("メールは、届いたか分かりません") == 1
    desk = town.browser(town.staff(Role.ADMINISTRATOR)).get("/desk/mail/").content.decode()
    assert "届いたか不明" in desk
    assert "The worker was gone." in desk
    assert town.browser(town.staff(Role.SECTION_CHIEF)).get("/desk/mail/").status_code == 404


def test_the_outbox_asks_the_database_a_fixed_number_of_times(
    town: Town, hanako: Account, django_assert_max_num_queries
) -> None:
    Mail.objects.update(state=MailState.FAILED)
    browser = town.browser(town.staff(Role.ADMINISTRATOR))
    with django_assert_max_num_queries(20):
        browser.get("/desk/mail/")
