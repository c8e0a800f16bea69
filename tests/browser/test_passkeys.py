"""A passkey is made and used in a real browser, under the strict content policy."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from . import demo_people
from .running_city import RunningCity, running_city

pytestmark = pytest.mark.browser
WHO = "auditor@demo.jichi.example"
# A key that is built in and recognises its holder, as a telephone does.
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def own_city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningCity]:
    """A city of its own: a second factor changes how its holder signs in."""
    with running_city(tmp_path_factory.mktemp("passkey-city"), JICHI_DEMO="1") as city:
        yield city


@pytest.fixture
def page(chromium: Browser, own_city: RunningCity) -> Iterator[Page]:
    context = chromium.new_context(base_url=own_city.url, locale="ja-JP")
    page = context.new_page()
    key = context.new_cdp_session(page)
    key.send("WebAuthn.enable")
    key.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    yield page
    context.close()


def sign_in_by_password(page: Page) -> None:
    page.goto("/account/login/")
    page.get_by_label("メールアドレス").fill(WHO)
    page.get_by_label("パスワード").first.fill(demo_people.password())
    page.get_by_role("button", name="サインイン", exact=True).click()
    page.wait_for_url("**/desk/**")


def make_a_passkey(page: Page) -> None:
    page.goto("/account/2fa/webauthn/add/")
    page.get_by_label("パスワード").fill(demo_people.password())
    page.get_by_role("button", name="続ける").click()
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="登録する").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("予備のコード")


def test_a_passkey_is_made_and_opens_the_desk_without_a_password(page: Page) -> None:
    said: list[Any] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    sign_in_by_password(page)
    make_a_passkey(page)
    page.context.clear_cookies()
    page.goto("/account/login/")
    page.get_by_role("button", name="パスキーを使う").click()
    page.wait_for_url("**/desk/**")
    assert said == []
