"""docs/reference/verbs.md: all that can be done, by whom, and what it leaves on the record."""

import re
from collections.abc import Callable
from typing import Any

from jichi.kernel.actions.action import VERBS

from . import markdown
from .rooms import is_ours, modules

SECTION = re.compile(r"^\s*(Law|Ledger|Raises): (.+?)(?=^\s*[A-Z][a-z]+: |\Z)", re.MULTILINE | re.DOTALL)


def page() -> str:
    list(modules("actions"))
    verbs = {path: verb for path, verb in sorted(VERBS.items()) if is_ours(path)}
    rooms = sorted({room_of(path) for path in verbs})
    return markdown.page(
        "Verbs",
        "Every way in which the city's records change. A verb checks its permission first, is one "
        "transaction, and leaves at least one event.",
        *(f"## {room}\n\n{verb_table(room, verbs)}" for room in rooms),
    )


def room_of(path: str) -> str:
    return path.split(".actions.")[0].removeprefix("jichi.")


def verb_table(room: str, verbs: dict[str, Callable[..., Any]]) -> str:
    rows = (row(verb) for path, verb in verbs.items() if room_of(path) == room)
    return markdown.table(["verb", "what it does", "needs", "basis", "events", "refusals"], rows)


def row(verb: Any) -> list[str]:
    told = {name: " ".join(text.split()).rstrip(".") for name, text in SECTION.findall(verb.__doc__ or "")}
    needs = f"{markdown.code(verb.needs.value)}{f' within `{verb.within}`' if verb.within else ''}"
    return [
        markdown.code(verb.__name__),
        markdown.first_paragraph(verb.__doc__),
        needs,
        verb.basis or told.get("Law", ""),
        told.get("Ledger", ""),
        told.get("Raises", ""),
    ]
