"""A reading as the object that ``jichi plan import --json`` prints: plain values only.

Its four keys and those of their entries are a promise to other programs.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from .chapter import Chapter, Effort, Item, Listing, Measure, Programme, Statement
from .codes import sheet_code
from .damage import DamagedChapter
from .reading import Reading


def reading_as_json(reading: Reading) -> dict[str, Any]:
    """Return counts, tree, what was left out and why, and proposed corrections."""
    return {
        "counts": reading.chapter.counts,
        "tree": _chapter(reading.chapter),
        "left_out": [asdict(entry) for entry in reading.left_out],
        "corrections": [
            {"line": fault.line, "read": fault.read, "proposed": fault.proposed}
            for fault in reading.corrections
        ],
    }


def damage_as_json(damage: DamagedChapter) -> dict[str, Any]:
    """Return why a file was refused, and where."""
    return {"error": {"line": damage.line, "message": damage.message}}


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {
        "policy": asdict(chapter.policy),
        "period": asdict(chapter.period),
        "measures": [_measure(measure) for measure in chapter.measures],
        "programmes": [_programme(programme) for programme in chapter.programmes],
    }


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "line": measure.line,
        "place": measure.place,
        "code": str(measure.code),
        "code_as_read": measure.code_as_read,
        "title": measure.title,
        "efforts": [_effort(measure, effort) for effort in measure.efforts],
    }


def _effort(measure: Measure, effort: Effort) -> dict[str, Any]:
    return {
        "line": effort.line,
        "place": effort.place,
        "number": effort.number,
        "mark": effort.mark,
        "title": effort.title,
        "sheet_code": _sheet_code(measure, effort),
        "issues": _texts(effort.issues),
        "approaches": _texts(effort.approaches),
        "programmes": [_listing(listing) for listing in effort.listings],
    }


def _sheet_code(measure: Measure, effort: Effort) -> str | None:
    """None for a number above 9, which the sheets of the city have no digit for."""
    try:
        return sheet_code(measure.code, effort.number)
    except ValueError:
        return None


def _texts(statements: tuple[Statement, ...]) -> list[dict[str, Any]]:
    return [asdict(statement) for statement in statements]


def _listing(listing: Listing) -> dict[str, Any]:
    return {
        "line": listing.line,
        "place": listing.place,
        "programme": listing.programme,
        "name": listing.name,
        "description": listing.description,
        "each_ward": listing.each_ward,
        "relisted": listing.relisted,
        "past": _items(listing.past),
        "planned": _items(listing.planned),
        "later": {"first_year": listing.later.first_year, "items": _items(listing.later.items)},
        "completion_years": list(listing.completion_years),
    }


def _items(items: tuple[Item, ...]) -> list[dict[str, Any]]:
    return [{**asdict(item), "years": [asdict(note) for note in item.years]} for item in items]


def _programme(programme: Programme) -> dict[str, Any]:
    return {
        "key": programme.key,
        "name": programme.name,
        "each_ward": programme.each_ward,
        "places": [listing.place for listing in programme.listings],
    }
