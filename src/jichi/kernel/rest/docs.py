"""The OpenAPI description arranged for people. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Parameter:
    name: str
    kind: str
    required: bool
    explains: str
    default: str


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One thing that can be asked. `example` is an address to try, where no number has to be filled in."""

    method: str
    path: str
    summary: str
    explains: str
    parameters: tuple[Parameter, ...]
    media: str
    fields: tuple[tuple[str, str], ...]

    @property
    def example(self) -> str:
        return "" if "{" in self.path or any(one.required for one in self.parameters) else self.path


def operations_by_part(schema: Mapping[str, Any]) -> dict[str, list[Operation]]:
    """The operations under the name of the part of the house that offers them."""
    parts: dict[str, list[Operation]] = {}
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            name = next(iter(operation.get("tags", [])), "")
            parts.setdefault(name, []).append(described(schema, path, method, operation))
    return parts


def described(schema: Mapping[str, Any], path: str, method: str, operation: Mapping[str, Any]) -> Operation:
    media, answer = content_of(operation)
    return Operation(
        method=method.upper(),
        path=path,
        summary=str(operation.get("summary", "")),
        explains=str(operation.get("description", "")),
        parameters=tuple(parameter(each) for each in operation.get("parameters", [])),
        media=media,
        fields=tuple(fields_of(schema, answer)),
    )


def parameter(each: Mapping[str, Any]) -> Parameter:
    schema = each.get("schema", {})
    default = schema.get("default")
    return Parameter(
        name=each["name"],
        kind=kind_of(schema),
        required=bool(each.get("required")),
        explains=str(schema.get("description", each.get("description", ""))),
        default="" if default in (None, "") else str(default),
    )


def content_of(operation: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """Media type and schema of the answer when all is well."""
    answers = {str(status): answer for status, answer in operation["responses"].items()}
    content = answers.get("200", {}).get("content", {})
    media = next(iter(content), "")
    return media, content[media].get("schema", {}) if media else {}


def fields_of(schema: Mapping[str, Any], answer: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Name and kind of each field; those of a list's items below the list."""
    for name, each in resolved(schema, answer).get("properties", {}).items():
        yield name, kind_of(each)
        items = each.get("items", {})
        if "$ref" in items:
            yield from ((f"{name}[].{below}", kind) for below, kind in fields_of(schema, items))
    if "items" in answer:
        yield from (("[]." + name, kind) for name, kind in fields_of(schema, answer["items"]))


def resolved(schema: Mapping[str, Any], part: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = part.get("$ref")
    return schema["components"]["schemas"][reference.rpartition("/")[2]] if reference else part


def kind_of(part: Mapping[str, Any]) -> str:
    """In the words of JSON Schema: string(date), integer, a | b."""
    if choices := part.get("anyOf"):
        return " | ".join(kind_of(each) for each in choices)
    if "enum" in part:
        return " | ".join(str(each) for each in part["enum"])
    kind = str(part.get("type", "object"))
    return f"{kind}({part['format']})" if "format" in part else kind
