"""When an office is open next, in words."""

from datetime import date, time

from django.utils.translation import gettext as _

from jichi.kernel.places.models import Office
from jichi.kernel.web.words import is_english, short_day_text

from ...queries.home.offices import next_openings


def opening_lines(office: Office, on: date) -> list[str]:
    """The next days with their hours; hours that nobody knows are not made up."""
    return [
        f"{short_day_text(each.day)} {hours_text(each.opens, each.closes)}"
        for each in next_openings(office, on)
    ]


def hours_text(opens: time | None, closes: time | None) -> str:
    if opens is None or closes is None:
        return _("時間は窓口で確かめてください")
    return _("%(opens)sから%(closes)sまで") % {"opens": clock_text(opens), "closes": clock_text(closes)}


def clock_text(at: time) -> str:
    return f"{at:%H:%M}" if is_english() else f"{at.hour}時{at.minute:02d}分"
