"""Places over the API."""

import pytest
from django.test import Client

from jichi.kernel.places.tests.city import kawasaki

__all__ = ["kawasaki"]

pytestmark = pytest.mark.usefixtures("kawasaki")


def test_the_seven_wards_come_with_the_number_of_their_towns(client: Client) -> None:
    wards = client.get("/api/v1/places/wards").json()

    assert [ward["code"] for ward in wards] == [str(code) for code in range(14131, 14138)]
    assert wards[0] == {
        "code": "14131",
        "name": "川崎区",
        "kana": "かわさきく",
        "name_en": "Kawasaki Ward",
        "towns": 138,
    }


def test_the_borders_are_geojson_with_a_feature_for_each_ward(client: Client) -> None:
    response = client.get("/api/v1/places/wards.geojson")
    drawn = response.json()

    assert response["Content-Type"] == "application/geo+json"
    assert len(drawn["features"]) == 7
    assert drawn["features"][6]["properties"]["name"] == "麻生区"
    assert drawn["features"][0]["geometry"]["type"] == "MultiPolygon"


def test_towns_are_given_a_page_at_a_time_with_the_way_to_the_others(client: Client) -> None:
    response = client.get("/api/v1/places/towns", {"ward": "14131", "per_page": 100, "page": 2})
    body = response.json()

    assert (body["total"], body["page"], len(body["items"])) == (138, 2, 38)
    assert response["Link"] == (
        '</api/v1/places/towns?ward=14131&per_page=100&page=1>; rel="first", '
        '</api/v1/places/towns?ward=14131&per_page=100&page=1>; rel="prev", '
        '</api/v1/places/towns?ward=14131&per_page=100&page=2>; rel="last"'
    )


def test_offices_are_asked_for_as_of_a_day(client: Client) -> None:
    before = client.get("/api/v1/places/offices", {"kind": "liaison_office", "on": "2012-03-31"}).json()
    after = client.get("/api/v1/places/offices", {"kind": "liaison_office", "on": "2012-04-01"}).json()

    assert [each["name"] for each in before["items"]] == ["宮前連絡所", "柿生連絡所"]
    assert [each["name"] for each in after["items"]] == ["柿生連絡所"]


def test_a_ward_that_is_not_there_is_a_problem_with_status_404(client: Client) -> None:
    response = client.get("/api/v1/places/wards/99999")

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["code"] == "not_there"


def test_an_unchanged_answer_is_spared(client: Client) -> None:
    first = client.get("/api/v1/places/wards")

    again = client.get("/api/v1/places/wards", headers={"If-None-Match": first["ETag"]})
    later = client.get("/api/v1/places/wards", headers={"If-Modified-Since": first["Last-Modified"]})

    assert (again.status_code, again.content) == (304, b"")
    assert later.status_code == 304
