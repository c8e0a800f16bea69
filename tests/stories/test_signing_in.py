"""Staff sign in with a second factor: a number of an app, or a passkey."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.authenticator import code_of
from tests.browser.hands import Keys
from tests.browser.running_city import RunningCity
from tests.browser.witness import Witness

from .conftest import sign_in
from .people import PASSWORD, PLANNER, STAFF

pytestmark = pytest.mark.browser
PASSKEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(chromium: Browser, city: RunningCity) -> Any:
    context = chromium.new_context(base_url=city.url, locale="ja-JP")
    yield context.new_page()
    context.close()


def with_passkeys(page: Page) -> None:
    """Give this browser a device that keeps passkeys and knows its owner's finger."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": PASSKEY})


def test_the_authenticator_shows_the_numbers_of_the_standard() -> None:
    """RFC 6238, appendix B, cut to six figures."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert [code_of(secret, at=at) for at in (59, 1111111109, 20000000000)] == ["287082", "081804", "353130"]


def test_staff_sign_in_with_the_number_of_an_app(page: Page) -> None:
    page.goto("/")
    sign_in(Keys(page), PLANNER)
    expect(page).to_have_url("/desk/")


def test_a_wrong_number_opens_nothing(page: Page) -> None:
    hands = Keys(page)
    page.goto("/account/login/")
    hands.write("メールアドレス", STAFF.email)
    hands.write("パスワード", PASSWORD)
    hands.press("サインイン")
    hands.write("コード", f"{(int(code_of(STAFF.secret)) + 1) % 1_000_000:06d}")
    hands.press("サインイン")
    expect(page.get_by_role("alert")).to_be_visible()
    page.goto("/desk/")
    expect(page).to_have_url("/account/2fa/authenticate/")


def test_a_passkey_is_registered_and_signs_in_alone(page: Page, city: RunningCity) -> None:
    """Under the strict content policy, of which the browser would complain."""
    witness = Witness(page, home=city.url)
    with_passkeys(page)
    page.goto("/")
    hands = Keys(page)
    sign_in(hands, STAFF)
    page.goto("/account/2fa/webauthn/add/")
    hands.write("パスワード", PASSWORD)
    hands.press("続ける")
    hands.write("キーの名前", "仕事場の端末")
    hands.tick("パスワードの代わりにも使う（パスキー）")
    hands.press("登録する")
    page.context.clear_cookies()
    page.goto("/account/login/")
    hands.press("パスキーを使う")
    expect(page).to_have_url("/desk/")
    assert witness.heard() == []
