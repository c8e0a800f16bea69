"""docs/reference/law.md: every legal value that the city works with."""

from datetime import date

from jichi.kernel.law.book import Dated, Entry, Repealed
from jichi.kernel.law.shelf import law
from jichi.kernel.law.units import MonthDay

from . import markdown

WEEKDAYS = "月火水木金土日"


def page() -> str:
    entries = sorted((line.entry for line in law.everything(date.max)), key=lambda entry: entry.key)
    return markdown.page(
        "Legal values",
        "`read`: read in the source named. `inferred`: follows from what was read. `unconfirmed`: remembered, or another city's; "
        "a city's lawyer has to confirm it. A value that nobody knows is left out, never guessed.",
        *(f"## `{entry.key}` {entry.name}\n\n{about(entry)}\n\n{rows_of(entry)}" for entry in entries),
    )


def about(entry: Entry) -> str:
    return f"{entry.name_en}. Unit: {entry.unit.name_en}. Chosen by: {entry.chosen_by}."


def rows_of(entry: Entry) -> str:
    if entry.is_unset:
        return "**Not known.** Asking for it is refused."
    rows = ([row.since, value_of(entry, row), row.source, row.confidence] for row in entry.rows)
    return markdown.table(["from", "value", "source", "confidence"], rows)


def value_of(entry: Entry, row: Dated[object] | Repealed) -> str:
    if isinstance(row, Repealed):
        return "repealed"
    if entry.unit.code == "weekdays" and isinstance(row.value, frozenset):
        return "・".join(WEEKDAYS[day] for day in sorted(row.value))
    return said(row.value)


def said(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case MonthDay(month=month, day=day):
            return f"{month:02}-{day:02}"
        case tuple() | list():
            return "・".join(map(said, value))
        case set() | frozenset():
            return "・".join(sorted(map(said, value)))
    return str(value)
