"""A thread followed from a comment on a programme to its reply and change, as resident and as staff.

Told twice: by keyboard alone, and in a browser without JavaScript.
"""

import re

import pytest
from playwright.sync_api import expect

from jichi.kernel.values.reference import Reference
from tests.browser.hands import Hands

from .conftest import Somebody
from .people import PLANNER, STAFF
from .test_story_e_the_plan import PROGRAMME, describe, reads, take_in

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]
TITLE = "資料を読みやすく"
WRITTEN = "会議の資料が難しいです。1ページのまとめを付けてください。電話は044-000-0000です。"
PUBLISHED = "会議の資料が難しいです。1ページのまとめを付けてください。"
NUMBER = re.compile(r"15-\d{4}-\d")


def to_programme(hands: Hands) -> None:
    hands.page.goto("/")
    hands.follow("計画と成果を見る")
    hands.follow("事業をさがす")
    hands.follow(PROGRAMME)


def comment(resident: Hands) -> str:
    """Nobody signs in, and nothing that is left out at first is lost."""
    to_programme(resident)
    resident.follow("事業に意見を送る")
    resident.write("意見", WRITTEN)
    resident.press("確認へ進む")
    reads(resident, "記入してください")
    expect(resident.page.locator("#id_text")).to_have_value(WRITTEN)
    resident.write("何についての意見ですか", TITLE)
    resident.press("確認へ進む")
    reads(resident, "まだ送られていません")
    reads(resident, "「044-000-0000」")
    resident.press("送る")
    reads(resident, "意見を受け付けました")
    reads(resident, "回答の期限は")
    found = NUMBER.search(resident.page.locator("main").inner_text())
    assert found is not None
    return Reference.parse(found[0]).text


def cannot_be_read_yet(resident: Hands, number: str) -> None:
    answer = resident.page.request.get(f"/r/{number}/")
    assert answer.status == 404


def publish(staff: Hands) -> None:
    """The comment waits on the desk; what looks personal is shown, and refused if it stays."""
    staff.page.goto("/desk/")
    staff.follow(f"声に回答する：{PROGRAMME}")
    reads(staff, "電話番号のようです")
    staff.follow("声を公開する")
    staff.press("確認へ進む")
    staff.press("公開する")
    reads(staff, "消すか、確かめたしるしを付けてください")
    staff.write("公開する文", PUBLISHED)
    staff.press("確認へ進む")
    staff.press("公開する")
    reads(staff, "声を公開しました")


def reply(staff: Hands) -> None:
    staff.follow("声に回答する")
    staff.tick("反映します")
    staff.write("回答", "次の会議から、資料の初めにまとめを付けます。")
    staff.write("理由", "委員からも同じ意見があったためです。")
    staff.press("確認へ進む")
    staff.press("回答する")
    reads(staff, "声に回答しました")


def day_of_the_reply(staff: Hands) -> str:
    """The last step of the comment's step line; the city's today."""
    return staff.page.locator(".step time").last.get_attribute("datetime") or ""


def tell_change(staff: Hands, day: str) -> None:
    staff.follow("その後の動きを知らせる")
    staff.tick("計画や内容を変えた")
    staff.write("何がどうなったか", "資料の初めに1ページのまとめを付けた")
    staff.write("あった日", day)
    staff.press("確認へ進む")
    staff.press("知らせる")
    reads(staff, "その後の動きを知らせました")


def follow_thread(resident: Hands, number: str) -> None:
    """By the number on the receipt to the whole thread, as text and as a picture."""
    resident.page.goto("/")
    resident.follow("番号で探す")
    resident.write("番号", number.replace("-", ""))
    resident.press("開く")
    reads(resident, PUBLISHED)
    reads(resident, "委員からも同じ意見があったためです")
    expect(resident.page.locator("main")).not_to_contain_text("044-000-0000")
    resident.follow("図で見る")
    reads(resident, "資料の初めに1ページのまとめを付けた")
    expect(resident.page.locator("main svg:visible")).to_contain_text("変更")


def test_a_thread_from_a_comment_to_its_reply_and_change(somebody: Somebody) -> None:
    planner, resident = somebody(PLANNER), somebody(None)
    take_in(planner, "chapter7_2011-2013.txt")
    describe(planner)
    number = comment(resident)
    cannot_be_read_yet(resident, number)
    staff = somebody(STAFF)
    publish(staff)
    reply(staff)
    tell_change(staff, day_of_the_reply(staff))
    follow_thread(resident, number)
