"""A table as an SVG: numbered arrows, and the list of what the numbers mean below.

Looks come from the page's style sheet by class; the description says in words all that the picture shows.
"""

import re
from collections.abc import Sequence
from html import escape

from .layout import BOX_HEIGHT, EM, MARGIN, Arrow, Box, lay_out, text_width
from .step import Label, Move, Step

LINE = 24
NUMBER_RADIUS = 10
_TITLES = {"ja": "手続きの段階", "en": "Steps of the procedure"}


def diagram(
    name: str, steps: Sequence[Step], moves: Sequence[Move], labels: Sequence[Label], *, language: str
) -> str:
    """One `<svg>` element; its ids begin with the table's name."""
    is_english = language.startswith("en")
    names = {step.code: step.name_en if is_english else step.name for step in steps}
    said = [label.name_en if is_english else label.name for label in labels]
    picture = lay_out(list(names.items()), moves)
    legend = [
        _legend_line(number, move, text)
        for number, (move, text) in enumerate(zip(moves, said, strict=True), 1)
    ]
    width = max(picture.width, *(text_width(line) + 2 * MARGIN for line in legend), 0)
    height = picture.height + len(legend) * LINE + MARGIN
    final = {step.code for step in steps if step.final}
    ident = re.sub(r"[^a-zA-Z0-9]+", "-", name)
    return "\n".join(
        [
            f'<svg class="drawing step-diagram" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}"'
            f' width="{width:.0f}" height="{height:.0f}" role="img"'
            f' aria-labelledby="{ident}-title {ident}-desc">',
            f'<title id="{ident}-title">{_TITLES["en" if is_english else "ja"]}</title>',
            f'<desc id="{ident}-desc">{escape(_in_words(names, moves, said, is_english))}</desc>',
            _arrow_head(ident),
            *(_arrow(ident, arrow) for arrow in picture.arrows),
            *(_number(number, arrow) for number, arrow in enumerate(picture.arrows, 1)),
            *(_box(box, names[box.code], is_final=box.code in final) for box in picture.boxes),
            *(_legend(line, picture.height + at * LINE + EM) for at, line in enumerate(legend)),
            "</svg>",
        ]
    )


def _in_words(names: dict[str, str], moves: Sequence[Move], said: Sequence[str], is_english: bool) -> str:
    if is_english:
        return " ".join(
            f"{number}. From “{names[move.from_]}” to “{names[move.to]}”: {text}."
            for number, (move, text) in enumerate(zip(moves, said, strict=True), 1)
        )
    return "".join(
        f"{number}．「{names[move.from_]}」から「{names[move.to]}」：{text}。"
        for number, (move, text) in enumerate(zip(moves, said, strict=True), 1)
    )


def _legend_line(number: int, move: Move, text: str) -> str:
    return f"{number}  {text}（{move.basis}）" if move.basis else f"{number}  {text}"


def _arrow_head(ident: str) -> str:
    return (
        f'<defs><marker id="{ident}-head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8"'
        ' orient="auto"><path class="step-diagram-head" d="M0 0 8 4 0 8z"/></marker></defs>'
    )


def _arrow(ident: str, arrow: Arrow) -> str:
    path = "M" + " ".join(f"{x:.0f} {y:.0f}" for x, y in arrow.points)
    return f'<path class="step-diagram-arrow" d="{path}" marker-end="url(#{ident}-head)"/>'


def _number(number: int, arrow: Arrow) -> str:
    x, y = arrow.number_at
    return (
        f'<circle class="step-diagram-number" cx="{x:.0f}" cy="{y:.0f}" r="{NUMBER_RADIUS}"/>'
        f'<text class="step-diagram-digit" x="{x:.0f}" y="{y:.0f}">{number}</text>'
    )


def _box(box: Box, name: str, *, is_final: bool) -> str:
    kind = "step-diagram-box is-final" if is_final else "step-diagram-box"
    return (
        f'<rect class="{kind}" x="{box.x:.0f}" y="{box.y:.0f}" width="{box.width:.0f}" height="{BOX_HEIGHT}" rx="8"/>'
        f'<text class="step-diagram-name" x="{box.x + box.width / 2:.0f}" y="{box.y + BOX_HEIGHT / 2:.0f}">'
        f"{escape(name)}</text>"
    )


def _legend(line: str, y: float) -> str:
    return f'<text class="step-diagram-legend" x="{MARGIN}" y="{y:.0f}">{escape(line)}</text>'
