"""Row locks: the only place that knows how the two databases differ."""

from typing import TypeVar

from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)


def lock(rows: QuerySet[M]) -> QuerySet[M]:
    """These rows, held until the transaction ends.

    PostgreSQL locks the rows. SQLite has one writer at a time, taken at BEGIN IMMEDIATE, and needs no more.
    """
    return rows.select_for_update()
