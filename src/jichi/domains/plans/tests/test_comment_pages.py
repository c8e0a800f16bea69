"""The pages of comments: who sees which, what is asked, and that nothing typed is lost."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.town import Town

from jichi.domains.plans.models import Comment, Consequence, Edition, Programme, Reply
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.models import Look
from jichi.kernel.access.roles import Role
from jichi.kernel.people.models import Account

from .voices import TEXT, TITLE, a_programme, public, replied, said

pytestmark = pytest.mark.django_db
MOST_QUERIES = 25


@pytest.fixture
def programme(edition: Edition, planner: Actor, town: Town) -> Programme:
    return a_programme(planner, town.section)


@pytest.fixture
def clerk(town: Town) -> Account:
    return town.staff(Role.SECTION_STAFF, section=town.section)


@pytest.fixture
def staff(town: Town, clerk: Account) -> Actor:
    return town.actor(clerk)


def write_url(programme: Programme) -> str:
    return reverse("plans:comment_write", args=[programme.reference])


def ticket_on(page: str) -> str:
    found = re.search(r'name="ticket" value="([\w-]+)"', page)
    assert found is not None
    return found[1]


def typed(page: str, **changes: str) -> dict[str, str]:
    return {
        "title": TITLE,
        "text": TEXT,
        "ward": "",
        "name": "",
        "contact": "",
        "ticket": ticket_on(page),
    } | changes


def test_a_resident_fills_in_confirms_and_gets_a_number(programme: Programme, town: Town) -> None:
    browser, url = town.browser(), write_url(programme)
    form = typed(browser.get(url).content.decode(), ward=town.ward.code)
    asked = browser.post(url, form).content.decode()
    assert "まだ送られていません" in asked
    assert not Comment.objects.exists()
    done = browser.post(url, form | {"stage": "act"}).content.decode()
    comment = Comment.objects.get()
    assert comment.reference in done
    assert "回答の期限は" in done
    assert "未確認" in done


def test_the_same_form_sent_twice_is_one_comment(programme: Programme, town: Town) -> None:
    browser, url = town.browser(), write_url(programme)
    form = typed(browser.get(url).content.decode()) | {"stage": "act"}
    first, second = (browser.post(url, form).content.decode() for _each in range(2))
    assert Comment.objects.count() == 1
    assert Comment.objects.get().reference in first
    assert Comment.objects.get().reference in second


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(
    programme: Programme, town: Town
) -> None:
    browser, url = town.browser(), write_url(programme)
    page = browser.post(url, typed(browser.get(url).content.decode(), title=""))
    assert page.status_code == 422
    assert TEXT in page.content.decode()
    assert 'href="#id_title"' in page.content.decode()


def test_who_writes_a_telephone_number_is_warned_before_sending(programme: Programme, town: Town) -> None:
    browser, url = town.browser(), write_url(programme)
    form = typed(browser.get(url).content.decode(), text="電話は044-200-3939です")
    assert "「044-200-3939」" in browser.post(url, form).content.decode()


def desk_pages(comment: Comment) -> dict[str, str]:
    return {
        "list": reverse("plans:desk_comments"),
        "comment": reverse("plans:desk_comment", args=[comment.reference]),
        "publish": reverse("plans:desk_comment_act", args=[comment.reference, "publish"]),
        "keep_back": reverse("plans:desk_comment_act", args=[comment.reference, "keep_back"]),
        "enter": reverse("plans:desk_comment_enter", args=[comment.programme.reference]),
    }


OPEN_TO = {
    "clerk": {"list", "comment", "publish", "keep_back", "enter"},
    "planner": {"list", "comment", "publish", "keep_back", "enter"},
    "neighbour": {"list"},
    "auditor": set(),
    "resident": set(),
}


@pytest.mark.parametrize("who", OPEN_TO)
def test_each_person_sees_their_own_pages_and_no_other_exists(
    programme: Programme, clerk: Account, town: Town, who: str
) -> None:
    comment = said(programme)
    people = {
        "clerk": lambda: clerk,
        "planner": lambda: town.staff(Role.PLANNING_OFFICER),
        "neighbour": lambda: town.staff(Role.SECTION_STAFF, section=town.other_section),
        "auditor": lambda: town.staff(Role.AUDITOR),
        "resident": town.account,
    }
    browser = town.browser(people[who]())
    statuses = {name: browser.get(url).status_code for name, url in desk_pages(comment).items()}
    assert {name for name, status in statuses.items() if status == 200} == OPEN_TO[who]
    assert {status for name, status in statuses.items() if name not in OPEN_TO[who]} <= {404}


def act(browser: Client, comment: Comment, name: str, **form: str) -> str:
    url = reverse("plans:desk_comment_act", args=[comment.reference, name])
    return browser.post(url, form | {"stage": "act"}, follow=True).content.decode()


def test_a_comment_is_led_from_the_desk_to_its_result(
    programme: Programme, clerk: Account, town: Town
) -> None:
    comment, browser = said(programme, on=date(2012, 5, 7)), town.browser(clerk)
    assert "声を公開しました。" in act(browser, comment, "publish", title=TITLE, text=TEXT)
    assert "声に回答しました。" in act(
        browser, comment, "reply", answer="adopted", text="知らせます。", reasons="声が多いため。"
    )
    reply = Reply.objects.get()
    told = {
        "sort": "changed",
        "text": "日程を早く出すことにした",
        "happened_on": reply.replied_on.isoformat(),
    }
    assert "その後の動きを知らせました。" in act(browser, comment, "consequence", **told)
    page = town.browser().get(reverse("plans:comment", args=[comment.reference])).content.decode()
    for words in (TITLE, "知らせます。", "声が多いため。", "日程を早く出すことにした"):
        assert words in page
    for url in (
        reverse("plans:reply", args=[reply.reference]),
        reverse("plans:consequence", args=[Consequence.objects.get().reference]),
    ):
        assert "その後どうなったか" in town.browser().get(url).content.decode()


def test_a_joined_comment_leads_on_to_the_one_it_joined_and_to_its_reply(
    programme: Programme, staff: Actor, clerk: Account, town: Town
) -> None:
    first = public(staff, said(programme))
    second = public(staff, said(programme, title="夜にも開いて", on=date(2012, 5, 9)))
    done = act(town.browser(clerk), second, "join", into=str(first.pk), because="同じ会議のこと")
    assert "声をまとめました。" in done
    reply = replied(staff, first)
    page = town.browser().get(reverse("plans:comment", args=[second.reference])).content.decode()
    for address in (
        reverse("plans:comment", args=[first.reference]),
        reverse("plans:reply", args=[reply.reference]),
    ):
        assert address in page
    alone = act(town.browser(clerk), second, "split", because="夜の話は別")
    assert "声を分けました。" in alone


def test_an_act_that_is_not_possible_now_has_no_page(
    programme: Programme, clerk: Account, town: Town
) -> None:
    comment = said(programme)
    url = reverse("plans:desk_comment_act", args=[comment.reference, "reply"])
    assert town.browser(clerk).get(url).status_code == 404


def test_a_refused_publication_shows_what_looks_personal_and_keeps_the_text(
    programme: Programme, clerk: Account, town: Town
) -> None:
    comment = said(programme, text="電話は044-200-3939です")
    shown = town.browser(clerk).get(desk_pages(comment)["publish"]).content.decode()
    assert "電話番号のようです" in shown
    refused = act(town.browser(clerk), comment, "publish", title=TITLE, text="電話は044-200-3939です")
    assert "消すか、確かめたしるしを付けてください" in refused
    assert "電話は044-200-3939です</textarea>" in refused


def test_who_said_it_is_shown_on_request_only_and_the_look_is_noted(
    programme: Programme, clerk: Account, town: Town
) -> None:
    author = town.account("writer@example.jp")
    comment = said(programme, actor=town.actor(author), contact="044-000-0000")
    browser = town.browser(clerk)
    assert "044-000-0000" not in browser.get(desk_pages(comment)["comment"]).content.decode()
    url = reverse("plans:desk_comment_authors", args=[comment.reference])
    assert browser.get(url).status_code == 405
    assert "044-000-0000" in browser.post(url).content.decode()
    assert Look.objects.get().concerned == author


def test_a_clerk_writes_down_what_came_by_telephone(programme: Programme, clerk: Account, town: Town) -> None:
    browser, url = town.browser(clerk), reverse("plans:desk_comment_enter", args=[programme.reference])
    form = typed(browser.get(url).content.decode(), channel="phone", received_on="2012-05-07")
    assert "まだ送られていません" in browser.post(url, form).content.decode()
    done = browser.post(url, form | {"stage": "act"}).content.decode()
    assert Comment.objects.get().reference in done
    assert Comment.objects.get().channel == "phone"


def test_nothing_of_who_said_it_stands_on_any_public_page(
    programme: Programme, staff: Actor, town: Town
) -> None:
    comment = public(staff, said(programme, name="試験 花子", contact="hanako@example.jp"))
    replied(staff, comment)
    pages = [
        reverse("plans:comment", args=[comment.reference]),
        reverse("plans:programme", args=[programme.reference]),
        f"/r/{comment.reference}/thread/",
        "/r/coverage/",
        "/api/v1/plans/comments/",
        f"/api/v1/plans/comments/{comment.reference}/",
        f"/record/streams/plans/{comment.reference}/",
        "/opendata/programme-comments.json",
    ]
    for url in pages:
        answer = town.browser().get(url)
        assert answer.status_code == 200, url
        text = answer.getvalue().decode()
        assert "花子" not in text
        assert "hanako" not in text


def test_a_comment_that_is_not_public_is_nowhere(programme: Programme, town: Town) -> None:
    comment = said(programme)
    for url in (
        reverse("plans:comment", args=[comment.reference]),
        f"/r/{comment.reference}/",
        f"/r/{comment.reference}/thread/",
        f"/api/v1/plans/comments/{comment.reference}/",
    ):
        assert town.browser().get(url).status_code == 404
    assert (
        TITLE
        not in town.browser().get(reverse("plans:programme", args=[programme.reference])).content.decode()
    )
    assert town.browser().get("/api/v1/plans/comments/").json()["total"] == 0


def test_a_comment_is_read_over_the_api_with_its_reply(
    programme: Programme, staff: Actor, town: Town
) -> None:
    comment = public(staff, said(programme))
    reply = replied(staff, comment)
    listed = town.browser().get(f"/api/v1/plans/comments/?programme={programme.reference}").json()
    assert [each["reference"] for each in listed["items"]] == [comment.reference]
    one = town.browser().get(f"/api/v1/plans/comments/{comment.reference}/").json()
    assert one["reply"]["reference"] == reply.reference
    assert one["reply"]["reasons"] == reply.reasons


@pytest.mark.parametrize("name", ["comment", "programme", "desk", "list", "thread"])
def test_no_page_of_comments_asks_the_database_too_often(
    programme: Programme,
    staff: Actor,
    clerk: Account,
    town: Town,
    django_assert_max_num_queries: object,
    name: str,
) -> None:
    comment = public(staff, said(programme))
    for number in range(8):
        public(staff, said(programme, title=f"声{number}"))
    urls = {
        "comment": reverse("plans:comment", args=[comment.reference]),
        "programme": reverse("plans:programme", args=[programme.reference]),
        "desk": reverse("plans:desk_comment", args=[comment.reference]),
        "list": reverse("plans:desk_comments"),
        "thread": f"/r/{comment.reference}/thread/",
    }
    browser = town.browser(clerk)
    with django_assert_max_num_queries(MOST_QUERIES):  # type: ignore[operator]
        assert browser.get(urls[name]).status_code == 200
