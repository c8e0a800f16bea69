"""The public record over the API: read only, no key is needed."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.rest.day import Day
from jichi.kernel.rest.fresh import changed_at
from jichi.kernel.rest.lazy import gettext_lazy as _
from jichi.kernel.rest.listing import Listing, Turn, listing

from . import queries
from .models import Event, Stream

router = Router()


class EventOut(Schema):
    """An event as it was hashed, with its digest."""

    stream: str = Field(alias="stream.name")
    position: int
    type: str
    at: datetime
    actor: str
    basis: str
    public: dict[str, Any]
    commitments: dict[str, str]
    previous: str
    digest: str


class StreamOut(Schema):
    name: str
    length: int
    head: str


class EventsOf(Turn):
    """Which events are asked for."""

    type: str = Field("", max_length=120, description=_("種類の記号"))
    stream: str = Field("", max_length=120, description=_("連なりの名前の始め"))
    on: Day | None = Field(None, description=_("記録された日"))


@router.get("/events", response=Listing[EventOut], summary=_("公開の記録（新しい順）"))
def events(request: HttpRequest, response: HttpResponse, asked: Query[EventsOf]) -> Any:
    rows = queries.narrowed(queries.newest(), type_=asked.type, stream=asked.stream, on=asked.on)
    page = listing(request, response, rows, asked)
    changed_at(response, max((event.at for event in page["items"]), default=None))
    return page


@router.get("/events/{digest}", response=EventOut, summary=_("一つの記録"))
def event(request: HttpRequest, digest: str) -> Event:
    found = queries.event_with(digest)
    if found is None:
        raise NotThere
    return found


@router.get("/streams", response=Listing[StreamOut], summary=_("記録の連なりの一覧"))
def streams(request: HttpRequest, response: HttpResponse, asked: Query[Turn]) -> Any:
    return listing(request, response, Stream.objects.order_by("name"), asked)
