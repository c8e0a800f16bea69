"""An official document as PDF/A-2a and PDF/UA-1: kept for ever, read by everyone, the same bytes every time."""

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import typst
from django.conf import settings

from .fonts import fonts, name_fonts, variants_in
from .pictures import as_numbers

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
STYLE = Path(__file__).parent / "style"
INPUTS = ("data", "city", "issue")
COMPILERS = threading.local()
# The compiler takes a fixed offset only; the city's time has had no summer time since 1951.
CITY_OFFSET = timezone(timedelta(hours=9))


class BadTemplate(ValueError):
    """The template is wrong, or asks for data that was not given; the message says where."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A template and the style that it imports, as text: with the inputs and the moment, all that makes the bytes."""

    name: str
    template: str
    style: str

    @property
    def digest(self) -> str:
        return sha256(f"{self.template}\0{self.style}".encode()).hexdigest()


def template(domain: str, name: str, *, default: Path) -> Path:
    """The city's own template where it has one (`cities/<city>/documents/<domain>/<name>`), else the default."""
    own = Path(settings.CITY_FOLDER, "documents", domain, name)
    return own if own.exists() else default


def render(*, template: Path, data: Mapping[str, Any], at: datetime) -> bytes:
    """The PDF of a template and its data, without number and signature: a working copy.

    `data` is plain JSON, without floats: amounts and days as the text they are to be read as. `at` is the
    moment of issue, which stands in the PDF's own data: with the same three, the bytes are the same.

    Raises: BadTemplate.
    """
    return draw(source_of(template), inputs(data), at)


def source_of(template: Path) -> Source:
    style = style_folder() / "jichi.typ"
    return Source(
        name=str(template),
        template=template.read_text(encoding="utf-8"),
        style=style.read_text(encoding="utf-8"),
    )


def inputs(data: Mapping[str, Any], **more: Mapping[str, Any]) -> dict[str, str]:
    """What the compiler is given: each part as its canonical JSON. `issue` is on an issued document's paper."""
    text = as_json(data)
    return {"data": text, "city": as_json(city(text)), **{name: as_json(part) for name, part in more.items()}}


def draw(source: Source, given: Mapping[str, str], at: datetime) -> bytes:
    """The bytes of this source, these inputs and this moment.

    Raises: BadTemplate.
    """
    numbers = {name: as_numbers(text) for name, text in given.items()}
    # Inputs that a style asks the command line for make the compiler's whole library anew, and all that it remembers
    # of the last paper is lost. As files they do not; the bytes are the same. Styles of before still ask.
    asks = "sys.inputs" in source.style + source.template
    try:
        # The library's hints do not know files by name yet.
        pdf = compiler(str(style_folder()), asks=asks).compile(  # type: ignore[type-var]
            files_of(source, numbers),
            format="pdf",
            sys_inputs=numbers if asks else {},
            pdf_standards=[*STANDARDS],
            timestamp=at.astimezone(CITY_OFFSET).replace(microsecond=0),
        )
    except typst.TypstError as fault:
        raise BadTemplate(f"{source.name}: {fault.diagnostic}") from fault
    assert isinstance(pdf, bytes)
    return pdf


def files_of(source: Source, given: Mapping[str, str]) -> dict[str, bytes]:
    """The template, the style, and each input as a file; what was not given is empty, never that of the paper before."""
    named = {f"/{name}.json": given.get(name, "null").encode() for name in INPUTS}
    return {"main": source.template.encode(), "/jichi.typ": source.style.encode(), **named}


def compiler(root: str, *, asks: bool) -> typst.Compiler:
    """This thread's compiler: it remembers what all papers have in common. One paper at a time is drawn with it."""
    kept: dict[str, typst.Compiler] = vars(COMPILERS)
    if asks or root not in kept:
        made = typst.Compiler(root=root, font_paths=fonts(), ignore_system_fonts=True)
        return made if asks else kept.setdefault(root, made)
    return kept[root]


def style_folder() -> Path:
    """Where `/jichi.typ` is: the city's own, if it has one."""
    own = Path(settings.CITY_FOLDER, "documents")
    return own if (own / "jichi.typ").exists() else STYLE


def city(text: str) -> dict[str, Any]:
    """Who issues, and in which fonts the names in this text are set."""
    return {
        "name": settings.CITY["name"],
        "demo": settings.DEMO,
        "name_fonts": list(name_fonts()),
        "variants": variants_in(text),
    }


def as_json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
