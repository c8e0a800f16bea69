"""Public notices over the API: read only; no key is needed."""

from datetime import date
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from jichi.kernel.rest.lazy import gettext_lazy as _
from jichi.kernel.rest.listing import Listing, Turn, listing

from .models import PublicNotice
from .queries.public import archive, posted_notice

router = Router()


class PublicNoticeOut(Schema):
    reference: str
    sort: str
    year: int
    number: int
    title: str
    text: str
    basis: str
    bureau: str = Field(alias="section.bureau.name")
    section: str = Field(alias="section.name")
    posted_on: date
    until: date | None
    ended_on: date | None
    subject: str
    is_demo: bool
    step: str


class NoticesOf(Turn):
    """Which notices are asked for."""

    sort: Literal["order", "announcement", "publication"] | None = Field(
        None, description=_("種類（告示・公告・公表）")
    )
    year: int | None = Field(None, ge=1900, le=2999, description=_("番号の年（西暦）"))
    step: Literal["posted", "ended"] | None = Field(None, description=_("段階（掲示中・掲示終了）"))


@router.get("/public", response=Listing[PublicNoticeOut], summary=_("告示・公表（新しい順）"))
def public_notices(request: HttpRequest, response: HttpResponse, asked: Query[NoticesOf]) -> Any:
    limits = {"sort": asked.sort, "year": asked.year, "step": asked.step}
    rows = archive().filter(**{name: value for name, value in limits.items() if value})
    return listing(request, response, rows, asked)


@router.get("/public/{reference}", response=PublicNoticeOut, summary=_("一つの告示・公表"))
def public_notice(request: HttpRequest, reference: str) -> PublicNotice:
    return posted_notice(reference)
