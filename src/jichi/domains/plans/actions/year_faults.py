"""What is wrong in a year's form, field by field; part of `enter_year`, not a verb of its own."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..models import ActionState, Programme
from .year_entry import Money, YearEntry

LARGEST = 10**14  # numeric(16, 2)
MOST_YEN = 10**15  # a thousand trillion: no city has so much, and a column of 64 bits holds it


def faults_of(programme: Programme, year: int, entry: YearEntry) -> dict[str, str]:
    """The sentence for each field that is wrong; the form names its fields in the same way."""
    return dict([*money(entry.money), *measurements(programme, entry), *outcomes(programme, year, entry)])


def money(entered: Money) -> Iterator[tuple[str, str]]:
    for name in ("budget", "settlement"):
        if (getattr(entered, name) or 0) < 0:
            yield name, _("0円以上の金額を入力してください。")
    for name in ("budget", "supplementary", "settlement"):
        if abs(getattr(entered, name) or 0) >= MOST_YEN:
            yield name, _("数が大きすぎます。単位を確かめてください。")
    if entered.budget is None and (entered.settlement is not None or entered.supplementary):
        yield "budget", _("補正や決算を入力するときは、当初予算も入力してください。")
    if entered.supplementary < min(0, -(entered.budget or 0)):
        yield "supplementary", _("減額の補正が、当初予算より大きくなっています。")
    if entered.budget is not None and not entered.source.strip():
        yield "source", _("予算・決算の出典（予算書、決算書など）を入力してください。")


def measurements(programme: Programme, entry: YearEntry) -> Iterator[tuple[str, str]]:
    own = set(programme.indicators.values_list("pk", flat=True))
    for each in entry.measurements:
        if each.indicator not in own:
            yield f"target_{each.indicator}", _("この指標は、この事業のものではありません。")
        if each.actual is not None and not each.actual_source.strip():
            yield f"actual_source_{each.indicator}", _("実績の数をどこで確かめたか、出典を入力してください。")
        for name in ("target", "actual"):
            if abs(getattr(each, name) or 0) >= LARGEST:
                yield f"{name}_{each.indicator}", _("数が大きすぎます。単位を確かめてください。")


def outcomes(programme: Programme, year: int, entry: YearEntry) -> Iterator[tuple[str, str]]:
    own = set(programme.planned_actions.filter(year=year).values_list("pk", flat=True))
    for each in entry.outcomes:
        if each.action not in own:
            yield f"state_{each.action}", _("この取組は、この事業のこの年度のものではありません。")
        if each.state == ActionState.DONE and not each.evidence.strip():
            yield (
                f"evidence_{each.action}",
                _("「完了」にするときは、終わったことを示すものを入力してください。"),
            )
