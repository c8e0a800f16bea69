"""What holds for every operation, put into the OpenAPI description: the problem body, and texts without a NUL."""

from typing import Any

from .problem import MEDIA_TYPE

PROBLEM = {
    "title": "Problem",
    "type": "object",
    "description": "RFC 9457",
    "required": ["type", "title", "status", "detail", "instance", "code", "fields"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "code": {"type": "string"},
        "fields": {"type": "object", "additionalProperties": {"type": "string"}},
    },
}
NO_NUL = r"^[^\u0000]*$"
ANSWER = {
    "description": "Problem",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def with_problems(schema: Any) -> Any:
    """The description with a problem as the answer to whatever goes wrong."""
    schema.setdefault("components", {}).setdefault("schemas", {})["Problem"] = PROBLEM
    for path in schema["paths"].values():
        for operation in path.values():
            operation["responses"]["default"] = ANSWER
            for parameter in operation.get("parameters", []):
                given = parameter.get("schema", {})
                for each in (given, *given.get("anyOf", ())):
                    without_nul(each)
    return schema


def without_nul(schema: dict[str, Any]) -> None:
    """Say what the middleware refuses: a text with a NUL, for which PostgreSQL cannot look."""
    if schema.get("type") == "string" and not schema.keys() & {"pattern", "enum", "format"}:
        schema["pattern"] = NO_NUL
