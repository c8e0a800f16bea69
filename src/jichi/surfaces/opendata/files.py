"""The files of a data set, written while they are sent."""

import json
from collections.abc import Iterator

from django.core.serializers.json import DjangoJSONEncoder

from .catalogue import Published
from .descriptions import address


def json_parts(data: Published) -> Iterator[str]:
    """One object: what the data set is, then its rows, each an object by column."""
    yield head(data).removesuffix("}") + ', "rows": ['
    names = list(data.dataset.columns)
    for number, row in enumerate(data.dataset.rows()):
        yield (",\n" if number else "\n") + written(dict(zip(names, row, strict=True)))
    yield "\n]}\n"


def head(data: Published) -> str:
    dataset = data.dataset
    return written(
        {
            "name": dataset.name,
            "title": str(dataset.title),
            "describes": str(dataset.describes),
            "licence": dataset.licence,
            "updated": dataset.updated(),
            "is_demo": dataset.is_demo,
            "schema": address("schema", dataset.name),
        }
    )


def written(value: dict[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder)
