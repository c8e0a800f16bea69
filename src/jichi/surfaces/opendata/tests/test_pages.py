"""Open data as people and machines take it."""

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from xml.etree import ElementTree as Xml

import pytest
from django.test import Client

from jichi.kernel.places.tests.city import kawasaki
from jichi.surfaces.opendata.catalogue import feeds, published
from jichi.surfaces.opendata.kinds import kind_of_column

__all__ = ["kawasaki"]

pytestmark = pytest.mark.usefixtures("kawasaki")


def body(response) -> str:
    return b"".join(response.streaming_content).decode("utf-8")


def test_every_declared_data_set_has_a_page_two_files_and_a_description(client: Client) -> None:
    catalogue = client.get("/opendata/").content.decode()

    for data in published():
        name = data.dataset.name
        assert f'href="/opendata/{name}/"' in catalogue
        assert client.get(f"/opendata/{name}/").status_code == 200
        heads = next(
            csv.reader(io.StringIO(body(client.get(f"/opendata/{name}.csv")).removeprefix("\ufeff")))
        )
        assert heads == list(data.dataset.columns)
        rows = json.loads(body(client.get(f"/opendata/{name}.json")))["rows"]
        assert all(list(row) == heads for row in rows)
        described = client.get(f"/opendata/{name}/schema.json").json()
        assert [column["name"] for column in described["tableSchema"]["columns"]] == heads


def test_names_of_data_sets_and_feeds_are_unique() -> None:
    names = [data.dataset.name for data in published()]

    assert len(names) == len(set(names))
    assert len(feeds()) == len({feed.name for feed in feeds()})


def test_towns_come_with_bom_credit_and_places(client: Client) -> None:
    text = body(client.get("/opendata/towns.csv"))
    page = client.get("/opendata/towns/").content.decode()

    assert text.startswith("\ufeffward_code,ward,town,hamlet,latitude,longitude\r\n")
    assert "14131,川崎区,浅田一丁目,,35.506845,139.705012\r\n" in text
    assert text.count("\r\n") == 677
    assert "Geolonia 住所データ（CC BY 4.0）" in page
    assert "緯度（度、WGS 84。出典にないときは空）" in page


def test_the_description_tells_kinds_and_licence(client: Client) -> None:
    described = client.get("/opendata/offices/schema.json").json()
    kinds = {column["name"]: column["datatype"] for column in described["tableSchema"]["columns"]}

    assert described["url"].endswith("/opendata/offices.csv")
    assert described["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
    assert kinds["closed_on"] == "date"
    assert kinds["name"] == "string"


def test_the_catalogue_for_machines_names_every_data_set_with_its_files(client: Client) -> None:
    response = client.get("/opendata/catalog.jsonld")
    entries = response.json()["dcat:dataset"]

    assert response["Content-Type"] == "application/ld+json"
    assert {each["dct:identifier"] for each in entries} == {data.dataset.name for data in published()}
    towns = next(each for each in entries if each["dct:identifier"] == "towns")
    assert [each["dcat:mediaType"] for each in towns["dcat:distribution"]] == ["text/csv", "application/json"]
    assert towns["dct:modified"]["@type"] == "xsd:dateTime"


@pytest.mark.parametrize("path", ["/opendata/towns.csv", "/opendata/towns.json"])
def test_a_file_that_did_not_change_is_not_sent_again(client: Client, path: str) -> None:
    first = client.get(path)

    assert client.get(path, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        "/opendata/none/",
        "/opendata/none.csv",
        "/opendata/none.json",
        "/opendata/none/schema.json",
        "/opendata/feeds/none.atom",
    ],
)
def test_what_nobody_declared_is_not_there(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_every_feed_is_atom_and_is_spared_when_unchanged(client: Client) -> None:
    for feed in feeds():
        response = client.get(f"/opendata/feeds/{feed.name}.atom")
        again = client.get(f"/opendata/feeds/{feed.name}.atom", headers={"If-None-Match": response["ETag"]})

        assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
        assert Xml.fromstring(response.content).tag == "{http://www.w3.org/2005/Atom}feed"
        assert again.status_code == 304


def test_the_catalogue_asks_little_of_the_database(client: Client, django_assert_max_num_queries) -> None:
    client.get("/opendata/")
    with django_assert_max_num_queries(2 * len(published())):
        client.get("/opendata/")


KINDS = [
    ([1, 2, None], "integer"),
    ([True, False], "boolean"),
    ([Decimal("1.5")], "decimal"),
    ([date(2012, 7, 9), ""], "date"),
    ([datetime(2012, 7, 9, tzinfo=UTC)], "dateTime"),
    (["a", 1], "string"),
    ([None, ""], "string"),
]


@pytest.mark.parametrize(("values", "kind"), KINDS)
def test_the_kind_of_a_column_is_that_of_all_its_values(values: list[object], kind: str) -> None:
    assert kind_of_column(values) == kind
