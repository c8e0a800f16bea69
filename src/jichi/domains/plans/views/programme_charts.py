"""Charts of one programme."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from jichi.kernel.web.charts import About, Chart, Group, Line, grouped_bars, line_chart

from ..models import BudgetYear, Indicator
from .edition_charts import money_message, thousands, year_end


def indicator_chart(indicator: Indicator) -> Chart:
    """Target against actual, with the starting point first."""
    years = list(indicator.years.all())
    start = [] if indicator.baseline is None else [(indicator.baseline_year, None, indicator.baseline)]
    points = [*start, *((each.year, each.target, each.actual) for each in years)]
    sources = {each.actual_source for each in years if each.actual_source} or {indicator.source}
    return line_chart(
        about=About(
            title=indicator_message(indicator),
            unit=indicator.unit,
            source=_("、").join(sorted(sources)),
            as_of=year_end(max((each.year for each in years), default=indicator.baseline_year or 2011)),
            is_demo=indicator.is_demo,
        ),
        periods=[_("%(year)s年度") % {"year": year} for year, _target, _actual in points],
        lines=[
            Line(name=_("目標"), values=[target for _year, target, _actual in points], is_target=True),
            Line(name=_("実績"), values=[actual for _year, _target, actual in points]),
        ],
        head=_("年度"),
    )


def indicator_message(indicator: Indicator) -> str:
    """Whether the latest actual reached its target, in one sentence."""
    years = indicator.years.all()
    known = [(each.year, each.target, each.actual) for each in years if each.target is not None]
    measured = [(year, target, actual) for year, target, actual in known if actual is not None]
    if not measured:
        return indicator.name
    year, target, actual = measured[-1]
    reached = actual >= target if indicator.more_is_better else actual <= target
    sentence = (
        _("%(name)sは%(year)s年度の目標に達した")
        if reached
        else _("%(name)sは%(year)s年度の目標に達していない")
    )
    return sentence % {"name": indicator.name, "year": year}


def money_chart(budgets: Sequence[BudgetYear]) -> Chart | None:
    if not budgets:
        return None
    money = {each.year: (each.budget + each.supplementary, each.settlement) for each in budgets}
    return grouped_bars(
        about=About(
            title=money_message(money),
            unit=_("千円"),
            source=_("、").join(sorted({each.source for each in budgets})),
            as_of=year_end(max(money)),
            is_demo=any(each.is_demo for each in budgets),
        ),
        series=[_("予算（補正を含む）"), _("決算")],
        groups=[
            Group(label=_("%(year)s年度") % {"year": year}, values=[thousands(planned), thousands(settled)])
            for year, (planned, settled) in money.items()
        ],
        head=_("年度"),
    )
