"""The root of a day on paper, for the city's bulletin. Official paper is in Japanese."""

from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from jichi.kernel.documents.render import render, template
from jichi.kernel.web.words import day_text, moment_text

from ..days import SealedDay
from ..proofs import signer_of
from ..verifier import read_note

SHEET = "day.typ"


def paper_of_day(day: SealedDay) -> bytes:
    """The same day is the same bytes."""
    default = Path(__file__).parents[1] / "documents" / SHEET
    with translation.override("ja"):
        data = content_of(day)
    return render(
        template=template("ledger", SHEET, default=default), data=data, at=day.last.at.replace(microsecond=0)
    )


def content_of(day: SealedDay) -> dict[str, Any]:
    note, key = read_note(day.last.note), signer_of(day.last)
    return {
        "title": _("公開の記録の封印（%(day)s）") % {"day": day_text(day.day)},
        "facts": [
            [_("記録の名前"), note.origin],
            [_("封印した時刻"), moment_text(day.last.at)],
            [_("この日に封印した記録"), _("%(events)s件") % {"events": f"{day.events:,}"}],
            [_("これまでの記録"), _("%(size)s件") % {"size": f"{note.size:,}"}],
        ],
        "root": grouped(note.root.hex()),
        "note": day.last.note,
        "key": key.text if key else "",
    }


def grouped(digits: str) -> str:
    """Eight by eight, so that people can compare it with their eyes."""
    return " ".join(digits[at : at + 8] for at in range(0, len(digits), 8))
