"""Staff need a second factor, and it is kept secret."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.town import PASSWORD, SECRET, Town

from jichi.kernel.access.roles import Role
from jichi.kernel.clock.reading import now
from jichi.kernel.people.models import Account
from jichi.kernel.people.second_factor import has_second_factor


def code(secret: str = SECRET) -> str:
    return format_hotp_value(hotp_value(secret, int(now().timestamp()) // 30))


@pytest.fixture
def newcomer(town: Town) -> Account:
    account = town.staff(Role.ADMINISTRATOR)
    Authenticator.objects.filter(user=account).delete()
    return account


@pytest.mark.parametrize("page", ["/", "/administration/people/", "/api/v1/openapi.json"])
def test_staff_without_a_second_factor_are_sent_to_set_one_up(
    town: Town, newcomer: Account, settings: Settings, page: str
) -> None:
    settings.DEMO = False
    answer = town.browser(newcomer).get(page, follow=True)
    assert answer.redirect_chain == [(reverse("mfa_index"), 302)]
    assert "二段階認証を設定してください" in answer.content.decode()


def test_an_act_of_staff_without_a_second_factor_does_not_happen(
    town: Town, newcomer: Account, settings: Settings
) -> None:
    settings.DEMO = False
    form = {"name": "別人", "email": "other@city.example", "stage": "act"}
    answer = town.browser(newcomer).post(reverse("administration:create"), form)
    assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_index"))
    assert not Account.objects.filter(email="other@city.example").exists()


def test_staff_with_a_second_factor_go_where_they_want(town: Town, settings: Settings) -> None:
    settings.DEMO = False
    assert (
        town.browser(town.staff(Role.ADMINISTRATOR)).get(reverse("administration:staff")).status_code == 200
    )


def test_recovery_codes_alone_are_no_second_factor(town: Town, newcomer: Account) -> None:
    Authenticator.objects.create(user=newcomer, type=Authenticator.Type.RECOVERY_CODES, data={})
    assert not has_second_factor(newcomer)


def test_residents_are_not_asked_for_a_second_factor(town: Town, settings: Settings) -> None:
    settings.DEMO = False
    assert town.browser(town.account()).get(reverse("administration:looks")).status_code == 200


def test_a_demo_city_lets_staff_in_and_says_so(town: Town, newcomer: Account, settings: Settings) -> None:
    settings.DEMO = True
    answer = town.browser(newcomer).get(reverse("administration:staff"))
    assert answer.status_code == 200
    assert "二段階認証を設定していません" in answer.content.decode()


def test_signing_in_takes_the_password_and_then_the_code(town: Town) -> None:
    account, client = town.staff(Role.ADMINISTRATOR), Client()
    answer = client.post(reverse("account_login"), {"login": account.email, "password": PASSWORD})
    assert answer["Location"].startswith(reverse("mfa_authenticate"))
    assert "_auth_user_id" not in client.session
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    assert client.post(reverse("mfa_authenticate"), {"code": code()})["Location"] == reverse("desk:home")
    assert client.session["_auth_user_id"] == str(account.pk)


def test_keys_of_authenticator_apps_are_kept_under_a_cipher(town: Town, settings: Settings) -> None:
    account = town.staff(Role.ADMINISTRATOR)
    authenticator = Authenticator.objects.get(user=account)
    assert SECRET not in str(authenticator.data)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another key"
    assert TOTP(authenticator).validate_code(code())


def test_an_app_is_set_up_with_its_first_code(town: Town, newcomer: Account) -> None:
    client = town.browser(newcomer)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
    assert has_second_factor(newcomer)
