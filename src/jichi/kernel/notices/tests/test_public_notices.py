"""告示・公表: four eyes, a number a year, and an archive from which nothing disappears."""

import io
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.town import Town

from jichi.kernel.access.actor import Actor, machine
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.models import Event
from jichi.kernel.notices.actions.approve_public_notice import (
    OwnDraft,
    approve_public_notice,
    return_public_notice,
)
from jichi.kernel.notices.actions.draft_public_notice import (
    NoLongerADraft,
    SubjectNotThere,
    change_public_notice,
    draft_public_notice,
)
from jichi.kernel.notices.actions.end_public_notice import WhyEnded, end_public_notice, end_what_is_over
from jichi.kernel.notices.actions.post_public_notice import EndsBeforeItBegins, post_public_notice
from jichi.kernel.notices.actions.public_notices import Words, WordsMissing
from jichi.kernel.notices.choosing import subscribe
from jichi.kernel.notices.machine import POST
from jichi.kernel.notices.models import Notice, PublicNotice, Sort
from jichi.kernel.notices.tests.city_process import SECONDS, City
from jichi.kernel.search.find import find
from jichi.kernel.steps import WrongStep
from jichi.kernel.threads.models import Link, Record

pytestmark = pytest.mark.django_db
DAY = date(2014, 5, 12)
TEXT = "区民会議の委員を公募します。\n\n申込みは区役所の窓口へ。"


@pytest.fixture
def clerk(town: Town) -> Actor:
    return town.actor(town.staff(Role.SECTION_STAFF, section=town.section), on=DAY)


@pytest.fixture
def chief(town: Town) -> Actor:
    return town.actor(town.staff(Role.SECTION_CHIEF, section=town.section), on=DAY)


def words(town: Town, **changes: object) -> Words:
    given = {"sort": Sort.ORDER, "title": "委員の公募について", "text": TEXT, "section": town.section}
    return Words(**{**given, "basis": "区民会議条例第3条", **changes})


def draft(town: Town, clerk: Actor, **changes: object) -> PublicNotice:
    return draft_public_notice(actor=clerk, words=words(town, **changes), on=DAY)


def posted(town: Town, clerk: Actor, chief: Actor, *, on: date = DAY, **changes: object) -> PublicNotice:
    notice = approve_public_notice(actor=chief, notice=draft(town, clerk, **changes))
    return post_public_notice(actor=chief, notice=notice, on=on)


def test_a_draft_has_a_reference_and_neither_number_nor_readers(town: Town, clerk: Actor) -> None:
    notice = draft(town, clerk)
    assert notice.reference.startswith("18-")
    assert (notice.number, notice.step) == (None, "draft")
    assert town.browser().get(notice.url).status_code == 404
    event = Event.objects.get(type="notices.public.drafted")
    assert "委員" not in str(event.public)
    assert not Record.objects.get(reference=notice.reference).public


def test_a_posted_notice_is_numbered_and_read_by_everybody(town: Town, clerk: Actor, chief: Actor) -> None:
    notice = posted(town, clerk, chief, until=date(2014, 6, 2))
    page = town.browser().get(notice.url).content.decode()
    for said in (
        "平成26年 告示第1号",
        "委員の公募について",
        "申込みは区役所の窓口へ。",
        "区民会議条例第3条",
        "掲示中",
    ):
        assert said in page
    event = Event.objects.get(type="notices.public.posted")
    assert (event.public["number"], event.public["until"], event.basis) == (
        "2014-1",
        "2014-06-02",
        "区民会議条例第3条",
    )
    assert find("公募", actor=town.actor(town.account())).total == 1


def test_each_sort_counts_for_itself_and_each_year_anew(town: Town, clerk: Actor, chief: Actor) -> None:
    given = [
        posted(town, clerk, chief, sort=sort, on=day)
        for sort, day in (
            (Sort.ORDER, DAY), (Sort.ORDER, DAY), (Sort.PUBLICATION, DAY), (Sort.ORDER, date(2015, 1, 5)),
        )
    ]  # fmt: skip
    assert [(notice.sort, notice.year, notice.number) for notice in given] == [
        ("order", 2014, 1), ("order", 2014, 2), ("publication", 2014, 1), ("order", 2015, 1),
    ]  # fmt: skip


