"""A paper and how it is made again: the same bytes from what the register keeps."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from .models import Document
from .render import Source, as_json, draw


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A drawn document: `plain` before the signature, `pdf` as it is handed out."""

    source: Source
    given: Mapping[str, str]
    plain: bytes
    pdf: bytes


def written(given: Mapping[str, str]) -> str:
    """The inputs as one text that the register keeps."""
    return as_json({name: json.loads(part) for name, part in given.items()})


def read(text: str) -> dict[str, str]:
    return {name: as_json(part) for name, part in json.loads(text).items()}


def made_again(document: Document) -> bytes:
    """The document without its signature, drawn from the register alone.

    Raises: BadTemplate.
    """
    version = document.version
    source = Source(name=version.name, template=version.template, style=version.style)
    return draw(source, read(document.given), document.issued_at)
