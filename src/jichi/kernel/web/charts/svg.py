"""SVG markup from plain data: elements, text widths, patterns. Pure; no style attribute (strict CSP)."""

import re
from html import escape
from unicodedata import east_asian_width

FONT = 15
SMALL = 13
SERIES = 6

_HATCHES = {
    2: "M-2 2L2 -2M0 8L8 0M6 10L10 6",
    4: "M4 0V8",
    5: "M0 0L8 8M0 8L8 0",
    6: "M0 4H8",
}


def element(name: str, *children: str, **attributes: object) -> str:
    """One element; `class_` is the class, other underscores become hyphens. Children are markup already."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def number(value: object) -> str:
    """Coordinates with one decimal at most; anything else as text."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def text(words: str, *, x: float, y: float, class_: str = "") -> str:
    return element("text", escape(words), x=float(x), y=float(y), class_=class_ or None)


def rect(*, x: float, y: float, width: float, height: float, **attributes: object) -> str:
    return element(
        "rect", x=float(x), y=float(y), width=float(max(width, 0)), height=float(height), **attributes
    )


def line(*, x1: float, y1: float, x2: float, y2: float, class_: str) -> str:
    return element("line", x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2), class_=class_)


PIECE = re.compile(r"[\x21-\x7e]+\s*|.", re.DOTALL)


def text_width(words: str, size: float = FONT) -> float:
    """About how wide the words are drawn: Japanese is as wide as high, Latin a little over half."""
    return sum(size if east_asian_width(sign) in "WFA" else size * 0.58 for sign in words)


def wrapped(words: str, *, width: float, size: float = FONT) -> list[str]:
    """The words in lines that fit the width: cut anywhere as Japanese allows, but no Latin word in two."""
    lines = [""]
    for piece in PIECE.findall(words):
        if lines[-1] and text_width((lines[-1] + piece).rstrip(), size) > width:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def plate(words: str, *, x: float, y: float) -> str:
    """A word on a plate of the page's colour, readable on any pattern; x is its middle, y its base line."""
    wide = text_width(words, SMALL) + 8
    return rect(x=x - wide / 2, y=y - 14, width=wide, height=19, rx=3, class_="plate") + text(
        words, x=x, y=y, class_="small middle"
    )


def patterns(id_: str, series: int) -> str:
    """The fills of the first series, each with its own hatch, so that colour is never the only sign."""
    return element("defs", *(pattern(id_, one) for one in range(1, series + 1)))


def pattern(id_: str, series: int) -> str:
    ground = rect(x=0, y=0, width=8, height=8, class_=f"fill-{series}")
    hatch = element("path", d=_HATCHES[series], class_="hatch") if series in _HATCHES else ""
    if series == 3:
        hatch = element("circle", cx=4, cy=4, r=1.6, class_="hatch-dot")
    return element(
        "pattern", ground + hatch, id=f"{id_}-fill-{series}", width=8, height=8, patternUnits="userSpaceOnUse"
    )


def fill(id_: str, series: int) -> str:
    """The address of a series' pattern; series are counted from 1 and never repeat within a chart."""
    if not 1 <= series <= SERIES:
        raise ValueError(f"a chart tells at most {SERIES} series apart, not {series}")
    return f"url(#{id_}-fill-{series})"


def drawing(*parts: str, id_: str, width: float, height: float, title: str, desc: str) -> str:
    """The whole picture, with its title and description for those who cannot see it."""
    return element(
        "svg",
        element("title", escape(title), id=f"{id_}-title"),
        element("desc", escape(desc), id=f"{id_}-desc"),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        class_="drawing",
        viewBox=f"0 0 {number(float(width))} {number(float(height))}",
        role="img",
        aria_labelledby=f"{id_}-title {id_}-desc",
    )
