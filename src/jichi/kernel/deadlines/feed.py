"""The open clocks of a section as an iCalendar feed (RFC 5545, RFC 7986) that calendar programs subscribe to."""

from collections.abc import Iterable
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from .models import Deadline

REFRESH = timedelta(hours=6)
EIGHT_IN_THE_MORNING = timedelta(hours=8)


def calendar_of(name: str, deadlines: Iterable[Deadline], *, away: bool = False) -> bytes:
    """One whole day for each clock, on its last day; an entry keeps its UID when the day changes.

    `away`: for a calendar outside the house, where only titles that name nobody are shown. A paused clock has no
    last day and is left out until it runs again: subscribed calendars then drop it of themselves.
    """
    language = (get_language() or "ja").upper()
    calendar = Calendar()
    calendar.add("prodid", f"-//Jichi//deadlines//{language}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for deadline in deadlines:
        calendar.add_component(entry_of(deadline, away=away))
    return bytes(calendar.to_ical())


def entry_of(deadline: Deadline, *, away: bool) -> Event:
    title = title_of(deadline, away=away)
    entry = Event()
    entry.add("uid", f"{deadline.public_id}@{urlsplit(settings.SITE_URL).hostname}")
    entry.add("dtstamp", deadline.changed_at)
    entry.add("last-modified", deadline.changed_at)
    entry.add("dtstart", deadline.due_on)
    entry.add("dtend", deadline.due_on + timedelta(days=1))
    entry.add("summary", title)
    entry.add("description", "\n".join(filter(None, [deadline.basis, deadline.consequence])))
    entry.add("url", settings.SITE_URL + reverse("deadlines:page", args=[deadline.public_id]))
    entry.add("transp", "TRANSPARENT")
    for days in sorted({0, deadline.remind_before}):
        entry.add_component(alarm(title, days))
    return entry


def title_of(deadline: Deadline, *, away: bool) -> str:
    if not away:
        return deadline.title
    return deadline.calendar_title or _("期限：%(reference)s") % {"reference": deadline.subject}


def alarm(title: str, days_before: int) -> Alarm:
    """A reminder at eight in the morning, counted from the midnight with which the last day begins."""
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", title)
    made.add("trigger", EIGHT_IN_THE_MORNING - timedelta(days=days_before))
    return made
