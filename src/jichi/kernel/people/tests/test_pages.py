"""Every page about an account stands in our frame, in Japanese, under a strict content policy."""

import re
from html.parser import HTMLParser

import pytest
from allauth.account.models import EmailConfirmationHMAC
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from tests.town import PASSWORD, Town

from jichi.kernel.access.roles import Role
from jichi.kernel.people.models import Account

ENTRANCE = ["account_login", "account_signup", "account_reset_password", "account_reset_password_done"]
ENTRANCE += ["account_email_verification_sent", "account_reset_password_from_key_done", "account_inactive"]
ENTRANCE += ["socialaccount_login_cancelled"]
OWN = ["people:account", "account_logout", "account_email", "account_change_password", "mfa_index"]
OWN += ["mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp", "mfa_add_webauthn"]
OWN += ["mfa_list_webauthn", "account_reauthenticate", "mfa_reauthenticate", "socialaccount_connections"]


class Page(HTMLParser):
    """What a reader of the source would check."""

    def __init__(self, answer: HttpResponse) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.labelled: set[str] = set()
        self.controls: set[str] = set()
        self.headings = 0
        self.is_script = False
        self.feed(answer.content.decode())

    def handle_starttag(self, tag: str, found: list[tuple[str, str | None]]) -> None:
        attributes = dict(found)
        self.headings += tag == "h1"
        self.is_script = tag == "script" and attributes.get("type") != "application/json"
        if tag == "style" or any(name == "style" or name.startswith("on") for name in attributes):
            self.faults.append(f"inline: {self.get_starttag_text()}")
        if tag == "label" and attributes.get("for"):
            self.labelled.add(str(attributes["for"]))
        is_control = tag in ("input", "textarea", "select")
        if is_control and attributes.get("type") not in ("hidden", "submit", "radio"):
            self.controls.add(str(attributes.get("id")))

    def handle_data(self, data: str) -> None:
        if self.is_script and data.strip():
            self.faults.append(f"inline script: {data.strip()[:60]}")

    def handle_endtag(self, tag: str) -> None:
        self.is_script = False


def check(answer: HttpResponse, language: str = "ja", status: int = 200) -> None:
    text = answer.content.decode()
    page = Page(answer)
    assert answer.status_code == status
    assert f'<html lang="{language}"' in text
    assert page.faults == []
    assert page.headings == 1
    assert page.controls - page.labelled == set()
    title = re.search(r"<title>\s*(.*?)\s*</title>", text, re.DOTALL)
    assert title
    assert not title[1].startswith("-"), "The page has a name of its own."


@pytest.fixture
def officer(town: Town) -> Account:
    account = town.staff(Role.SECTION_STAFF, section=town.section)
    RecoveryCodes.activate(account)
    return account


@pytest.fixture
def browser(town: Town, officer: Account) -> Client:
    client = town.browser(officer)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


@pytest.mark.parametrize("language", ["ja", "en", "ja-simple"])
@pytest.mark.parametrize("name", ENTRANCE)
def test_a_page_before_sign_in_stands_in_our_frame(db: None, name: str, language: str) -> None:
    client = Client()
    client.cookies["language"] = language
    check(client.get(reverse(name)), language)


@pytest.mark.parametrize("name", OWN)
def test_a_page_about_ones_account_stands_in_our_frame(browser: Client, name: str) -> None:
    check(browser.get(reverse(name)))


def test_the_page_that_sets_up_an_app_stands_in_our_frame(browser: Client, officer: Account) -> None:
    Authenticator.objects.filter(user=officer, type=Authenticator.Type.TOTP).delete()
    check(browser.get(reverse("mfa_activate_totp")))


def test_the_second_step_of_signing_in_stands_in_our_frame(officer: Account) -> None:
    client = Client()
    form = {"login": officer.email, "password": PASSWORD}
    check(client.post(reverse("account_login"), form, follow=True))


def test_the_links_of_a_mail_open_pages_in_our_frame(town: Town) -> None:
    account = town.account()
    address = account.emailaddress_set.get()
    address.verified = False
    address.save()
    key = EmailConfirmationHMAC(address).key
    check(Client().get(reverse("account_confirm_email", args=[key])))
    check(Client().get(reverse("account_confirm_email", args=["wrong"])))
    check(Client().get("/account/password/reset/key/wrong-wrong/"))


def test_a_failure_of_the_directory_is_said_in_our_frame(db: None) -> None:
    check(Client().get(reverse("socialaccount_login_error")), status=401)


def test_an_error_is_said_on_top_and_at_its_field(db: None) -> None:
    form = {"email": "not an address", "password1": "short", "password2": "short"}
    text = Client().post(reverse("account_signup"), form).content.decode()
    assert "入力を確かめてください" in text
    assert 'href="#id_email"' in text
    assert 'id="id_email_error"' in text


def test_a_resident_signs_up_confirms_the_address_and_is_in(db: None) -> None:
    client = Client()
    client.cookies["language"] = "en"
    secret = "correct horse battery"
    form = {"email": "new@example.jp", "password1": secret, "password2": secret}
    assert client.post(reverse("account_signup"), form)["Location"] == reverse(
        "account_email_verification_sent"
    )
    link = re.search(r"/account/confirm-email/\S+", str(mail.outbox[0].body))
    assert link
    client.post(link[0])
    client.post(reverse("account_login"), {"login": "new@example.jp", "password": secret})
    account = Account.objects.get()
    assert client.session["_auth_user_id"] == str(account.pk)
    assert (account.works_for_city, account.language) == (False, "en")


def test_a_form_does_not_tell_whether_an_address_is_known(town: Town) -> None:
    known = town.account().email
    answers = [
        Client().post(reverse("account_reset_password"), {"email": email})
        for email in (known, "unknown@example.jp")
    ]
    assert [answer["Location"] for answer in answers] == [reverse("account_reset_password_done")] * 2


def test_mails_are_in_japanese(town: Town) -> None:
    with override("ja"):
        Client().post(reverse("account_reset_password"), {"email": town.account().email})
    assert re.search(r"[ぁ-んァ-ヶ]", mail.outbox[0].subject)
    assert "example.com" not in str(mail.outbox[0].body)


def test_signing_in_brings_the_language_of_the_account(town: Town) -> None:
    account = town.account()
    Account.objects.filter(pk=account.pk).update(language="ja-simple")
    client = Client()
    client.post(reverse("account_login"), {"login": account.email, "password": PASSWORD})
    assert '<html lang="ja-simple"' in client.get(reverse("people:account")).content.decode()


def test_a_language_chosen_is_kept_with_the_account(town: Town) -> None:
    account = town.account()
    town.browser(account).post(reverse("kit:language"), {"language": "en"})
    account.refresh_from_db()
    assert account.language == "en"


@pytest.mark.parametrize("language", ["xx", ""])
def test_an_unknown_language_changes_nothing(town: Town, language: str) -> None:
    account = town.account()
    town.browser(account).post(reverse("kit:language"), {"language": language})
    account.refresh_from_db()
    assert account.language == "ja"


def test_a_visitor_chooses_a_language_without_an_account(db: None) -> None:
    client = Client()
    client.post(reverse("kit:language"), {"language": "en"})
    assert '<html lang="en"' in client.get(reverse("account_login")).content.decode()


def test_ones_own_pages_ask_a_visitor_to_sign_in(db: None) -> None:
    answer = Client().get(reverse("people:account"))
    assert answer["Location"] == f"{reverse('account_login')}?next={reverse('people:account')}"
