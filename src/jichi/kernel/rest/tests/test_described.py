"""The API's description, for machines and for people, and the API held against it."""

import json

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, settings
from ninja.responses import NinjaJSONEncoder

from jichi.kernel.places.tests.city import kawasaki
from jichi.kernel.rest.api import api
from jichi.kernel.rest.docs import operations_by_part

__all__ = ["kawasaki"]


schema = schemathesis.openapi.from_dict(
    json.loads(json.dumps(api.get_openapi_schema(), cls=NinjaJSONEncoder))
)
schema.app = get_wsgi_application()


@pytest.mark.usefixtures("kawasaki", "one_connection")
@schema.parametrize()
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_api_does_what_its_description_says(case: schemathesis.Case) -> None:
    case.call_and_validate()


@pytest.mark.django_db
def test_the_description_is_openapi_3_1_and_only_machines_with_a_token_write(client: Client) -> None:
    described = client.get("/api/v1/openapi.json").json()

    assert described["openapi"].startswith("3.1")
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            assert method == "get" or operation["security"], path
            assert "application/problem+json" in operation["responses"]["default"]["content"]


@pytest.mark.django_db
def test_the_page_for_people_shows_every_operation_and_every_refusal(client: Client) -> None:
    page = client.get("/api/v1/docs").content.decode()
    described = client.get("/api/v1/openapi.json").json()

    for path, methods in described["paths"].items():
        for method in methods:
            assert f"{method.upper()} {path}" in page
    assert 'id="problem-not_there"' in page
    assert "区のコード（5桁）" in page


def test_fields_of_nested_lists_are_shown_with_their_place() -> None:
    described = {
        "paths": {"/x": {"get": {"tags": ["t"], "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Out"}}}}}}}},
        "components": {"schemas": {
            "Out": {"properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/In"}}, "total": {"type": "integer"}}},
            "In": {"properties": {"day": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}}},
        }},
    }  # fmt: skip

    (operation,) = operations_by_part(described)["t"]

    assert operation.fields == (
        ("items", "array"),
        ("items[].day", "string(date) | null"),
        ("total", "integer"),
    )
    assert operation.example == "/x"
