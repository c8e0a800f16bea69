"""On paper: a batch of letters, each with its address in the window of the envelope; a public notice."""

from datetime import datetime, time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from jichi.kernel.clock.reading import CITY_TIME
from jichi.kernel.documents.render import render, template
from jichi.kernel.values.era import format_era_day
from jichi.kernel.values.readings import without_readings

from .message import address_of, city_name
from .models import Batch, Letter, PublicNotice

FOLDER = Path(__file__).parent / "documents"


def paper_of(batch: Batch) -> bytes:
    """A cover sheet for whoever posts the batch, then one letter a page. A copy is the same but for its number."""
    letters = batch.letters.select_related("notice__account").order_by("position")
    data = {
        "title": _("発送の束 %(number)s") % {"number": batch.label},
        "number": batch.label,
        "day": format_era_day(batch.made_on),
        "copy": batch.copies,
        "sender": {"name": settings.CITY["name"], "address": settings.CITY["address"]},
        "letters": [letter_data(letter, batch) for letter in letters],
    }
    file = template("notices", "letters.typ", default=FOLDER / "letters.typ")
    return render(template=file, data=data, at=batch.made_at)


def letter_data(letter: Letter, batch: Batch) -> dict[str, Any]:
    notice = letter.notice
    with override(notice.language):
        more = _("くわしくは、次のページをご覧ください。") if notice.url else ""
    return {
        "postcode": f"{letter.postcode[:3]}-{letter.postcode[3:]}",
        "lines": letter.lines,
        "building": letter.building,
        "name": letter.name,
        "title": without_readings(notice.subject),
        "body": without_readings(notice.body),
        "lang": notice.language.removesuffix("-simple"),
        "city": city_name(notice.language),
        "more": without_readings(more),
        "address": address_of(notice),
        "mark": f"{batch.label}-{letter.position}",
    }


def paper_of_public_notice(notice: PublicNotice, heading: str) -> bytes:
    """A public notice as it hangs on the board; the same bytes every time."""
    assert notice.posted_on is not None
    data = {
        "title": notice.title,
        "heading": heading,
        "reference": notice.reference,
        "day": format_era_day(notice.posted_on),
        "until": format_era_day(notice.until) if notice.until else "",
        "basis": notice.basis,
        "text": notice.text,
        "issuer": f"{settings.CITY['name']}　{notice.section.bureau.name}　{notice.section.name}",
        "address": f"{settings.SITE_URL}{notice.url}",
    }
    file = template("notices", "public_notice.typ", default=FOLDER / "public_notice.typ")
    at = datetime.combine(notice.posted_on, time(0), CITY_TIME)
    return render(template=file, data=data, at=at)
