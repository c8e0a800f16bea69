"""The search over the API: without a key what everybody may read, for whoever is signed in what the page shows."""

from typing import Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from jichi.kernel.access.actor import NOBODY
from jichi.kernel.rest.lazy import gettext_lazy as _

from .excerpt import Piece
from .find import Hit, Narrowed, find, suggest
from .question import LONGEST

router = Router()


class Asked(Schema):
    """What is searched, and to what the finds are narrowed."""

    q: str = Field(max_length=LONGEST, description=_("探す言葉"))
    kind: str = Field("", max_length=60, description=_("種類（答えにある日本語の名前）"))
    ward: str = Field("", max_length=5, description=_("区のコード"))
    bureau: str = Field("", max_length=20, description=_("局・区役所のコード"))
    year: str = Field("", max_length=4, description=_("年度（西暦）"))
    page: int = Field(1, ge=1, le=1_000_000, description=_("ページの番号"))


class HitOut(Schema):
    kind: str
    title: str
    url: str
    reference: str
    excerpt: str
    public: bool


class FoundOut(Schema):
    """`counts` by kind, ward, bureau and year; `some_words` where nothing has all of the words."""

    items: list[HitOut]
    total: int
    page: int
    last_page: int
    counts: dict[str, dict[str, int]]
    some_words: bool
    meant: str


@router.get("/", response=FoundOut, summary=_("探す"))
def search(request: HttpRequest, asked: Query[Asked]) -> dict[str, Any]:
    narrowed = Narrowed(kind=asked.kind, ward=asked.ward, bureau=asked.bureau, year=asked.year)
    found = find(asked.q, actor=actor_of(request), narrowed=narrowed, page=asked.page)
    return {
        "items": [hit(each) for each in found.hits],
        "total": found.total,
        "page": found.page,
        "last_page": found.last_page,
        "counts": found.facets,
        "some_words": found.is_loose,
        "meant": found.meant,
    }


@router.get("/suggestions", response=list[str], summary=_("入力の途中の言葉に続く題名"))
def suggestions(
    request: HttpRequest, q: str = Query(max_length=LONGEST, description=_("入力の途中の言葉"))
) -> list[str]:
    return suggest(q, actor=actor_of(request))


def actor_of(request: HttpRequest) -> Any:
    return getattr(request, "actor", NOBODY)


def hit(each: Hit) -> dict[str, Any]:
    return {
        "kind": each.kind,
        "title": text(each.title),
        "url": each.url,
        "reference": each.reference,
        "excerpt": text(each.excerpt),
        "public": each.is_public,
    }


def text(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
