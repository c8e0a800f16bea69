"""The newest on record as a feed."""

from collections.abc import Iterator

from django.urls import reverse

from jichi.kernel.access.names import title_in_words
from jichi.kernel.subsystem import FeedEntry

from . import queries
from .words import type_text

MOST = 50


def newest_entries() -> Iterator[FeedEntry]:
    for event in queries.newest()[:MOST]:
        yield FeedEntry(
            title=f"{type_text(event.type)} {event.stream.name}",
            url=reverse("ledger:event", args=[event.digest]),
            at=event.at,
            summary=" ".join(filter(None, [title_in_words(event.actor), event.basis])),
            uid=event.digest,
        )
