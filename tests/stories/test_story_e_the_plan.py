"""Story E: a plan is taken in, followed for a year, evaluated in public and compared with the next one.

Told twice: by keyboard alone, and in a browser without JavaScript.
"""

import pytest
from playwright.sync_api import expect

from tests.browser.hands import Hands
from tests.browser.running_city import ROOT

from .conftest import Somebody
from .people import BUREAU, CHIEF, PLANNER, STAFF

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]
PLANS = ROOT / "cities/kawasaki/plans"
PROGRAMME = "自治拡充推進事業"
YEAR = "2011年度"


def reads(hands: Hands, words: str) -> None:
    expect(hands.page.locator("main")).to_contain_text(words)


def take_in(planner: Hands, file: str) -> None:
    """Choose the file, read what was read of it, confirm."""
    planner.page.goto("/desk/")
    planner.follow("計画を取り込む")
    planner.attach("計画の章のテキストファイル", PLANS / file)
    planner.press("読み取る")
    reads(planner, "まだ取り込んでいません")
    planner.press("この内容で取り込む")
    reads(planner, "計画を取り込みました")


def correct(planner: Hands, read: str) -> None:
    planner.follow("読み取りの誤り")
    fault = planner.page.locator("article").filter(has_text=f"「{read}」").first
    planner.press("直す", within=fault)
    reads(planner, "直しました")


def describe(planner: Hands) -> None:
    """Say whose programme it is."""
    planner.follow("担当する事業")
    planner.follow(PROGRAMME)
    planner.follow("担当と分野を決める")
    planner.choose("担当の課", "総合企画局 自治政策部")
    planner.tick("重点事業である")
    planner.press("保存する")
    reads(planner, "担当と分野を保存しました")


def open_round(planner: Hands) -> None:
    planner.follow("年度の評価")
    planner.follow("年度の評価を始める")
    planner.choose("評価する年度", YEAR)
    for label, day in (
        ("評価票の作成の期限", "2030-05-31"),
        ("課長確認の期限", "2030-06-15"),
        ("局確認の期限", "2030-06-30"),
        ("公表の期限", "2030-07-31"),
    ):
        planner.write(label, day)
    planner.press("確認へ進む")
    reads(planner, "まだ送られていません")
    planner.press("評価を始める")
    reads(planner, "事務事業評価票 25件")


def enter_year(staff: Hands) -> None:
    staff.follow("担当する事業")
    staff.follow(PROGRAMME)
    staff.follow("年度の数字を入力する")
    staff.write("当初予算", "1,234,000")
    staff.write("決算", "1,111,000")
    staff.press("この年度を保存する")
    reads(staff, "予算・決算の出典")
    expect(staff.page.get_by_label("当初予算")).to_have_value("1,234,000")
    staff.write("予算・決算の出典", "平成23年度 決算書 12ページ")
    staff.press("この年度を保存する")
    reads(staff, "2011年度の入力を保存しました")


def evaluate(staff: Hands) -> None:
    """Without evidence the middle grade is refused too."""
    staff.follow("2011年度の評価票を書く")
    staff.write("事業目標", "自治推進委員会を4回開き、提言をまとめる。")
    staff.write("実績", "委員会を4回開き、平成24年3月に提言を受け取った。")
    staff.tick("3 目標をほぼ達成")
    staff.write("この達成状況とした理由", "予定した4回を開き、提言も年度内に受け取ったため。")
    staff.choose("点検結果", "C 現状維持")
    staff.press("保存して、提出へ進む")
    staff.press("提出する")
    reads(staff, "達成状況が「3」のときも必要です")


def show_evidence(staff: Hands) -> None:
    staff.choose("種類", "資料")
    staff.write("名前", "自治推進委員会 提言書")
    staff.write("どこにあるか", "総企自第123号")
    staff.write("何がわかるか", "委員会の開催日と、提言を受け取った日")
    staff.press("根拠を加える")
    reads(staff, "根拠を加えました")
    staff.press("保存して、提出へ進む")
    staff.press("提出する")
    reads(staff, "提出しました")


def approve(chief: Hands, act: str, button: str, done: str) -> None:
    """The sheet waits on the desk; it is read, confirmed, and a receipt says what comes next."""
    chief.follow("担当する事業")
    chief.follow(PROGRAMME)
    reads(chief, "総企自第123号")
    chief.follow(act)
    chief.press(button)
    reads(chief, done)


def read_in_public(resident: Hands) -> None:
    resident.page.goto("/")
    resident.follow("計画と成果を見る")
    resident.follow("事業をさがす")
    resident.follow(PROGRAMME)
    reads(resident, "目標をほぼ達成")
    reads(resident, "自治推進委員会 提言書")


def compare(resident: Hands) -> None:
    resident.page.goto("/")
    resident.follow("計画と成果を見る")
    resident.follow("前の計画との違い")
    reads(resident, "項目ごとにくらべました")


def test_story_e(somebody: Somebody) -> None:
    planner, resident = somebody(PLANNER), somebody(None)
    take_in(planner, "chapter7_2011-2013.txt")
    correct(planner, "しukみ")
    resident.follow("計画と成果を見る")
    resident.follow("計画を読む")
    reads(resident, "制度やしくみの適切な運用")
    describe(planner)
    open_round(planner)
    staff = somebody(STAFF)
    enter_year(staff)
    evaluate(staff)
    show_evidence(staff)
    approve(somebody(CHIEF), "評価票を課として確認する", "確認して局へ送る", "課として確認しました")
    approve(somebody(BUREAU), "評価票を局として確認する", "確認して公表へ送る", "局として確認しました")
    approve(planner, "評価票を公表する", "公表する", "公表しました")
    read_in_public(resident)
    take_in(planner, "demo_next_edition.txt")
    compare(resident)
