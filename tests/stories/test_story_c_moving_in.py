"""A family of four moves in: interviewed once, on the register once, a certificate to the right person once; and the
resident sees their record and who looked.

Told twice: by keyboard alone, and in a browser without JavaScript.
"""

import re

import pytest
from playwright.sync_api import expect

from jichi.domains.residents.rules.codes import LENGTH
from tests.browser.hands import Hands

from .conftest import Somebody
from .people import CLERK, RESIDENT
from .test_story_e_the_plan import reads

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]
HEAD, SPOUSE = "見本　太郎", "見本　花子"
FAMILY = (
    (HEAD, "みほん　たろう", "1974-06-12", "世帯主"),
    (SPOUSE, "みほん　はなこ", "1976-11-03", "妻"),
    ("見本　さくら", "みほん　さくら", "2004-04-02", "子"),
    ("見本　翔太", "みほん　しょうた", "2010-09-15", "子"),
)
CODE = re.compile(r"\d{4}-\d{4}")


def main_text(hands: Hands) -> str:
    return hands.page.locator("main").inner_text()


def people(hands: Hands) -> None:
    """One row for each of the family, on the one form of the interview."""
    for at, (name, kana, birth, relationship) in enumerate(FAMILY):
        if at:
            hands.press("もう一人増やす")
        said = {"name": name, "kana": kana, "birth": birth, "relationship": relationship}
        for item, text in said.items():
            hands.fill(hands.page.locator(f"[name=p{at}-{item}]"), text)


def interview(clerk: Hands) -> str:
    """What the family says is written once; the clerk reads what will follow before it is entered."""
    clerk.page.goto("/residents/desk/movements/")
    clerk.follow("転入")
    clerk.write("届出人", "本人")
    clerk.write("確認した書類", "運転免許証、転出証明書")
    clerk.write("町名", "砂子一丁目")
    clerk.write("番地・住居番号", "2番4号")
    people(clerk)
    clerk.press("確認へ進む")
    reads(clerk, "まだ入力されていません")
    clerk.press("この内容で入力する")
    return main_text(clerk)


def find(clerk: Hands, name: str) -> None:
    """By name and with a reason, which the person concerned will read."""
    clerk.page.goto("/residents/search/")
    clerk.write("氏名・かな・旧氏・通称", name)
    clerk.choose("調べる理由", "窓口での届出・申請のため")
    clerk.press("探す")
    reads(clerk, "1人が見つかりました")
    number = clerk.page.locator("main table .ref").inner_text()
    clerk.press(f"{name}（{number}）の記録を開く")
    reads(clerk, "この人の手続き")


def issue(clerk: Hands) -> str:
    clerk.follow("証明書を発行する")
    clerk.tick("1　運転免許証")
    # Each button of this desk says the key that presses it.
    clerk.press("K 確認へ進む")
    clerk.press("K 発行する")
    reads(clerk, "証明書を発行しました")
    return main_text(clerk)


def tie(clerk: Hands, resident: Hands) -> None:
    """The resident's page shows a code, the clerk sees the papers: from now on the record is the resident's to read."""
    resident.page.goto("/")
    resident.follow("手続きする")
    resident.follow("わたしの記録")
    resident.press("番号を作る")
    found = CODE.search(main_text(resident))
    assert found is not None
    assert len(found[0].replace("-", "")) == LENGTH
    find(clerk, HEAD)
    clerk.follow("サインインと記録を結ぶ")
    clerk.tick("運転免許証")
    clerk.write("本人が見せた番号", found[0])
    clerk.press("結ぶ")
    reads(clerk, "サインインと記録を結びました")


def read_own(resident: Hands) -> None:
    resident.page.goto("/residents/me/")
    for name, _kana, _birth, _relationship in FAMILY:
        reads(resident, name)
    reads(resident, "この市に引っ越してきました")
    reads(resident, "戸籍・住民記録の担当者")
    reads(resident, "窓口での届出・申請のため")
    expect(resident.page.locator("main")).not_to_contain_text(CLERK.name)


def ask_from_home(resident: Hands) -> None:
    resident.follow("証明書を申し込む")
    resident.tick("住民票の写し（300円）")
    resident.tick("世帯全員を載せる")
    resident.write("使い道", "学校に出す")
    resident.choose("受け取る場所", "川崎区役所")
    resident.press("確認へ進む")
    reads(resident, "まだ送られていません")
    resident.press("申し込む")
    reads(resident, "申込みを受け付けました")


def fetch(clerk: Hands, resident: Hands) -> None:
    """The desk prepares, the resident is told, and the paper is issued when the resident stands there: once."""
    clerk.page.goto("/desk/")
    clerk.follow("自宅からの申込みを用意する")
    clerk.press("用意ができたと知らせる", within=clerk.page.locator("aside"))
    resident.page.goto("/notices/")
    reads(resident, "用意ができました")
    clerk.follow("証明書を渡す")
    clerk.tick("運転免許証")
    clerk.press("確認へ進む")
    clerk.press("発行して渡す")
    reads(clerk, "本人に渡したことを記録しました")
    expect(clerk.page.get_by_role("link", name="証明書を渡す")).to_have_count(0)


def test_a_family_moves_in_and_its_certificates_reach_the_right_person_once(somebody: Somebody) -> None:
    clerk, resident = somebody(CLERK), somebody(RESIDENT)
    interview(clerk)
    find(clerk, SPOUSE)
    issue(clerk)
    tie(clerk, resident)
    read_own(resident)
    ask_from_home(resident)
    fetch(clerk, resident)
    resident.page.goto("/residents/me/")
    reads(resident, "受け取り済み")
    expect(resident.page.locator("main")).to_contain_text("交付済み")
