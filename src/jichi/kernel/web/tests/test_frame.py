import re
from datetime import date
from pathlib import Path

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings

import jichi.kernel.web
from jichi.kernel.subsystem import Subsystem, WorkItem
from jichi.kernel.web.context import work_first
from jichi.kernel.web.errors import form_expired, server_error
from jichi.kernel.web.rail import rail_of

TEMPLATES = Path(jichi.kernel.web.__file__).parent / "templates"
LANGUAGES = ["ja", "en", "ja-simple"]
PAGES = ["", "list", "record", "form", "desk", "charts"]
DAY = date(2026, 11, 22)
URLS = "jichi.kernel.web.tests.urls"


@pytest.fixture
def browser(client: Client, db: None) -> Client:
    """A visitor of a demo site, on which the style pages stand."""
    with override_settings(ROOT_URLCONF=URLS):
        yield client  # type: ignore[misc]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_style_page_stands_in_each_language(browser: Client, page: str, language: str) -> None:
    browser.cookies["language"] = language
    html = browser.get(f"/kit/{page}").content.decode()
    assert f'<html lang="{language}"' in html
    assert html.count("<h1") == 1
    assert ("<ruby>" in html) == (language == "ja-simple")
    assert "《" not in html


@pytest.mark.parametrize("page", PAGES)
def test_a_page_carries_no_inline_style_or_script(browser: Client, page: str) -> None:
    html = browser.get(f"/kit/{page}").content.decode()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|javascript:", html)
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)


def test_an_address_that_is_not_there_is_answered_in_the_frame(browser: Client) -> None:
    response = browser.get("/kit/missing")
    assert response.status_code == 404
    assert "お探しのページは見つかりませんでした" in response.content.decode()
    assert "044-200-3939" in response.content.decode()


def test_an_old_form_is_told_in_a_persons_words(rf: RequestFactory, db: None) -> None:
    response = form_expired(rf.post("/"))
    assert response.status_code == 403
    assert "まだ何も送られていません" in response.content.decode()


def test_the_page_for_our_own_failure_needs_no_database(rf: RequestFactory) -> None:
    response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "ただいま表示できません" in response.content.decode()


@pytest.mark.django_db
def test_the_language_is_chosen_without_javascript_or_sign_in(client: Client) -> None:
    response = client.post("/language", {"language": "ja-simple", "next": "/law/"})
    assert response["Location"] == "/law/"
    assert client.cookies["language"].value == "ja-simple"


@pytest.mark.django_db
def test_letter_size_and_colours_are_chosen_and_kept(browser: Client) -> None:
    response = browser.post("/display", {"text": "largest", "colour": "contrast", "next": "/kit/list?page=2"})
    assert response["Location"] == "/kit/list?page=2"
    assert (
        '<html lang="ja" data-text="largest" data-colour="contrast">' in browser.get("/kit/").content.decode()
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "elsewhere", ["https://example.invalid/", "//example.invalid", "javascript:alert(1)", ""]
)
def test_the_way_back_never_leads_to_another_site(client: Client, elsewhere: str) -> None:
    assert client.post("/display", {"text": "large", "next": elsewhere})["Location"] == "/"


def test_an_invented_choice_is_not_kept_and_not_shown(browser: Client) -> None:
    browser.post("/display", {"text": "<script>", "colour": "pink"})
    assert not {"text", "colour"} & set(browser.cookies)
    browser.cookies["colour"] = '"><script>'
    assert 'data-colour="auto"' in browser.get("/kit/").content.decode()


def test_a_visitor_is_given_no_cookie_for_reading(browser: Client) -> None:
    assert not browser.get("/kit/list").cookies


def item(due: date | None) -> WorkItem:
    return WorkItem(title="評価", url="/", what_next="入力する", due=due)


def test_what_the_house_needs_for_itself_stands_after_the_work_of_the_city() -> None:
    house = Subsystem(name="tasks", title="自動処理", is_of_the_house=True)
    city = [Subsystem(name=name, title=name) for name in ("deadlines", "residents")]
    assert work_first([city[0], house, city[1]]) == [*city, house]


def test_the_rail_counts_overdue_due_today_and_all() -> None:
    rail = rail_of([item(date(2026, 11, 21)), item(DAY), item(date(2026, 11, 23)), item(None)], on=DAY)
    assert (rail.overdue, rail.due_today, rail.waiting) == (1, 1, 4)


def test_every_partial_opens_with_its_variables() -> None:
    silent = [
        file.name
        for file in TEMPLATES.rglob("*.html")
        if not re.match(
            r"(\{% extends [^%]+%\})?\{% comment %\}.*?(Variables|Blocks)", file.read_text(), re.DOTALL
        )
    ]
    assert silent == []


def test_the_deadline_shows_how_it_was_computed_only_where_told(rf: RequestFactory) -> None:
    shown = render_deadline(rf.get("/"), "翌日から14日です。")
    assert "期限の数え方" in shown
    assert "期限の数え方" not in render_deadline(rf.get("/"), "")


def render_deadline(request: HttpRequest, how: str) -> str:
    from jichi.kernel.web.words import deadline_badge

    return render_to_string("kit/deadline.html", {"badge": deadline_badge(DAY, today=DAY), "how": how})


def test_facts_without_a_value_are_left_out() -> None:
    html = render_to_string(
        "kit/facts.html", {"facts": [{"label": "担当", "value": ""}, {"label": "件数", "value": 0}]}
    )
    assert "担当" not in html
    assert "<dd>0</dd>" in html


def test_the_step_line_marks_where_the_case_stands() -> None:
    steps = [
        {"name": "申請", "state": "done", "day": DAY},
        {"name": "審査", "state": "now"},
        {"name": "決定", "state": "next"},
    ]
    html = render_to_string("kit/steps.html", {"steps": steps})
    assert html.count('aria-current="step"') == 1
    assert "2026年11月22日" in html


def test_text_of_others_is_escaped_in_every_partial_that_shows_it() -> None:
    bad = "<img src=x>"
    for name, context in {
        "page_header": {"title": bad, "kind": bad, "state": bad, "reference": bad},
        "notice": {"text": bad},
        "empty": {"text": bad, "url": bad, "action": bad},
        "cards": {"cards": [{"title": bad, "url": bad, "text": bad}]},
        "timeline": {"entries": [{"at": DAY, "what": bad, "who": bad}]},
        "facts": {"facts": [{"label": bad, "value": bad}]},
        "disclosure": {"summary": bad, "text": bad},
    }.items():
        assert bad not in render_to_string(f"kit/{name}.html", context), name
