"""The search box on its page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.search.tests.library import about, draft, put
from jichi.kernel.threads.tests.records import reply, voice


def page(town: Town, **query: str) -> str:
    return main_of(town.browser().get("/search/", query).content.decode())


def main_of(page: str) -> str:
    return page.split("<main", 1)[1].split("</main", 1)[0]


def test_an_empty_box_says_what_can_be_looked_for(town: Town) -> None:
    assert "探したい言葉を入れてください" in page(town)


def test_results_are_marked_counted_and_parted_by_kind(town: Town) -> None:
    put(about("公園の計画", "公園を直します", kind="計画"), about("公園の工事"))
    shown = page(town, q="公園")
    assert "2件見つかりました" in shown
    assert "<mark>公園</mark>の計画" in shown
    assert 'href="?q=%E5%85%AC%E5%9C%92&amp;kind=%E8%A8%88%E7%94%BB"' in shown
    assert "の工事" not in page(town, q="公園", kind="計画")


def test_what_was_indexed_is_shown_as_text_and_never_as_markup(town: Town) -> None:
    put(about("公園<script>alert(1)</script>", "公園 <img src=x onerror=alert(1)>"))
    shown = page(town, q="公園")
    assert "<script>alert" not in shown
    assert "<img" not in shown
    assert "&lt;script&gt;" in shown


def test_nothing_found_says_what_to_do_next(town: Town) -> None:
    shown = page(town, q="存在しない言葉")
    assert "見つかりませんでした" in shown
    assert "tel:044-200-3939" in shown


def test_a_part_that_fits_is_shown_and_said(town: Town) -> None:
    put(about("図書館"))
    assert "一部の言葉を含むもの" in page(town, q="図書館 温泉")


def test_a_reference_number_leads_to_its_record(town: Town) -> None:
    number = reply().reference
    answer = town.browser().get("/search/", {"q": number.replace("-", "")})
    assert (answer.status_code, answer["Location"]) == (302, f"/replies/{number}/")


def test_the_number_of_a_hidden_record_is_searched_like_any_word(town: Town) -> None:
    hidden = voice(public=False)
    answer = town.browser().get("/search/", {"q": hidden.reference})
    assert answer.status_code == 200
    assert "見つかりませんでした" in answer.content.decode()


@pytest.mark.parametrize(("role", "finds"), [(Role.SECTION_CHIEF, True), (Role.AUDITOR, False)])
def test_staff_find_what_their_role_opens_and_see_that_it_is_not_public(
    town: Town, role: Role, finds: bool
) -> None:
    put(draft("評価の下書き"))
    browser = town.browser(town.staff(role))
    shown = main_of(browser.get("/search/", {"q": "下書き"}).content.decode())
    assert ("職員のみ" in shown) is finds
    assert ("1件見つかりました" in shown) is finds
    assert ("評価の下書き" in browser.get("/search/suggest/", {"q": "評価"}).content.decode()) is finds


def test_suggestions_are_a_bare_list(town: Town) -> None:
    put(about('自治<b>"基本"条例'))
    shown = town.browser().get("/search/suggest/", {"q": "自治"}).content.decode().strip()
    assert shown == '<option value="自治&lt;b&gt;&quot;基本&quot;条例"></option>'
    assert town.browser().get("/search/suggest/").content.decode().strip() == ""


def test_pages_follow_each_other(town: Town) -> None:
    put(*(about(f"公園{number}号") for number in range(45)))
    shown = page(town, q="公園", page="2")
    assert shown.count('class="hit"') == 20
    assert 'aria-current="page">2<' in shown
    assert "&amp;page=3" in shown


@pytest.mark.parametrize(
    "query",
    [
        {"page": "x"},
        {"page": "-1"},
        {"page": "99999999999"},
        {"kind": "?"},
        {"ward": "x'"},
        {"year": "²"},
        {"bureau": "x" * 5000},
    ],
)
def test_a_spoilt_address_still_answers(town: Town, query: dict[str, str]) -> None:
    put(about("公園"))
    assert town.browser().get("/search/", {"q": "公園", **query}).status_code == 200


def test_results_are_narrowed_by_ward_bureau_and_year_without_javascript(town: Town) -> None:
    here, there = town.ward.code, town.other_ward.code
    put(
        about("公園の計画", key="a", wards=(here,), years=(2011, 2012)),
        about("公園の工事", key="b", wards=(here, there), years=(2012,), bureaus=(town.section.bureau_id,)),
        about("公園の催し", key="c"),
    )
    shown = page(town, q="公園")
    assert f'<option value="{here}">{town.ward.name} (2)</option>' in shown
    assert f'<option value="{town.section.bureau_id}">{town.section.bureau.name} (1)</option>' in shown
    assert '<option value="2012">' in shown
    narrowed = page(town, q="公園", ward=there)
    assert "1件見つかりました" in narrowed
    assert f'<option value="{here}">{town.ward.name} (2)</option>' in narrowed, (
        "the other choices stay in sight"
    )
    assert f'<option value="{there}" selected>{town.other_ward.name} (1)</option>' in narrowed
    assert f"ward={there}" in narrowed, "the tabs keep what is chosen"


def test_what_leaves_nothing_says_how_to_go_on(town: Town) -> None:
    put(about("公園の計画", years=(2011,)))
    shown = page(town, q="公園", year="1999")
    assert "この条件に合うものはありません" in shown
    assert 'href="?q=%E5%85%AC%E5%9C%92"' in shown


def test_a_misspelt_word_is_answered_with_what_was_meant(town: Town) -> None:
    put(about("住民投票のしくみ"))
    shown = page(town, q="住民当票")
    assert "もしかして" in shown
    assert 'href="?q=%E4%BD%8F%E6%B0%91%E6%8A%95%E7%A5%A8">住民投票</a>' in shown


def test_more_than_can_be_leafed_through_is_counted_and_said(town: Town) -> None:
    put(*(about(f"公園{number}号") for number in range(1005)))
    shown = page(town, q="公園", page="50")
    assert "1,005件見つかりました" in shown
    assert "1,000件を順に表示しています" in shown


def test_words_often_searched_stand_in_the_box_without_javascript(town: Town) -> None:
    assert '<option value="住民投票"></option>' in page(town)


def test_a_search_page_takes_two_queries(town: Town) -> None:
    put(*(about(f"公園{number}号") for number in range(30)))
    page(town, q="公園")
    with CaptureQueriesContext(connection) as queries:
        page(town, q="公園")
    assert len(queries) == 2
