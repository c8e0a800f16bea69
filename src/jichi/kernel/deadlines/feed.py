"""A section's open clocks as an iCalendar feed (RFC 5545)."""

from collections.abc import Iterable
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event

from .models import Deadline


def calendar_of(name: str, deadlines: Iterable[Deadline]) -> bytes:
    """One all-day entry per clock, on its last day; an entry keeps its UID when the day changes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Jichi//deadlines//JA")
    calendar.add("version", "2.0")
    calendar.add("name", name)
    for deadline in deadlines:
        calendar.add_component(entry_of(deadline))
    return bytes(calendar.to_ical())


def entry_of(deadline: Deadline) -> Event:
    entry = Event()
    entry.add("uid", f"{deadline.public_id}@{urlsplit(settings.SITE_URL).hostname}")
    entry.add("dtstamp", deadline.started_by.at)
    entry.add("dtstart", deadline.due_on)
    entry.add("dtend", deadline.due_on + timedelta(days=1))
    entry.add("summary", deadline.title)
    entry.add("description", "\n".join(filter(None, [deadline.basis, deadline.consequence])))
    entry.add("url", f"{settings.SITE_URL}{deadline.url}")
    entry.add("transp", "TRANSPARENT")
    return entry
