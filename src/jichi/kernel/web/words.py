"""Days, moments, amounts and deadlines in the words of the page's language."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.dateformat import format as in_english
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from jichi.kernel.clock.reading import CITY_TIME
from jichi.kernel.places.models import Section
from jichi.kernel.values.era import NoEra, format_era_year
from jichi.kernel.values.fault import Named
from jichi.kernel.values.fiscal_year import FiscalYear

WEEKDAYS = "月火水木金土日"
SOON = 3
NO_VALUE = "－"


def is_english() -> bool:
    return (get_language() or "").startswith("en")


def day_text(day: date, *, era: bool = True) -> str:
    """Write ``2026年（令和8年）11月25日``; in English ``25 November 2026``."""
    if is_english():
        return in_english(day, "j F Y")
    year = f"{day.year}年"
    named = wareki_year(day)
    return f"{year}{f'（{named}）' if era and named != year else ''}{day.month}月{day.day}日"


def short_day_text(day: date) -> str:
    """Write ``11月25日 水曜``; in English ``Wed 25 Nov``."""
    if is_english():
        return in_english(day, "D j M")
    return f"{day.month}月{day.day}日 {WEEKDAYS[day.weekday()]}曜"


def wareki_year(day: date) -> str:
    """The year with its era; a day before 明治6年 keeps its common year rather than a wrong name."""
    try:
        return format_era_year(day)
    except NoEra:
        return f"{day.year}年"


def wareki_text(day: date) -> str:
    """Write ``令和8年11月25日``; in English the common calendar."""
    return day_text(day) if is_english() else f"{wareki_year(day)}{day.month}月{day.day}日"


def moment_text(at: date) -> str:
    """A moment in the city's time, ``2026年11月25日 14時05分``; a date without a time as it is."""
    if not isinstance(at, datetime):
        return day_text(at, era=False)
    local = at.astimezone(CITY_TIME)
    clock = f"{local:%H:%M}" if is_english() else f"{local.hour}時{local.minute:02d}分"
    return f"{day_text(local.date(), era=False)} {clock}"


def fiscal_year_text(year: FiscalYear | int) -> str:
    """Write ``2011年度（平成23年度）``; in English ``FY2011``."""
    of_account = year if isinstance(year, FiscalYear) else FiscalYear(year)
    if is_english():
        return f"FY{of_account.year}"
    return f"{of_account.label}（{of_account.era_label}）"


def yen_text(amount: int) -> str:
    """Write ``1,234円``; in English ``1,234 yen``."""
    return f"{amount:,} yen" if is_english() else f"{amount:,}円"


def name_text(named: Named) -> str:
    """The name of a place, a step or a legal value: English on an English page, else Japanese."""
    return named.name_en if is_english() else named.name


def section_text(section: Section) -> str:
    """A section with its bureau: ``総務局 総務課``; in English ``General Affairs Section, General Affairs Bureau``."""
    if is_english():
        return f"{section.name_en}, {section.bureau.name_en}"
    return f"{section.bureau.name} {section.name}"


def code_text(word: Any) -> SafeString:
    """A machine's word: what is compared and not read, so that nobody's reader or translator makes words of it."""
    return format_html("<code>{}</code>", word)


def value_text(value: Any) -> Any:
    """A value as a table cell shows it: thousands apart, days in words, nothing as a dash; markup stays."""
    if value is None or value == "":
        return NO_VALUE
    if isinstance(value, bool):
        return gettext("はい") if value else gettext("いいえ")
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return day_text(value, era=False)
    return f"{value:,}" if isinstance(value, int) else value


@dataclass(frozen=True, kw_only=True)
class DeadlineBadge:
    """How long is left, in a word, in days and as the day itself."""

    kind: str
    word: str
    left: str
    day_text: str
    iso: str


def deadline_badge(due: date, *, today: date) -> DeadlineBadge:
    """The badge of a deadline: overdue, today, soon (within three days) or open."""
    days = (due - today).days
    word, left = days_left(days)
    kind = "overdue" if days < 0 else "soon" if days <= SOON else "open"
    shown = short_day_text(due) if abs(days) < 180 else day_text(due, era=False)
    return DeadlineBadge(kind=kind, word=word, left=left, day_text=shown, iso=due.isoformat())


def days_left(days: int) -> tuple[str, str]:
    if days < 0:
        late = ngettext("%(days)s日過ぎています", "%(days)s日過ぎています", -days) % {"days": -days}
        return gettext("期限切れ"), late
    if days == 0:
        return "", gettext("今日まで")
    return "", ngettext("あと%(days)s日", "あと%(days)s日", days) % {"days": days}
