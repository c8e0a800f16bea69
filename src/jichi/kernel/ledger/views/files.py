"""What whoever checks the record takes home: exports, checkpoints, and the code that checks."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

from jichi.kernel.actions.refusal import NotThere

from .. import export, verifier
from ..proofs import checkpoint_of, newest_checkpoint
from .record import stream_or_refuse
from .seals import day_or_refuse

JSON_LINES = "application/jsonl; charset=utf-8"
TEXT = "text/plain; charset=utf-8"


def whole(request: HttpRequest) -> StreamingHttpResponse:
    """Everything that is sealed."""
    return as_file(export.whole(), "record")


def of_day(request: HttpRequest, day: date) -> StreamingHttpResponse:
    """What was sealed on one day."""
    found = day_or_refuse(day)
    return as_file(export.of_day(found), f"record-{found.day}")


def of_stream(request: HttpRequest, name: str) -> StreamingHttpResponse:
    """The sealed events of one stream, each with its proof."""
    found = stream_or_refuse(name)
    return as_file(export.of_stream(found), found.name.replace("/", "-"))


def as_file(lines: Iterator[bytes], name: str) -> StreamingHttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}.jsonl"'}
    return StreamingHttpResponse(lines, content_type=JSON_LINES, headers=headers)


def checkpoint(request: HttpRequest, size: int | None = None) -> HttpResponse:
    """A checkpoint as it was signed, byte by byte; without a size the newest."""
    found = newest_checkpoint() if size is None else checkpoint_of(size)
    if found is None:
        raise NotThere
    return HttpResponse(found.note, content_type=TEXT)


def code(request: HttpRequest) -> HttpResponse:
    """The verifier, to be read and run by whoever does not trust us."""
    headers = {"Content-Disposition": 'attachment; filename="verifier.py"'}
    return HttpResponse(Path(verifier.__file__).read_text("utf-8"), content_type=TEXT, headers=headers)
