"""The public page that says how much came of the voices."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from jichi.kernel.clock.reading import today
from jichi.kernel.places.models import Ward
from jichi.kernel.web.charts import About, Bar, Chart, lying_bars

from ..coverage import Coverage, coverage
from ..models import Stage
from ..rules.coverage import SMALL, Shown, Tally
from ..words import key_text


def page(request: HttpRequest) -> HttpResponse:
    found = coverage()
    wards = {ward.code: ward for ward in Ward.objects.all()}
    titles = {"year": _("届いた年度ごと"), "ward": _("区ごと"), "channel": _("届き方ごと")}
    given = {
        "all": found.all,
        "is_too_small": found.is_too_small,
        "small": SMALL,
        "chart": chart_of(found),
        "days": days_text(found.all.median_days),
        "heads": heads(),
        "tables": [
            {"title": titles[name], "rows": [row_of(name, row, wards) for row in rows]}
            for name, rows in found.dimensions.items()
        ],
    }
    return render(request, "threads/coverage.html", given)


def chart_of(found: Coverage) -> Chart | None:
    if found.is_too_small:
        return None
    names: Sequence[Any] = [_("届いた声"), *(stage.label for stage in Stage)]
    counts = (found.all.voices, *found.all.reached)
    return lying_bars(
        about=About(
            title=_("届いた声%(all)s件のうち%(replied)s件に回答し、%(changed)s件で何かが変わりました")
            % {"all": found.all.voices, "replied": found.all.replied, "changed": found.all.changed},
            unit=_("件"),
            source=_("このサイトの記録とそのつながり"),
            as_of=today(),
        ),
        bars=[
            Bar(label=str(name), value=count, quiet=number == 0)
            for number, (name, count) in enumerate(zip(names, counts, strict=True))
        ],
        head=_("どこまで届いたか"),
    )


def row_of(dimension: str, row: Shown, wards: dict[str, Ward]) -> dict[str, Any]:
    return {"name": key_text(dimension, row.key, wards), "cells": cells_of(row.tally)}


def heads() -> list[str]:
    """The columns after the row's own name."""
    return [_("届いた声（件）"), *(str(stage.label) for stage in Stage), _("回答までの日数（中央値）")]


def cells_of(tally: Tally | None) -> list[tuple[str, str]] | None:
    """The numbers of a row, each with its column's name; None where they are withheld."""
    if tally is None:
        return None
    numbers = [f"{tally.voices:,}", *(f"{count:,}" for count in tally.reached), days_text(tally.median_days)]
    return list(zip(heads(), numbers, strict=True))


def days_text(days: float | None) -> str:
    if days is None:
        return "－"
    return f"{days:g}"