def test_four_eyes_are_two_people(town: Town) -> None:
    both = town.actor(town.staff(Role.SECTION_CHIEF, section=town.section), on=DAY)
    other = town.actor(town.staff(Role.SECTION_CHIEF, section=town.section), on=DAY)
    notice = draft(town, both)
    with pytest.raises(OwnDraft):
        approve_public_notice(actor=both, notice=notice)
    # Whoever changes the words last is their author.
    changed = change_public_notice(actor=other, notice=notice, words=words(town, title="新しい題名"))
    with pytest.raises(OwnDraft):
        approve_public_notice(actor=other, notice=changed)
    assert approve_public_notice(actor=both, notice=changed).step == "approved"


def test_what_was_approved_is_not_changed_before_it_is_given_back(
    town: Town, clerk: Actor, chief: Actor
) -> None:
    notice = approve_public_notice(actor=chief, notice=draft(town, clerk))
    with pytest.raises(NoLongerADraft):
        change_public_notice(actor=clerk, notice=notice, words=words(town, text="別の文"))
    returned = return_public_notice(actor=chief, notice=notice, because="日付が違います")
    assert (returned.step, returned.approved_by, returned.returned_because) == ("draft", "", "日付が違います")
    assert (
        change_public_notice(actor=clerk, notice=returned, words=words(town, text="別の文")).returned_because
        == ""
    )


def test_an_unapproved_notice_is_not_posted_and_no_number_is_lost(
    town: Town, clerk: Actor, chief: Actor
) -> None:
    with pytest.raises(WrongStep):
        post_public_notice(actor=chief, notice=draft(town, clerk), on=DAY)
    late = approve_public_notice(actor=chief, notice=draft(town, clerk, until=date(2014, 5, 1)))
    with pytest.raises(EndsBeforeItBegins):
        post_public_notice(actor=chief, notice=late, on=DAY)
    assert posted(town, clerk, chief).number == 1


def test_another_section_does_nothing(town: Town, clerk: Actor) -> None:
    notice = draft(town, clerk)
    neighbour = town.actor(town.staff(Role.SECTION_CHIEF, section=town.other_section), on=DAY)
    with pytest.raises(NotAllowed):
        approve_public_notice(actor=neighbour, notice=notice)
    with pytest.raises(NotAllowed):
        draft_public_notice(actor=neighbour, words=words(town), on=DAY)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"title": " "}, WordsMissing),
        ({"text": ""}, WordsMissing),
        ({"subject": "11-9999-9"}, SubjectNotThere),
    ],
)
def test_a_draft_says_something_about_something(
    town: Town, clerk: Actor, changes: dict, refusal: type
) -> None:
    with pytest.raises(refusal):
        draft(town, clerk, **changes)
    assert not PublicNotice.objects.exists()


def test_an_ended_notice_stays_in_the_archive(town: Town, clerk: Actor, chief: Actor) -> None:
    notice = posted(town, clerk, chief)
    with pytest.raises(WhyEnded):
        end_public_notice(actor=chief, notice=notice, because=" ", on=DAY)
    end_public_notice(actor=chief, notice=notice, because="募集が終わったため", on=DAY)
    browser = town.browser()
    assert "掲示は終わりました" in browser.get(notice.url).content.decode()
    assert "委員の公募について" in browser.get("/public-notices/").content.decode()
    assert "委員の公募について" not in browser.get("/public-notices/?on_board=on").content.decode()


def test_the_night_takes_down_what_had_its_last_day(town: Town, clerk: Actor, chief: Actor) -> None:
    last = posted(town, clerk, chief, until=DAY)
    posted(town, clerk, chief)
    assert end_what_is_over(actor=POST, on=date(2014, 5, 13)) == 1
    last.refresh_from_db()
    assert (last.step, last.ended_on) == ("ended", date(2014, 5, 13))


def test_who_asked_for_it_is_told(town: Town, clerk: Actor, chief: Actor) -> None:
    account = town.account()
    subscribe(account=account, topics=["public-notices"], wards=[])
    notice = posted(town, clerk, chief)
    told = Notice.objects.get(account=account)
    assert (told.subject, told.url) == ("告示第1号：委員の公募について", notice.url)
    # Who is told by letter has no page to open.
    assert "申込みは区役所の窓口へ。" in told.body


def test_a_notice_about_a_record_is_tied_to_it(town: Town, clerk: Actor, chief: Actor) -> None:
    first = posted(town, clerk, chief)
    second = posted(town, clerk, chief, subject=first.reference)
    link = Link.objects.get()
    assert (link.from_record.reference, link.to_record.reference) == (second.reference, first.reference)


