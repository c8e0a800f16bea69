"""What stands on an issued paper beside its content: number, day, office, code, and the square to photograph."""

import io
from datetime import date
from functools import cache
from typing import Any

from django.conf import settings

from jichi.kernel.values.era import NoEra, format_era_day

from .codes import DocumentCode

SAMPLE = DocumentCode("0" * 18)


def issue_block(*, number: str, office: str, on: date, code: DocumentCode) -> dict[str, Any]:
    address = address_of(code)
    return {
        "number": number,
        "office": office,
        "day": day_on_paper(on),
        "code": code.text,
        "address": shown_address(),
        "square": square(address),
        "sample": False,
    }


def sample_block() -> dict[str, Any]:
    """The same for a sample, whose code belongs to no document."""
    made = issue_block(number="00見本第0号", office="○○局", on=date(2012, 7, 9), code=SAMPLE)
    return {**made, "sample": True}


def address_of(code: DocumentCode) -> str:
    """Where anybody can ask about the document; this is what the square says."""
    return f"{settings.SITE_URL}/d/{code.text}/"


def shown_address() -> str:
    """Where the code is typed in, as it is read from paper."""
    return f"{settings.SITE_URL.partition('://')[2]}/d/"


def day_on_paper(on: date) -> str:
    """The day with its era, as official papers write it."""
    try:
        return format_era_day(on)
    except NoEra:
        return f"{on.year}年{on.month}月{on.day}日"


@cache
def best_mask(site: str) -> int:
    """Which of the eight patterns suits the addresses of this site; the library tries them all, which takes 2 ms.

    Any pattern can be read. Addresses differ in a code drawn by chance, which no pattern suits better than another:
    what is alike in all of them decides.
    """
    import segno

    return int(segno.make(f"{site}/d/{SAMPLE.text}/", error="m", micro=False).mask)


def square(address: str) -> str:
    """A QR code as SVG: dark modules as paths, no outer frame (the style leaves the quiet zone)."""
    import segno  # a quarter of a second that a command which issues nothing need not wait

    drawn = io.BytesIO()
    image = segno.make(address, error="m", micro=False, mask=best_mask(settings.SITE_URL))
    image.save(drawn, kind="svg", border=0, xmldecl=False, svgns=True, omitsize=True)
    return drawn.getvalue().decode()
