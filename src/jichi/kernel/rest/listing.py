"""Lists of the API: one page at a time, with the way to the others in the Link header (RFC 8288)."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Field, Schema

from .lazy import gettext_lazy as _

T = TypeVar("T")
MOST = 200
FARTHEST = 1_000_000


class Turn(Schema):
    """Which page of a list is asked for."""

    page: int = Field(1, ge=1, le=FARTHEST, description=_("ページの番号"))
    per_page: int = Field(50, ge=1, le=MOST, description=_("1ページの件数（200まで）"))


class Listing(Schema, Generic[T]):
    """One page of a list and how much there is in all."""

    items: list[T]
    total: int
    page: int
    per_page: int


def listing(
    request: HttpRequest, response: HttpResponse, rows: QuerySet[Any] | Sequence[Any], turn: Turn
) -> dict[str, Any]:
    """The asked page of the rows; a page beyond the last is empty.

    A queryset comes ordered. The Link header names the first, previous, next and last page.
    """
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    start = (turn.page - 1) * turn.per_page
    response["Link"] = links(request, turn, last=max(1, -(-total // turn.per_page)))
    return {
        "items": list(rows[start : start + turn.per_page]) if start < total else [],
        "total": total,
        "page": turn.page,
        "per_page": turn.per_page,
    }


def links(request: HttpRequest, turn: Turn, *, last: int) -> str:
    pages = {"first": 1, "prev": min(turn.page - 1, last), "next": turn.page + 1, "last": last}
    return ", ".join(
        f'<{address(request, page)}>; rel="{name}"' for name, page in pages.items() if 1 <= page <= last
    )


def address(request: HttpRequest, page: int) -> str:
    query = request.GET.copy()
    query["page"] = str(page)
    return f"{request.path}?{query.urlencode()}"
