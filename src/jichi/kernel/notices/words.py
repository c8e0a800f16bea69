"""A public notice in words."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jichi.kernel.clock.reading import today
from jichi.kernel.values.era import format_era_year

from .models import PublicNotice
from .states import PUBLIC_NOTICE


def is_english() -> bool:
    return (get_language() or "").startswith("en")


def heading_of(notice: PublicNotice) -> str:
    """Write ``平成26年 告示第3号``; a draft is called by its sort."""
    if notice.number is None or notice.posted_on is None:
        return str(notice.get_sort_display())
    year = str(notice.year) if is_english() else format_era_year(notice.posted_on)
    words = {"year": year, "sort": notice.get_sort_display(), "number": notice.number}
    return _("%(year)s %(sort)s第%(number)s号") % words


def step_name(code: str) -> str:
    step = PUBLIC_NOTICE.step(code)
    return step.name_en if is_english() else _(step.name)


def state_now(notice: PublicNotice) -> str:
    """The state as it is today: what has its last day behind it no longer hangs, whatever the night's work did."""
    if notice.step == "posted" and not notice.runs_on(today()):
        return step_name("ended")
    return step_name(notice.step)
