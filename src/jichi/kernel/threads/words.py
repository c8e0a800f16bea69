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
    """How far a voice has come, as the kit draws steps: what was reached, and what is still to come."""
    stages = [(_("声"), voice.received_on)]
    stages += [(str(stage.label), voice.reached_on(stage)) for stage in Stage]
    last = max(number for number, (_name, day) in enumerate(stages) if day)
    return [
        {"name": name, "day": day, "state": state_of(number, last, day)}
        for number, (name, day) in enumerate(stages)
        if day or number > last
    ]


def state_of(number: int, last: int, day: object) -> str:
    if number == last:
        return "now" if number < len(Stage) else "done"
    return "done" if day else "next"
