"""Open data of the registers: figures of towns, never of people."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jichi.kernel.clock.reading import today
from jichi.kernel.subsystem import Dataset

from .models import Movement
from .queries.roll import ages_by_town

SEXES = {"1": _("男"), "2": _("女"), "": _("性別の記載なし")}


def population_rows() -> Iterator[tuple[Any, ...]]:
    on = today()
    for each in ages_by_town(on):
        hidden = each.people is None
        yield (
            on,
            each.ward,
            each.town,
            str(SEXES[each.sex]),
            each.group,
            "" if hidden else each.people,
            hidden,
        )


def changed() -> datetime | None:
    return Movement.objects.order_by("-recorded_at").values_list("recorded_at", flat=True).first()


DATASETS = (
    Dataset(
        name="population-by-town",
        title=_("町丁別・男女別・年齢5歳階級別の人口"),
        describes=_(
            "住民票のある人の数です。少ない人数と、そこから逆算できる人数は伏せています（基準は未確認）。支援措置の対象となる人は数えていません。"
        ),
        columns={
            "on": _("基準日"),
            "ward": _("区"),
            "town": _("町丁目"),
            "sex": _("性別"),
            "age_group": _("年齢（5歳階級）"),
            "people": _("人数"),
            "is_hidden": _("伏せたか"),
        },
        rows=population_rows,
        updated=changed,
        is_demo=settings.DEMO,
    ),
)
