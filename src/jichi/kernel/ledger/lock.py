"""Row locks: the only place that knows how the two databases differ."""

from typing import TypeVar

from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)


def lock(rows: QuerySet[M], *, pass_over_held: bool = False, keeps_key: bool = False) -> QuerySet[M]:
    """These rows, held until the transaction ends; on request without those that others hold.

    `keeps_key` lets others still point at the rows (a foreign key) meanwhile; the holder does not remove them.
    PostgreSQL locks the rows. SQLite has one writer at a time, taken at BEGIN IMMEDIATE, and needs no more.
    """
    return rows.select_for_update(skip_locked=pass_over_held, no_key=keeps_key)
