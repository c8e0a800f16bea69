"""The coverage of voices as open data, with the same small numbers left out as on its page."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import Dataset

from .coverage import coverage
from .models import Link
from .rules.coverage import Tally

DIMENSIONS = _("分け方：全体、年度、区（コード。区を聞いていない声は別）、届き方")


def coverage_rows() -> Iterator[tuple[Any, ...]]:
    found = coverage()
    yield row("all", "", None if found.is_too_small else found.all)
    for dimension, shown in found.dimensions.items():
        for each in shown:
            yield row(dimension, each.key, each.tally)


def row(dimension: str, key: str, tally: Tally | None) -> tuple[Any, ...]:
    if tally is None:
        return dimension, key, None, None, None, None, None, None
    return dimension, key, tally.voices, *tally.reached, tally.median_days


def updated() -> datetime | None:
    return Link.objects.order_by("-made_at").values_list("made_at", flat=True).first()


DATASETS = (
    Dataset(
        name="voice-coverage",
        title=_("声のゆくえ"),
        describes=_(
            "届いた声のうち、回答・決定・変わったこと・結果にいたった件数と、回答までの日数の中央値です。少ない件数は載せていません（空の欄）。"
        ),
        columns={
            "dimension": DIMENSIONS,
            "key": _("分け方の値"),
            "voices": _("届いた声（件）"),
            "replied": _("回答した声（件）"),
            "decided": _("決定にいたった声（件）"),
            "changed": _("何かが変わった声（件）"),
            "resulted": _("結果が出た声（件）"),
            "median_days": _("届いてから回答までの日数の中央値"),
        },
        rows=coverage_rows,
        updated=updated,
        is_demo=settings.DEMO,
    ),
)
