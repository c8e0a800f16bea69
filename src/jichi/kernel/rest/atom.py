"""Feeds. Source: RFC 4287 (Atom)."""

from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.views.decorators.http import conditional_page

from jichi.kernel.subsystem import Feed, FeedEntry

from .fresh import changed_at

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class CityFeed(Atom1Feed):
    """An Atom feed. An empty one does not call itself changed just now at every reading."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else LONG_AGO


@conditional_page
def feed(request: HttpRequest, source: Feed) -> HttpResponse:
    """The feed as Atom, newest first, with ETag and Last-Modified."""
    entries = sorted(source.entries(), key=lambda entry: entry.at, reverse=True)
    response = HttpResponse(written(request, source, entries), content_type=Atom1Feed.content_type)
    changed_at(response, entries[0].at if entries else None)
    return response


def written(request: HttpRequest, source: Feed, entries: Sequence[FeedEntry]) -> str:
    here = settings.SITE_URL + request.path
    made = CityFeed(
        title=str(source.title),
        link=settings.SITE_URL,
        description=None,
        feed_url=here,
        feed_guid=here,
        language=get_language(),
        author_name=settings.CITY["name"],
    )
    for entry in entries:
        add(made, entry, id_prefix=here)
    return made.writeString("utf-8")


def add(made: CityFeed, entry: FeedEntry, *, id_prefix: str) -> None:
    made.add_item(
        title=str(entry.title),
        link=settings.SITE_URL + entry.url,
        description=escape(entry.summary),  # Django calls a summary HTML
        unique_id=f"{id_prefix}#{quote(entry.uid)}",
        updateddate=entry.at,
    )
