"""Story E: a plan is taken in, followed for a year, evaluated in public and compared with the next one.

Told twice: by keyboard alone, and in a browser without JavaScript.
"""

import pytest
from playwright.sync_api import expect

from tests.browser.hands import Hands
from tests.browser.running_city import ROOT

from .conftest import Somebody
from .people import PLANNER

pytestmark = pytest.mark.browser
PLANS = ROOT / "cities/kawasaki/plans"


def take_in(planner: Hands, file: str) -> None:
    """Choose the file, read what was read of it, confirm."""
    planner.page.goto("/desk/")
    planner.follow("計画を取り込む")
    planner.attach("計画の章のテキストファイル", PLANS / file)
    planner.press("読み取る")
    expect(planner.page.locator("h1")).to_have_text("読み取った内容を確かめる")
    planner.press("この内容で取り込む")


def correct(planner: Hands, read: str) -> None:
    planner.follow("読み取りの誤り")
    fault = planner.page.locator("article").filter(has_text=f"「{read}」").first
    planner.press("直す", within=fault)


def test_story_e(somebody: Somebody) -> None:
    planner, resident = somebody(PLANNER), somebody(None)
    take_in(planner, "chapter7_2011-2013.txt")
    expect(planner.page.locator("main")).to_contain_text("計画を取り込みました")
    correct(planner, "しukみ")
    expect(planner.page.locator("main")).to_contain_text("直しました")
    resident.follow("計画と成果を見る")
    resident.follow("計画を読む")
    expect(resident.page.locator("main")).to_contain_text("制度やしくみの適切な運用")
