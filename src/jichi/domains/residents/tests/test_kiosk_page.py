"""The kiosk in a browser: one thing on a screen, nothing of a person in an address, nothing left at the end."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.town import Town

from jichi.domains.residents.actions.terminals.stopping import stop_channel
from jichi.domains.residents.models import Certificate, Person, TerminalSession
from jichi.domains.residents.rules.channels import Channel
from jichi.kernel.clock.reading import now

from .at_home import CARD, PIN, card, chief, hanako, terminal
from .certificate_desk import office
from .protected_people import applied
from .small_register import resident

__all__ = ["hanako", "office"]
pytestmark = pytest.mark.django_db
URL = "/residents/kiosk/"


@pytest.fixture
def kiosk(office: Town, hanako: Person) -> Client:
    """A browser that was set up as the city's kiosk."""
    card(office, hanako)
    return set_up(terminal(office, Channel.KIOSK)[1])


def set_up(token: str) -> Client:
    browser = Client()
    browser.post(URL, {"token": token})
    return browser


def press(kiosk: Client, act: str, **said: Any) -> str:
    key = re.search(r'name="key" value="([\w-]+)"', kiosk.get(URL).content.decode())
    answer = kiosk.post(URL, {"act": act, "key": key[1] if key else "", **said}, follow=True)
    assert all("?" not in path and CARD not in path for path, _status in answer.redirect_chain)
    return answer.content.decode()


def begin(kiosk: Client, number: str = CARD, pin: str = PIN) -> str:
    return press(kiosk, "card", card=number, pin=pin)


def to_print(kiosk: Client) -> str:
    begin(kiosk)
    press(kiosk, "choose", kind="resident_record", options=["whole"])
    press(kiosk, "pay")
    return press(kiosk, "print")


def test_from_the_card_to_the_paper(kiosk: Client) -> None:
    assert "証明書を選ぶ" in begin(kiosk)
    paying = press(kiosk, "choose", kind="resident_record", options=["whole"])
    assert "300円" in paying
    assert "世帯全員を載せる" in paying
    assert "支払いが終わりました" in press(kiosk, "pay")
    assert "証明書を印刷しています" in press(kiosk, "print")
    pdf = kiosk.get(f"{URL}paper/")
    assert pdf.content.startswith(b"%PDF")
    assert "終わりました" in press(kiosk, "taken")
    assert Certificate.objects.get().step == "handed_out"
    assert "カードの番号" in press(kiosk, "end")
    assert kiosk.get(f"{URL}paper/").status_code == 404


def test_nothing_is_handed_out_that_was_not_opened_to_be_printed(kiosk: Client) -> None:
    to_print(kiosk)
    assert "できません" in press(kiosk, "taken")
    assert Certificate.objects.get().step == "issued"


def test_a_button_pressed_twice_is_one_certificate(kiosk: Client) -> None:
    begin(kiosk)
    press(kiosk, "choose", kind="resident_record")
    press(kiosk, "pay")
    key = re.search(r'name="key" value="([\w-]+)"', kiosk.get(URL).content.decode())
    assert key is not None
    for _each in range(2):
        kiosk.post(URL, {"act": "print", "key": key[1]})
    assert Certificate.objects.count() == 1


def test_when_the_time_is_over_the_next_one_sees_the_first_screen(kiosk: Client) -> None:
    begin(kiosk)
    assert "残り" in kiosk.get(URL).content.decode()
    TerminalSession.objects.update(ends_at=now() - timedelta(seconds=1))
    first = kiosk.get(URL).content.decode()
    assert "カードの番号" in first
    assert "残り" not in first
    assert "kiosk" not in kiosk.session


def test_the_screen_goes_back_by_itself_and_warns_before(kiosk: Client) -> None:
    begin(kiosk)
    assert kiosk.get(URL)["Refresh"].endswith(f"; url={URL}")
    TerminalSession.objects.update(ends_at=now() + timedelta(seconds=20))
    warned = kiosk.get(URL).content.decode()
    assert 'role="alert"' in warned
    assert "まだ続ける" in warned
    assert "残り2分" in press(kiosk, "stay")


def test_two_people_at_two_kiosks_never_see_each_other(office: Town, kiosk: Client) -> None:
    card(office, resident(office, "実例　太郎"), "210987654321")
    other = set_up(terminal(office, Channel.KIOSK)[1])
    begin(kiosk)
    begin(other, "210987654321")
    for each in (kiosk, other):
        press(each, "choose", kind="resident_record")
        press(each, "pay")
        press(each, "print")
    mine, theirs = kiosk.get(f"{URL}paper/").content, other.get(f"{URL}paper/").content
    assert mine != theirs
    other.cookies["sessionid"] = kiosk.cookies["sessionid"].value
    assert other.get(f"{URL}paper/").status_code == 404


def test_the_wrong_pin_is_said_and_the_card_blocked_after_three(kiosk: Client) -> None:
    said = [begin(kiosk, pin="0001") for _each in range(3)]
    assert "カードの番号か暗証番号が違います" in said[0]
    assert "このカードは使えません" in said[2]
    assert 'value="0001"' not in said[0]


def test_a_protected_person_is_offered_nothing_and_told_no_reason(
    office: Town, kiosk: Client, hanako: Person
) -> None:
    applied(office, hanako)
    shown = begin(kiosk)
    assert "いま、この端末で受け取れる証明書はありません" in shown
    assert "見本" not in shown


def test_paid_and_not_printed_the_money_comes_back(office: Town, kiosk: Client) -> None:
    begin(kiosk)
    press(kiosk, "choose", kind="resident_record")
    press(kiosk, "pay")
    stop_channel(actor=chief(office), channel=Channel.KIOSK, kind="", because="点検")
    assert "返金を受ける" in press(kiosk, "print")
    assert "手数料を返しました" in press(kiosk, "fail")
    assert TerminalSession.objects.get().step == "refunded"
    assert Certificate.objects.count() == 0


def test_a_paper_that_does_not_come_out_goes_to_the_desk(kiosk: Client) -> None:
    to_print(kiosk)
    assert "区役所が、印刷されたかを確かめて" in press(kiosk, "fail")
    assert TerminalSession.objects.get().step == "failed"


def test_a_browser_that_is_no_machine_serves_nobody(office: Town) -> None:
    browser = Client()
    assert "この端末は登録されていません" in browser.get(URL).content.decode()
    assert "この端末は登録されていません" in set_up("wrong").get(URL).content.decode()
    assert browser.get(f"{URL}paper/").status_code == 404


def test_every_screen_is_there_in_three_languages(kiosk: Client) -> None:
    for language, words in (("en", "Get a certificate"), ("ja-simple", "証明書")):
        kiosk.post(reverse("kit:language"), {"language": language, "next": URL})
        assert words in kiosk.get(URL).content.decode()
    begin(kiosk)
    assert "証明書を受け取る" in press(kiosk, "end")
