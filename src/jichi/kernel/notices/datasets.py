"""Public notices as open data."""

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from jichi.kernel.clock.reading import CITY_TIME

from .queries.public import archive


def public_notice_rows() -> Iterator[tuple[Any, ...]]:
    for each in archive().iterator():
        yield (
            each.reference, each.sort, each.year, each.number, each.title, each.text, each.basis,
            each.section.bureau.name, each.section.name, each.posted_on, each.until, each.ended_on,
            each.subject, each.is_demo,
        )  # fmt: skip


def last_posted() -> datetime | None:
    newest = archive().values_list("posted_on", flat=True).first()
    return datetime.combine(newest, time(), CITY_TIME) if newest else None
