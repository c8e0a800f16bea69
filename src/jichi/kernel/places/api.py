"""Places over the API: read only, no key is needed."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Field, Query, Router, Schema

from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.rest.day import Day
from jichi.kernel.rest.fresh import changed_at
from jichi.kernel.rest.lazy import gettext_lazy as _
from jichi.kernel.rest.listing import Listing, Turn, listing

from . import queries
from .borders import feature_of, features_of
from .datasets import loaded_at
from .models import Ward

router = Router()
GEOJSON = "application/geo+json"
Kind = Literal["", "ward_office", "branch_office", "sub_branch_office", "liaison_office", "service_corner"]


class WardOut(Schema):
    code: str
    name: str
    kana: str
    name_en: str
    towns: int = Field(alias="town_count")


class TownOut(Schema):
    ward: str = Field(alias="ward_id")
    name: str
    hamlet: str
    latitude: Decimal | None
    longitude: Decimal | None


class OfficeOut(Schema):
    code: str
    kind: str
    name: str
    name_en: str
    ward: str = Field(alias="ward_id")
    opened_on: date | None
    closed_on: date | None
    note: str
    source: str
    confidence: str


class TownsOf(Turn):
    """Which towns are asked for."""

    ward: str = Field("", max_length=5, description=_("区のコード（5桁）"))
    q: str = Field("", max_length=60, description=_("名前に含まれることば"))


class OfficesOf(Turn):
    """Which offices are asked for."""

    ward: str = Field("", max_length=5, description=_("区のコード（5桁）"))
    kind: Kind = Field("", description=_("種類"))
    on: Day | None = Field(None, description=_("この日に開いているもの"))


@router.get("/wards", response=list[WardOut], summary=_("区の一覧"))
def wards(request: HttpRequest, response: HttpResponse) -> Any:
    changed_at(response, loaded_at())
    return queries.wards()


@router.get(
    "/wards.geojson",
    summary=_("区の境界（GeoJSON）"),
    openapi_extra={"responses": {200: {"content": {GEOJSON: {"schema": {"type": "object"}}}}}},
)
def borders(request: HttpRequest) -> HttpResponse:
    drawn = features_of(Path(settings.CITY_FOLDER) / "places")
    features = [feature_of(ward, drawn[ward.code]) for ward in queries.wards() if ward.code in drawn]
    return geojson({"type": "FeatureCollection", "features": features})


@router.get("/wards/{code}", response=WardOut, summary=_("一つの区"))
def ward(request: HttpRequest, code: str) -> Ward:
    found = queries.wards().filter(code=code).first()
    if found is None:
        raise NotThere
    return found


@router.get("/towns", response=Listing[TownOut], summary=_("町丁目の一覧"))
def towns(request: HttpRequest, response: HttpResponse, asked: Query[TownsOf]) -> Any:
    changed_at(response, loaded_at())
    return listing(request, response, queries.towns(ward=asked.ward, word=asked.q), asked)


@router.get("/offices", response=Listing[OfficeOut], summary=_("窓口の一覧"))
def offices(request: HttpRequest, response: HttpResponse, asked: Query[OfficesOf]) -> Any:
    changed_at(response, loaded_at())
    rows = queries.offices(ward=asked.ward, kind=asked.kind)
    return listing(request, response, queries.open_on(rows, asked.on) if asked.on else rows, asked)


def geojson(body: dict[str, Any]) -> HttpResponse:
    response = JsonResponse(body, content_type=GEOJSON, json_dumps_params={"ensure_ascii": False})
    changed_at(response, loaded_at())
    return response
