"""Calendars. Source: RFC 5545 (iCalendar)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import icalendar
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import conditional_page

from .fresh import changed_at

MEDIA_TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True, kw_only=True)
class CalendarEntry:
    """Something on a whole day, or from a moment to another. `changed` is when it was last settled."""

    uid: str
    title: str
    start: date | datetime
    changed: datetime
    end: datetime | None = None
    url: str = ""
    explains: str = ""
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class Calendar:
    name: str
    title: str
    entries: tuple[CalendarEntry, ...]


@conditional_page
def calendar(request: HttpRequest, source: Calendar) -> HttpResponse:
    """The calendar as a file that calendar programs subscribe to, with ETag and Last-Modified."""
    response = HttpResponse(written(source), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'inline; filename="{source.name}.ics"'
    changed_at(response, newest(source.entries))
    return response


def newest(entries: Iterable[CalendarEntry]) -> datetime | None:
    return max((entry.changed for entry in entries), default=None)


def written(source: Calendar) -> bytes:
    made = icalendar.Calendar()
    made.add("prodid", f"-//Jichi//{settings.CITY['name_en']}//{(get_language() or 'ja').upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", str(source.title))
    for entry in source.entries:
        made.add_component(event(entry))
    return made.to_ical()


def event(entry: CalendarEntry) -> icalendar.Event:
    made = icalendar.Event()
    made.add("uid", f"{entry.uid}@{settings.SITE_URL.partition('://')[2]}")
    made.add("dtstamp", entry.changed)
    made.add("summary", entry.title)
    made.add("dtstart", entry.start)
    made.add("dtend", end_of(entry))
    for name, value in (("description", entry.explains), ("location", entry.place)):
        if value:
            made.add(name, value)
    if entry.url:
        made.add("url", settings.SITE_URL + entry.url)
    return made


def end_of(entry: CalendarEntry) -> date:
    """The end as calendars count it: the first moment or day after. A moment without end takes no time."""
    if isinstance(entry.start, datetime):
        return entry.end or entry.start
    return entry.start + timedelta(days=1)