def test_the_paper_is_the_same_every_time(town: Town, clerk: Actor, chief: Actor) -> None:
    notice = posted(town, clerk, chief, until=date(2014, 6, 2))
    one, two = (town.browser().get(f"/public-notices/{notice.reference}.pdf").content for _ in range(2))
    assert one == two
    text = PdfReader(io.BytesIO(one)).pages[0].extract_text()
    for said in ("告示第1号", "委員の公募について", "平成26年6月2日まで", "自治政策部"):
        assert said in text


def test_the_archive_is_open_data(town: Town, clerk: Actor, chief: Actor) -> None:
    notice = posted(town, clerk, chief)
    draft(town, clerk, title="まだ案です")
    browser = town.browser()
    listed = browser.get("/api/v1/notices/public?sort=order&year=2014").json()
    assert [row["reference"] for row in listed["items"]] == [notice.reference]
    assert browser.get(f"/api/v1/notices/public/{notice.reference}").json()["bureau"] == "総合企画局"
    assert browser.get("/api/v1/notices/public/18-9999-9").status_code == 404
    for address in (
        "/opendata/feeds/public-notices.atom",
        "/opendata/public-notices.csv",
        "/public-notices/?format=csv",
    ):
        answer = browser.get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert "委員の公募について" in body.decode("utf-8-sig"), address
        assert "まだ案です" not in body.decode("utf-8-sig")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("word=窓口", True),
        ("word=そんな言葉", False),
        ("sort=publication", False),
        ("year=2014", True),
        ("year=2013", False),
    ],
)
def test_the_archive_is_searched(town: Town, clerk: Actor, chief: Actor, query: str, found: bool) -> None:
    posted(town, clerk, chief)
    assert ("委員の公募について" in town.browser().get(f"/public-notices/?{query}").content.decode()) is found


def test_the_whole_way_goes_over_the_pages(town: Town, django_assert_max_num_queries) -> None:
    clerk = town.browser(town.staff(Role.SECTION_STAFF, section=town.section))
    chief = town.browser(town.staff(Role.SECTION_CHIEF, section=town.section))
    given = {"sort": "order", "title": "委員の公募について", "text": TEXT, "section": town.section.pk}
    saved = clerk.post("/desk/public-notices/new/", given, follow=True)
    page = saved.request["PATH_INFO"]
    assert "ほかの人が決裁します" in saved.content.decode()
    assert clerk.post(f"{page}approve/", {"stage": "act"}).status_code == 404
    assert "委員の公募について" in chief.get("/desk/").content.decode()
    assert "まだ送られていません" in chief.post(f"{page}approve/").content.decode()
    assert PublicNotice.objects.get().step == "draft"
    chief.post(f"{page}approve/", {"stage": "act"})
    chief.post(f"{page}post/", {"stage": "act"})
    notice = PublicNotice.objects.get()
    assert (notice.step, notice.number) == ("posted", 1)
    with django_assert_max_num_queries(14):
        assert "告示第1号" in town.browser().get(notice.url).content.decode()
    with django_assert_max_num_queries(10):
        town.browser().get("/public-notices/")
    refused = chief.post(f"{page}end/", {"because": "", "stage": "act"})
    assert refused.status_code == 422


@pytest.mark.parametrize(("who", "status"), [("resident", 404), ("ward staff", 404), ("officer", 200)])
def test_drafts_are_for_who_may_see_to_them(town: Town, clerk: Actor, who: str, status: int) -> None:
    notice = draft(town, clerk)
    account = {
        "resident": town.account,
        "ward staff": lambda: town.staff(Role.WARD_STAFF, ward=town.ward),
        "officer": lambda: town.staff(Role.PLANNING_OFFICER),
    }[who]()
    assert town.browser(account).get(f"/desk/public-notices/{notice.reference}/").status_code == status


@pytest.mark.django_db(transaction=True)
def test_desks_that_post_at_once_leave_no_gap_and_no_double(town: Town, tmp_path: Path) -> None:
    office = machine("office", Role.SECTION_STAFF, Role.PLANNING_OFFICER)
    head = machine("head", Role.BUREAU_CHIEF)
    notices = [approve_public_notice(actor=head, notice=draft(town, office)) for _ in range(12)]
    city = City(tmp_path)
    given = [[notice.reference for notice in notices[desk::3]] for desk in range(3)]
    desks = [
        city.process("-m", "jichi.kernel.notices.tests.posting", DAY.isoformat(), *each) for each in given
    ]
    assert [desk.wait(SECONDS) for desk in desks] == [0, 0, 0]

    numbers = city.rows("SELECT number FROM notices_publicnotice WHERE year = 2014 ORDER BY number")
    assert [number for (number,) in numbers] == list(range(1, 13))
    city.wrapper.close()
