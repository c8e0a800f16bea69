"""Bring a table in line with rows of a file, writing only what differs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model


@dataclass(frozen=True, kw_only=True)
class Kept:
    """How many rows were new and how many changed."""

    added: int = 0
    changed: int = 0

    def __add__(self, other: "Kept") -> "Kept":
        return Kept(added=self.added + other.added, changed=self.changed + other.changed)


def keep_rows(model: type[Model], rows: Iterable[dict[str, Any]], *, by: Sequence[str]) -> Kept:
    """Add the rows that are new and change those that differ; `by` names the columns that identify a row.

    Rows that the file no longer has stay: other records may point to them.
    """
    known = {key_of(vars(each), by): each for each in model._default_manager.all()}
    new, differing, columns = [], [], set[str]()
    for row in rows:
        there = known.get(key_of(row, by))
        if there is None:
            new.append(model(**row))
        elif change := {name: value for name, value in row.items() if getattr(there, name) != value}:
            columns |= change.keys()
            vars(there).update(change)
            differing.append(there)
    model._default_manager.bulk_create(new)
    if differing:
        model._default_manager.bulk_update(differing, sorted(columns))
    return Kept(added=len(new), changed=len(differing))


def key_of(row: dict[str, Any], by: Sequence[str]) -> tuple[Any, ...]:
    return tuple(row[name] for name in by)
