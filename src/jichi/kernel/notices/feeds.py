"""Public notices as a feed."""

from collections.abc import Iterator
from datetime import datetime, time

from jichi.kernel.clock.reading import CITY_TIME
from jichi.kernel.subsystem import FeedEntry

from .queries.public import archive
from .words import heading_of

MOST = 50


def posted_entries() -> Iterator[FeedEntry]:
    for notice in archive()[:MOST]:
        assert notice.posted_on is not None
        yield FeedEntry(
            title=f"{heading_of(notice)} {notice.title}",
            url=notice.url,
            at=datetime.combine(notice.posted_on, time(), CITY_TIME),
            summary=notice.text[:300],
            uid=notice.reference,
        )
