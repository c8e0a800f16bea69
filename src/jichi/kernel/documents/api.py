"""Asking about a document over the API: by the code on its paper, or by the hash of its file. No key is needed."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from jichi.kernel.rest.lazy import gettext_lazy as _

from .answers import answer_to_code, answer_to_hash, told_of

router = Router()


class DocumentOut(Schema):
    """`state` is stands, superseded or withdrawn; `title`, `record` and `sha256` are empty unless the document is public.

    `copy_destroyed_on` is the day on which the city erased its own copy, when its years were over.
    """

    number: str
    bureau: str
    issued_on: date
    state: str
    ended_on: date | None
    reason: str
    superseded_by: str
    is_signed: bool
    certificate: str
    is_public: bool
    is_demo: bool
    title: str
    record: str
    sha256: str
    copy_destroyed_on: date | None


@router.get("/codes/{code}", response=DocumentOut, summary=_("確認コードの文書が発行されたか、今も有効か"))
def by_code(request: HttpRequest, code: str) -> dict[str, Any]:
    return asdict(told_of(answer_to_code(code)))


@router.get(
    "/hashes/{sha256}", response=DocumentOut, summary=_("このSHA-256のファイルが発行されたか、今も有効か")
)
def by_hash(request: HttpRequest, sha256: str) -> dict[str, Any]:
    return asdict(told_of(answer_to_hash(sha256)))
