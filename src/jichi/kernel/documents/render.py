"""An official document as PDF/A-2a and PDF/UA-1: kept for ever, read by everyone, the same bytes every time."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Literal

import typst
from django.conf import settings

from .fonts import fonts, name_fonts

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
STYLE = Path(__file__).parent / "style"
# The compiler takes a fixed offset only; the city's time has had no summer time since 1951.
CITY_OFFSET = timezone(timedelta(hours=9))


class BadTemplate(ValueError):
    """The template is wrong, or asks for data that was not given; the message says where."""


def template(domain: str, name: str, *, default: Path) -> Path:
    """The city's own template where it has one (`cities/<city>/documents/<domain>/<name>`), else the default."""
    own = Path(settings.CITY_FOLDER, "documents", domain, name)
    return own if own.exists() else default


def render(*, template: Path, data: Mapping[str, Any], at: datetime) -> bytes:
    """The PDF of a template and its data.

    `data` is plain JSON, without floats: amounts and days as the text they are to be read as. `at` is the
    moment of issue, which stands in the PDF's own data: with the same three, the bytes are the same.

    Raises: BadTemplate.
    """
    compiler = typst.Compiler(root=style_folder(), font_paths=fonts(), ignore_system_fonts=True)
    try:
        pdf = compiler.compile(
            template.read_bytes(),
            format="pdf",
            sys_inputs={"data": as_json(data), "city": as_json(city())},
            pdf_standards=[*STANDARDS],
            timestamp=at.astimezone(CITY_OFFSET),
        )
    except typst.TypstError as fault:
        raise BadTemplate(f"{template}: {fault.diagnostic}") from fault
    assert isinstance(pdf, bytes)
    return pdf


def style_folder() -> Path:
    """Where `/jichi.typ` is: the city's own, if it has one."""
    own = Path(settings.CITY_FOLDER, "documents")
    return own if (own / "jichi.typ").exists() else STYLE


def city() -> dict[str, Any]:
    return {"name": settings.CITY["name"], "demo": settings.DEMO, "name_fonts": list(name_fonts())}


def as_json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
