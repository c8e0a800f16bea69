"""docs/reference/events.md: what can stand on the public record."""

from dataclasses import fields
from typing import Any

from jichi.kernel.ledger.event import KNOWN, Personal

from . import markdown
from .rooms import is_ours, modules


def page() -> str:
    list(modules("events"))
    known = [(name, KNOWN[name]) for name in sorted(KNOWN) if is_ours(KNOWN[name].__module__)]
    return markdown.page(
        "Events of the public record",
        "Personal fields stand on the record as salted commitments only; their clear text lies beside it "
        "and can be erased without breaking a chain.",
        *(f"## `{name}`\n\n{about(kind)}{field_table(kind)}" for name, kind in known),
    )


def about(kind: type[Any]) -> str:
    # A dataclass without words of its own gets its signature for a docstring.
    words = kind.__doc__ or ""
    return "" if words.startswith(f"{kind.__name__}(") else f"{markdown.first_paragraph(words)}\n\n"


def field_table(kind: type[Any]) -> str:
    rows = (
        (markdown.code(each.name), type_name(each.type), "personal" if is_personal(each.type) else "")
        for each in fields(kind)
    )
    return markdown.table(["field", "type", ""], rows)


def type_name(annotation: Any) -> str:
    if is_personal(annotation):
        return "text"
    return annotation.__name__ if isinstance(annotation, type) and not args(annotation) else str(annotation)


def args(annotation: Any) -> tuple[Any, ...]:
    return getattr(annotation, "__args__", ())


def is_personal(annotation: Any) -> bool:
    return annotation is Personal or Personal in args(annotation)
