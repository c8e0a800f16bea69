"""Stages, wards and channels in the words of the page."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jichi.kernel.places.models import Ward

from .coverage import NO_WARD
from .models import Channel, Stage, Voice


def ward_text(ward: Ward | None) -> str:
    if ward is None:
        return _("区を聞いていない")
    return ward.name_en if (get_language() or "").startswith("en") else ward.name


def key_text(dimension: str, key: str, wards: dict[str, Ward]) -> str:
    """A row of the coverage in words."""
    if dimension == "ward":
        return ward_text(None if key == NO_WARD else wards[key])
    if dimension == "channel":
        return str(Channel(key).label)
    return _("%(year)s年度") % {"year": key}


def step_line(voice: Voice) -> list[dict[str, Any]]:
    """How far a voice has come, as the kit draws steps: what was reached, in the order of days, and what may come.

    After a result nothing is awaited: what was not on its way (a budget, say) was not needed.
    """
    reached = [(_("声"), voice.received_on)]
    ahead = []
    for stage in Stage:
        if day := voice.reached_on(stage):
            reached.append((str(stage.label), day))
        else:
            ahead.append(str(stage.label))
    reached.sort(key=lambda step: step[1])
    is_over = voice.resulted_on is not None
    steps = [{"name": name, "day": day, "state": "done"} for name, day in reached]
    if not is_over:
        steps[-1]["state"] = "now"
        steps += [{"name": name, "day": None, "state": "next"} for name in ahead]
    return steps
