"""Signing in through the city's directory (OpenID Connect), over real HTTP on loopback."""

from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.people.models import Account

from . import directory as city
from .directory import Directory

LOGIN = "/account/oidc/city/login/"


@pytest.fixture
def directory(settings: Settings) -> Iterator[Directory]:
    with city.running() as running:
        app = {
            "provider_id": "city",
            "name": "職員認証基盤",
            "client_id": city.CLIENT,
            "secret": city.SECRET,
            "settings": {"server_url": running.url, "oauth_pkce_enabled": True},
        }
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
        running.person = {
            "sub": "s-1",
            "email": "taro@city.example",
            "email_verified": True,
            "name": "試験 太郎",
        }
        yield running


def ask(client: Client) -> str:
    """Press the button; the address at the directory to which the browser is sent."""
    answer = client.post(LOGIN)
    assert answer.status_code == 302
    return answer["Location"]


def visit(address: str) -> str:
    """Follow the browser to the directory; the address with which it comes back."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=10)
    connection.request("GET", f"{parts.path}?{parts.query}")
    back = connection.getresponse().getheader("Location")
    connection.close()
    assert back is not None
    return back


def come_back(client: Client, address: str) -> HttpResponse:
    parts = urlsplit(address)
    return client.get(f"{parts.path}?{parts.query}")  # type: ignore[return-value]


def sign_in(client: Client) -> HttpResponse:
    return come_back(client, visit(ask(client)))


def test_the_button_is_shown_where_a_directory_is_configured(db: None, directory: Directory) -> None:
    page = Client().get(reverse("account_login")).content.decode()
    assert "職員認証基盤でサインインする" in page
    assert LOGIN in page


def test_the_button_is_not_shown_where_none_is(db: None) -> None:
    assert "市の職員の方" not in Client().get(reverse("account_login")).content.decode()


def test_a_whole_code_flow_signs_in_the_account_of_that_address(town: Town, directory: Directory) -> None:
    account = town.staff(Role.SECTION_STAFF, section=town.section)
    Authenticator.objects.filter(user=account).delete()
    directory.person["email"] = account.email
    client = Client()
    assert sign_in(client)["Location"] == reverse("desk:home")
    assert client.session["_auth_user_id"] == str(account.pk)
    assert SocialAccount.objects.get().user == account
    assert directory.refused == []


def test_the_second_factor_is_asked_for_here_too(town: Town, directory: Directory) -> None:
    account = town.staff(Role.SECTION_STAFF, section=town.section)
    directory.person["email"] = account.email
    client = Client()
    assert sign_in(client)["Location"].startswith(reverse("mfa_authenticate"))
    assert "_auth_user_id" not in client.session


def test_somebody_new_gets_an_account_without_any_role(town: Town, directory: Directory) -> None:
    client = Client()
    assert sign_in(client).status_code == 302
    account = Account.objects.get(email="taro@city.example")
    assert client.session["_auth_user_id"] == str(account.pk)
    assert (account.name, account.works_for_city) == ("試験 太郎", False)
    assert town.actor(account).held == frozenset()


def test_an_address_that_the_directory_does_not_vouch_for_opens_no_account(
    town: Town, directory: Directory
) -> None:
    account = town.staff(Role.ADMINISTRATOR)
    directory.person |= {"email": account.email, "email_verified": False}
    client = Client()
    sign_in(client)
    assert "_auth_user_id" not in client.session
    assert not SocialAccount.objects.filter(user=account).exists()


def test_an_answer_that_nobody_asked_for_is_refused(db: None, directory: Directory) -> None:
    back = visit(ask(Client()))
    stranger = Client()
    answer = come_back(stranger, back)
    assert "サインインできませんでした" in answer.content.decode()
    assert "_auth_user_id" not in stranger.session


def test_a_code_is_good_for_one_sign_in(db: None, directory: Directory) -> None:
    client = Client()
    back = visit(ask(client))
    come_back(client, back)
    again = Client()
    state = parse_qs(urlsplit(ask(again)).query)["state"][0]
    stolen = parse_qs(urlsplit(back).query)["code"][0]
    parts = urlsplit(back)
    answer = again.get(f"{parts.path}?{urlencode({'code': stolen, 'state': state})}")
    assert "サインインできませんでした" in answer.content.decode()
    assert directory.refused == ["unknown code or client"]


def test_a_person_who_says_no_at_the_directory_comes_back_unharmed(db: None, directory: Directory) -> None:
    client = Client()
    state = parse_qs(urlsplit(ask(client)).query)["state"][0]
    answer = client.get(
        f"/account/oidc/city/login/callback/?{urlencode({'error': 'access_denied', 'state': state})}",
        follow=True,
    )
    assert "サインインをやめました" in answer.content.decode()


def test_nothing_is_asked_of_the_directory_by_a_mere_visit(db: None, directory: Directory) -> None:
    answer = Client().get(LOGIN)
    assert answer.status_code == 200
    assert answer.content.decode().count("<form") >= 1
