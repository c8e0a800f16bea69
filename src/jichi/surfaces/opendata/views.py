"""Open data: the catalogue, a data set, its files, the feeds."""

from datetime import datetime
from itertools import islice

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import condition, conditional_page

from jichi.kernel.rest import atom
from jichi.kernel.web.csv_export import csv_response
from jichi.kernel.web.words import value_text

from .catalogue import data_called, feed_called, feeds, published
from .descriptions import catalogue, table_schema
from .files import json_parts

SHOWN = 5


def updated(_request: HttpRequest, name: str) -> datetime | None:
    return data_called(name).dataset.updated()


def home(request: HttpRequest) -> HttpResponse:
    """All data sets and feeds."""
    return render(request, "opendata/home.html", {"published": published(), "feeds": feeds()})


def dataset(request: HttpRequest, name: str) -> HttpResponse:
    """One data set: its columns with their meaning, its first rows, its files."""
    data = data_called(name)
    rows = [[value_text(value) for value in row] for row in islice(data.dataset.rows(), SHOWN)]
    return render(request, "opendata/dataset.html", {"data": data, "dataset": data.dataset, "rows": rows})


@condition(last_modified_func=updated)
def as_csv(request: HttpRequest, name: str) -> StreamingHttpResponse:
    found = data_called(name).dataset
    return csv_response(filename=found.name, heads=list(found.columns), rows=found.rows())


@condition(last_modified_func=updated)
def as_json(request: HttpRequest, name: str) -> StreamingHttpResponse:
    return StreamingHttpResponse(json_parts(data_called(name)), content_type="application/json")


@conditional_page
def schema(request: HttpRequest, name: str) -> JsonResponse:
    """CSV on the Web."""
    return in_japanese(table_schema(data_called(name)), "application/csvm+json")


@conditional_page
def jsonld(request: HttpRequest) -> JsonResponse:
    """DCAT."""
    return in_japanese(catalogue(published()), "application/ld+json")


def in_japanese(body: dict[str, object], media: str) -> JsonResponse:
    return JsonResponse(body, content_type=media, json_dumps_params={"ensure_ascii": False, "indent": 1})


def feed(request: HttpRequest, name: str) -> HttpResponse:
    return atom.feed(request, feed_called(name))
