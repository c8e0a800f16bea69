"""Pictures in the data of a document: a PNG that is to be printed as large as what it was taken from.

The register keeps text, so a picture stands in it in base64; the compiler takes its bytes as numbers.
"""

import json
import re
from base64 import b64decode, b64encode
from typing import Any

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MICROMETRES_PER_INCH = 25_400
KEPT = re.compile(r'"png": "([A-Za-z0-9+/=]+)"')


class NotPng(ValueError):
    """The bytes are not a PNG."""


def picture(png: bytes, *, dpi: int) -> dict[str, Any]:
    """A value for a document's data, which the template prints with `#picture(data.seal, alt: "…")`.

    `dpi` is the resolution in which it was scanned: 425 pixels at 600 dpi are printed 18.0 mm wide.
    Raises: NotPng.
    """
    if not png.startswith(SIGNATURE):
        raise NotPng("The first bytes are not those of a PNG.")
    width = int.from_bytes(png[16:20])
    return {"png": b64encode(png).decode(), "micrometres": round(width * MICROMETRES_PER_INCH / dpi)}


def as_numbers(text: str) -> str:
    """Data as they are kept, in the form that the compiler reads."""
    return KEPT.sub(lambda kept: f'"png": {json.dumps(list(b64decode(kept[1])))}', text)
