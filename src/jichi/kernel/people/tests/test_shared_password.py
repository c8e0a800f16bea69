"""The demo's password is public: on a real city it opens no account."""

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory
from pytest_django import Settings
from tests.town import PASSWORD, Town

from jichi.kernel.people.shared_password import shared

pytestmark = pytest.mark.django_db


def signs_in(mail: str, password: str) -> bool:
    return authenticate(RequestFactory().post("/"), email=mail, password=password) is not None


@pytest.mark.parametrize("is_demo", [True, False])
def test_the_shared_password_opens_an_account_on_a_demo_city_only(
    town: Town, settings: Settings, is_demo: bool
) -> None:
    settings.DEMO = is_demo
    account = town.account("left-over@demo.jichi.example")
    account.set_password(shared())
    account.save()
    assert signs_in(account.email, shared()) is is_demo


def test_every_other_password_opens_its_account(town: Town) -> None:
    assert signs_in(town.account().email, PASSWORD)
