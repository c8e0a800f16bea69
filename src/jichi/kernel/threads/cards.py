"""What the register shows on the public home: voices of which something came."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jichi.kernel.subsystem import Card

from .coverage import threads_with_a_result
from .words import step_line

SHOWN = 3


def what_came_of_voices(on: date) -> Mapping[str, Any]:
    """Three threads from voice to result; nothing as long as no voice has a reply."""
    voices = threads_with_a_result(most=SHOWN)
    if not voices:
        return {}
    return {
        "threads": [
            {"record": voice.record, "steps": step_line(voice), "is_demo": voice.is_demo} for voice in voices
        ]
    }


CARDS = (Card(template="threads/card.html", context=what_came_of_voices, order=30),)
