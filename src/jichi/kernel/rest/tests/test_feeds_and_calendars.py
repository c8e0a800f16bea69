"""Feeds and calendars as other programs read them."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree as Xml

import icalendar
from django.test import RequestFactory

from jichi.kernel.rest.atom import feed
from jichi.kernel.rest.ical import Calendar, CalendarEntry, calendar
from jichi.kernel.subsystem import Feed, FeedEntry

ATOM = "{http://www.w3.org/2005/Atom}"
OLD, NEW = datetime(2012, 7, 8, 3, tzinfo=UTC), datetime(2012, 7, 9, 3, tzinfo=UTC)


def entry(uid: str, at: datetime, summary: str = "まとめ") -> FeedEntry:
    return FeedEntry(title=f"題 {uid}", url=f"/x/{uid}", at=at, summary=summary, uid=uid)


def answer(*entries: FeedEntry):
    source = Feed(name="news", title="お知らせ", entries=lambda: entries)
    return feed(RequestFactory().get("/opendata/feeds/news.atom"), source)


def test_a_feed_gives_the_newest_first_and_is_as_new_as_its_newest() -> None:
    response = answer(entry("a", OLD), entry("b", NEW))
    root = Xml.fromstring(response.content)

    assert [each.findtext(f"{ATOM}title") for each in root.iter(f"{ATOM}entry")] == ["題 b", "題 a"]
    assert root.findtext(f"{ATOM}updated") == "2012-07-09T03:00:00+00:00"
    assert response["Last-Modified"] == "Mon, 09 Jul 2012 03:00:00 GMT"


def test_each_entry_has_an_address_and_an_id_of_its_own() -> None:
    root = Xml.fromstring(answer(entry("a", OLD), entry("番号 1", NEW)).content)
    ids = [each.findtext(f"{ATOM}id") for each in root.iter(f"{ATOM}entry")]

    assert len(set(ids)) == 2
    assert all(id_.startswith("http") and " " not in id_ for id_ in ids)
    assert root.find(f"{ATOM}entry/{ATOM}link").get("href").endswith("/x/%E7%95%AA%E5%8F%B7%201")


def test_a_summary_that_looks_like_markup_stays_text() -> None:
    root = Xml.fromstring(answer(entry("a", OLD, summary="<b>太字</b> & 他")).content)

    assert root.findtext(f"{ATOM}entry/{ATOM}summary") == "&lt;b&gt;太字&lt;/b&gt; &amp; 他"


def test_an_empty_feed_is_the_same_at_every_reading() -> None:
    assert answer().content == answer().content
    assert "Last-Modified" not in answer()


def test_a_calendar_tells_whole_days_and_moments_apart() -> None:
    source = Calendar(
        name="deadlines",
        title="期限",
        entries=(
            CalendarEntry(uid="1", title="評価の締切", start=date(2012, 7, 9), changed=OLD, url="/x/1"),
            CalendarEntry(
                uid="2",
                title="区民会議",
                start=OLD,
                end=NEW,
                changed=NEW,
                place="川崎区役所",
                explains="公開",
            ),
        ),
    )

    response = calendar(RequestFactory().get("/deadlines.ics"), source)
    whole, moment = icalendar.Calendar.from_ical(response.content).walk("VEVENT")

    assert (whole.decoded("dtstart"), whole.decoded("dtend")) == (date(2012, 7, 9), date(2012, 7, 10))
    assert (moment.decoded("dtstart"), moment.decoded("dtend")) == (OLD, NEW)
    assert str(moment["location"]) == "川崎区役所"
    assert str(whole["url"]).endswith("/x/1")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Last-Modified"] == "Mon, 09 Jul 2012 03:00:00 GMT"
