"""The public record over the API: read only, no key is needed."""

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.rest.day import Day
from jichi.kernel.rest.fresh import changed_at
from jichi.kernel.rest.lazy import gettext_lazy as _
from jichi.kernel.rest.listing import Listing, Turn, listing

from . import queries
from .models import Checkpoint, Event, Key, Stream
from .proofs import checkpoint_of, consistency, inclusion_of, newest_checkpoint

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


LARGEST = 2**63 - 1
Size = Annotated[int | None, Query(None, ge=1, le=LARGEST, description=_("封印の大きさ。なければ最新"))]


class Between(Schema):
    """The sizes of two checkpoints; without the second, the newest."""

    first: int = Field(ge=1, le=LARGEST, description=_("先の封印の大きさ"))
    second: int | None = Field(None, ge=1, le=LARGEST, description=_("後の封印の大きさ。なければ最新"))


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


class CheckpointOut(Schema):
    """A signed statement of what the tree holds; `note` is it, byte by byte."""

    size: int
    root: str
    at: datetime
    note: str


class ProofOut(Schema):
    """The way from an event (leaf hash: SHA-256 of 0x00 and its canonical bytes) up to the root. RFC 6962, 2.1.1."""

    index: int
    leaf: str
    path: list[str]
    checkpoint: CheckpointOut


class ConsistencyOut(Schema):
    """The hashes that lead from the first root to the second. RFC 6962, 2.1.2."""

    path: list[str]
    first: CheckpointOut
    second: CheckpointOut


class KeyOut(Schema):
    """A public key (C2SP signed-note), which signs checkpoints of more than `since` and at most `until` events."""

    text: str
    since: int
    until: int | None


@router.get("/events/{digest}/proof", response=ProofOut, summary=_("一つの記録が封印に入っている証明"))
def proof(request: HttpRequest, digest: str, size: Size = None) -> Any:
    found = event(request, digest)
    proof = inclusion_of(found, under=checkpoint_or_refuse(size))
    if proof is None:
        raise NotThere
    path = [each.hex() for each in proof.path]
    return {"index": proof.index, "leaf": proof.leaf.hex(), "path": path, "checkpoint": proof.checkpoint}


def checkpoint_or_refuse(size: int | None) -> Checkpoint:
    found = newest_checkpoint() if size is None else checkpoint_of(size)
    if found is None:
        raise NotThere
    return found


@router.get("/checkpoints", response=Listing[CheckpointOut], summary=_("封印の一覧（新しい順）"))
def checkpoints(request: HttpRequest, response: HttpResponse, asked: Query[Turn]) -> Any:
    return listing(request, response, Checkpoint.objects.order_by("-size"), asked)


@router.get("/consistency", response=ConsistencyOut, summary=_("二つの封印が一本の木であることの証明"))
def consistent(request: HttpRequest, asked: Query[Between]) -> Any:
    first, second = checkpoint_or_refuse(asked.first), checkpoint_or_refuse(asked.second)
    if first.size > second.size:
        first, second = second, first
    path = [each.hex() for each in consistency(first, second).path]
    return {"path": path, "first": first, "second": second}


@router.get("/keys", response=list[KeyOut], summary=_("封印の公開鍵"))
def keys(request: HttpRequest) -> Any:
    return Key.objects.order_by("since")


@router.get("/streams", response=Listing[StreamOut], summary=_("記録の連なりの一覧"))
def streams(request: HttpRequest, response: HttpResponse, asked: Query[Turn]) -> Any:
    return listing(request, response, Stream.objects.order_by("name"), asked)
