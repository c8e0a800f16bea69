"""The steps of a sheet as the page kit draws them."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..queries.sheets import Sheet
from ..states import REVIEW


def step_name(code: str) -> str:
    """The step as people read it, in the language of the page."""
    step = REVIEW.step(code)
    return step.name_en if (get_language() or "").startswith("en") else _(step.name)


def steps_of(sheet: Sheet) -> list[dict[str, Any]]:
    """Done steps with the day on which they were left, the others with the day by which they must be."""
    days, due = sheet.days, sheet.round.days
    return [
        {
            "name": step_name(stage.code),
            "state": "done" if sheet.step == "published" else stage.state.value,
            "day": days.get(stage.code) or due.due(stage.code) or sheet.published_on,
            "note": "" if days.get(stage.code) or stage.code == "published" else _("期限"),
        }
        for stage in REVIEW.progress(sheet.step)
    ]
