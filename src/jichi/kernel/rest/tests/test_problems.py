"""How the API says no: one form for everything that goes wrong."""

import pytest
from django.test import Client

from jichi.kernel.rest.wrong_values import sentence

pytestmark = pytest.mark.django_db

WRONG = [
    ({"page": "0"}, {"page": "1以上の値を書いてください。"}),
    ({"per_page": "201"}, {"per_page": "200以下の値を書いてください。"}),
    ({"page": "first"}, {"page": "整数を書いてください。"}),
    ({"ward": "141311"}, {"ward": "5字以内で書いてください。"}),
    (
        {"page": "0", "per_page": "0"},
        {"page": "1以上の値を書いてください。", "per_page": "1以上の値を書いてください。"},
    ),
]


@pytest.mark.parametrize(("asked", "fields"), WRONG)
def test_wrong_values_are_named_one_by_one(
    client: Client, asked: dict[str, str], fields: dict[str, str]
) -> None:
    response = client.get("/api/v1/places/towns", asked)

    assert response.status_code == 422
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["fields"] == fields


def test_a_wrong_day_is_told_how_days_are_written(client: Client) -> None:
    response = client.get("/api/v1/places/offices", {"on": "2012/7/9"})

    assert response.json()["fields"] == {"on": "日付は 2012-07-09 の形で書いてください。"}


def test_an_unknown_kind_is_told_the_known_ones(client: Client) -> None:
    said = client.get("/api/v1/places/offices", {"kind": "shop"}).json()["fields"]["kind"]

    assert said.startswith("次のどれかを書いてください：")
    assert "'service_corner'" in said


def test_a_fault_of_a_kind_that_nobody_foresaw_still_gets_a_sentence() -> None:
    assert sentence({"type": "unheard_of", "loc": ["query", "x"]}) == "この値は使えません。"


def test_an_unknown_address_below_the_api_is_a_problem_and_no_page(client: Client) -> None:
    response = client.get("/api/v1/nothing/here")

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert response.json() == {
        "type": "about:blank",
        "title": "見つかりません",
        "status": 404,
        "detail": "APIの説明は /api/v1/docs にあります。",
        "instance": "/api/v1/nothing/here",
        "code": "",
        "fields": {},
    }
    assert int(response["Content-Length"]) == len(response.content)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_api_writes_nothing(client: Client, method: str) -> None:
    response = getattr(client, method)("/api/v1/places/wards")

    assert response.status_code == 405
    assert response["Content-Type"] == "application/problem+json"
    assert response["Allow"] == "GET"


@pytest.mark.parametrize(
    "path", ["/api/v1/places/towns?q=%00", "/api/v1/places/wards/%00", "/api/v1/record/events/%00"]
)
def test_a_nul_is_a_wrong_request_on_every_database(client: Client, path: str) -> None:
    response = client.get(path)

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/record/streams/a%00/", "/record/%00/", "/places/%00/"])
def test_a_nul_in_the_address_of_a_page_is_refused_and_breaks_nothing(client: Client, path: str) -> None:
    assert client.get(path).status_code in (400, 404)


def test_a_crash_is_a_problem_that_tells_nothing_of_the_inside(client: Client, monkeypatch) -> None:
    monkeypatch.setattr("jichi.kernel.places.queries.wards", lambda: 1 / 0)
    client.raise_request_exception = False

    response = client.get("/api/v1/places/wards")

    assert response.status_code == 500
    assert response.json()["title"] == "サーバーで問題が起きました"
    assert "ZeroDivision" not in response.content.decode()


def test_head_answers_like_get_without_a_body(client: Client) -> None:
    got, head = client.get("/api/v1/places/wards"), client.head("/api/v1/places/wards")

    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == got["ETag"]


def test_pages_outside_the_api_keep_their_own_errors(client: Client) -> None:
    assert client.get("/no/such/page").headers["Content-Type"].startswith("text/html")
