"""Charts of one edition, each with its message as title."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jichi.kernel.places.models import Ward
from jichi.kernel.values import FiscalYear
from jichi.kernel.web.charts import About, Chart, Group, grade_bars, grouped_bars
from jichi.kernel.web.wardmap import WardMap

from ..models import Edition
from ..rules.grades import ACHIEVEMENTS

THOUSAND = 1_000


def year_end(year: int) -> date:
    return FiscalYear(year).last_day


def grade_chart(edition: Edition, year: int, counts: Mapping[int, int]) -> Chart:
    grade, times = Counter(counts).most_common(1)[0]
    title = _("%(year)s年度は、%(total)s事業のうち%(times)s事業が「%(grade)s」") % {
        "year": year,
        "total": sum(counts.values()),
        "times": times,
        "grade": _(ACHIEVEMENTS[grade]),
    }
    labels = {f"{number} {_(words)}": counts.get(number, 0) for number, words in ACHIEVEMENTS.items()}
    return grade_bars(
        about=About(
            title=title,
            unit=_("事業"),
            source=_("事務事業評価票（公表済み）"),
            as_of=year_end(year),
            is_demo=settings.DEMO,
        ),
        counts=labels,
        head=_("達成状況"),
    )


def money_chart(edition: Edition, money: Mapping[int, tuple[int, int | None]]) -> Chart | None:
    if not money:
        return None
    groups = [
        Group(label=_("%(year)s年度") % {"year": year}, values=[thousands(planned), thousands(settled)])
        for year, (planned, settled) in money.items()
    ]
    return grouped_bars(
        about=About(
            title=money_message(money),
            unit=_("千円"),
            source=_("各事業の予算・決算"),
            as_of=year_end(max(money)),
            is_demo=settings.DEMO,
        ),
        series=[_("予算（補正を含む）"), _("決算")],
        groups=groups,
        head=_("年度"),
    )


def thousands(yen: int | None) -> int | None:
    return None if yen is None else round(yen / THOUSAND)


def money_message(money: Mapping[int, tuple[int, int | None]]) -> str:
    """The latest year that is settled, in one sentence; without one, the first budget."""
    settled = [(year, planned, used) for year, (planned, used) in money.items() if used is not None]
    if not settled:
        year = min(money)
        return _("%(year)s年度の予算は%(yen)s千円") % {"year": year, "yen": f"{thousands(money[year][0]):,}"}
    year, planned, used = settled[-1]
    words = {"year": year, "yen": f"{thousands(abs(planned - used)):,}"}
    if used <= planned:
        return _("%(year)s年度の決算は、予算を%(yen)s千円下回った") % words
    return _("%(year)s年度の決算は、予算を%(yen)s千円上回った") % words


def ward_map(edition: Edition, wards: Sequence[tuple[Ward, int]]) -> WardMap:
    english = get_language() == "en"
    return WardMap(
        about=About(
            title=_("区ごとの事業の数"), unit=_("事業"), source=_("計画の事業の担当区"), is_demo=settings.DEMO
        ),
        outlines=settings.CITY_FOLDER / "places/wards.geojson",
        url=lambda code: f"{reverse('plans:programmes')}?ward={code}",
        values={ward.code: count for ward, count in wards},
        names={ward.code: ward.name_en if english else ward.name for ward, _count in wards},
        head=_("区"),
    )
