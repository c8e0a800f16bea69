"""Five wrong passwords, and then a quarter of an hour of patience."""

import logging
from datetime import timedelta

import pytest
import time_machine
from axes.helpers import get_client_ip_address
from axes.models import AccessAttempt
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import Settings
from tests.town import PASSWORD, Town

from jichi.kernel.clock.reading import now
from jichi.kernel.people.models import Account

LIMIT = 5


@pytest.fixture
def account(town: Town) -> Account:
    return town.account("hana@example.jp")


def sign_in(password: str, login: str = "hana@example.jp", address: str = "192.0.2.1") -> HttpResponse:
    form = {"login": login, "password": password}
    return Client(REMOTE_ADDR=address).post(reverse("account_login"), form)  # type: ignore[return-value]


def lock() -> HttpResponse:
    return [sign_in("wrong") for _ in range(LIMIT)][-1]


def test_a_wrong_password_is_said_without_telling_which_part_is_wrong(account: Account) -> None:
    known, unknown = sign_in("wrong"), sign_in("wrong", login="nobody@example.jp")
    sentence = "メールアドレスかパスワードが正しくありません。"
    assert sentence in known.content.decode()
    assert sentence in unknown.content.decode()


def test_the_fifth_wrong_password_locks_and_says_until_when(account: Account) -> None:
    answer = lock()
    page = answer.content.decode()
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 15 * 60
    assert "サインインを止めています" in page
    assert reverse("account_reset_password") in page


def test_the_right_password_does_not_open_a_locked_account(account: Account) -> None:
    lock()
    assert sign_in(PASSWORD).status_code == 429


def test_the_lock_does_not_depend_on_how_the_address_is_written(account: Account) -> None:
    lock()
    assert sign_in(PASSWORD, login=" HANA@example.jp ").status_code == 429


def test_the_lock_opens_by_itself_also_when_somebody_kept_trying(account: Account) -> None:
    lock()
    with time_machine.travel(now() + timedelta(minutes=10)):
        assert sign_in("wrong").status_code == 429
    with time_machine.travel(now() + timedelta(minutes=16)):
        assert sign_in(PASSWORD).status_code == 302


def test_other_places_and_other_accounts_are_not_locked(town: Town, account: Account) -> None:
    other = town.account()
    lock()
    assert sign_in(PASSWORD, address="192.0.2.2").status_code == 302
    assert sign_in(PASSWORD, login=other.email).status_code == 302


def test_signing_in_forgets_the_wrong_tries(account: Account) -> None:
    for _ in range(LIMIT - 1):
        sign_in("wrong")
    assert sign_in(PASSWORD).status_code == 302
    assert sign_in("wrong").status_code == 200


def test_neither_the_table_nor_a_log_holds_who_was_tried(
    account: Account, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    lock()
    assert "Locking out" in caplog.text
    assert "hana" not in caplog.text
    assert "192.0.2.1" not in caplog.text
    assert "hana" not in str(AccessAttempt.objects.values())


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "198.51.100.7", "127.0.0.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "203.0.113.9, 198.51.100.7", "198.51.100.7"),
    ],
)
def test_an_address_is_believed_only_from_a_proxy_of_ours(
    settings: Settings, proxies: int, forwarded: str, address: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().post("/account/login/", headers={"x-forwarded-for": forwarded})
    assert get_client_ip_address(request) == address
