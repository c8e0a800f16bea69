"""Pages of places: the map of the wards, a ward, its towns, the offices, the organisation."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import today
from jichi.kernel.web.charts.chart import About
from jichi.kernel.web.table import show_table
from jichi.kernel.web.wardmap import WardMap
from jichi.kernel.web.words import name_text

from . import queries, tables
from .models import Ward


def home(request: HttpRequest) -> HttpResponse:
    """The wards on the map and in a list: a way in."""
    wards = list(queries.wards())
    context = {"wards": wards, "map": ward_map(wards), "form": tables.NameFilter(label_suffix="")}
    return render(request, "places/home.html", context)


def ward_map(wards: list[Ward]) -> WardMap:
    return WardMap(
        about=About(title=_("区を選んでください"), unit=""),
        outlines=settings.CITY_FOLDER / "places" / "wards.geojson",
        url=tables.ward_url,
        names={ward.code: name_text(ward) for ward in wards},
    )


def ward(request: HttpRequest, code: str) -> HttpResponseBase:
    """One ward: its offices, its sections, its towns."""
    shown = queries.wards().filter(code=code).first()
    if shown is None:
        raise NotThere
    offices = queries.offices(ward=code)
    is_open = set(queries.open_on(offices, today()).values_list("pk", flat=True))
    extra = {
        "ward": shown,
        "offices": [office for office in offices if office.pk in is_open],
        "closed": [office for office in offices if office.pk not in is_open],
        "sections": queries.sections_of(shown),
    }
    return show_table(request, tables.town_table_of(shown), "places/ward.html", extra)


def towns(request: HttpRequest) -> HttpResponseBase:
    return show_table(request, tables.town_table(), "places/towns.html")


def offices(request: HttpRequest) -> HttpResponseBase:
    return show_table(request, tables.office_table(), "places/offices.html")


def organisation(request: HttpRequest) -> HttpResponse:
    """Bureaus and sections, with what is not confirmed."""
    return render(request, "places/organisation.html", {"bureaus": queries.bureaus()})
