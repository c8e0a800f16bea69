"""Threads over the API: read only; no key is needed."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from jichi.kernel.access.actor import NOBODY
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.rest.lazy import gettext_lazy as _
from jichi.kernel.values.reference import MistypedReference

from .coverage import Coverage, coverage
from .models import Record
from .queries import record_for
from .rules.coverage import Tally
from .thread import Thread, follow

router = Router()


class RecordOut(Schema):
    """A record of a thread; `unshown` voices more are joined to it than stand in this answer."""

    reference: str
    kind: int
    title: str
    happened_on: date
    url: str
    joined: int
    unshown: int


class LinkOut(Schema):
    """An arrow of a thread, from the earlier record to the later."""

    earlier: str
    later: str
    words: str


class ThreadOut(Schema):
    reference: str
    records: list[RecordOut]
    links: list[LinkOut]
    is_cut: bool


class CoverageOut(Schema):
    """One row; numbers are null where they are withheld because they are small."""

    dimension: str
    key: str
    voices: int | None
    replied: int | None
    decided: int | None
    changed: int | None
    resulted: int | None
    median_days: float | None


@router.get("/coverage/", response=list[CoverageOut], summary=_("声のゆくえ：年度・区・届き方ごと"))
def read_coverage(request: HttpRequest) -> list[dict[str, Any]]:
    found: Coverage = coverage()
    rows = [coverage_out("all", "", None if found.is_too_small else found.all)]
    for dimension, shown in found.dimensions.items():
        rows += [coverage_out(dimension, each.key, each.tally) for each in shown]
    return rows


def coverage_out(dimension: str, key: str, tally: Tally | None) -> dict[str, Any]:
    names = ("voices", "replied", "decided", "changed", "resulted", "median_days")
    return {"dimension": dimension, "key": key, **{name: getattr(tally, name, None) for name in names}}


@router.get("/{reference}/", response=ThreadOut, summary=_("ある記録の、その後どうなったか"))
def read_thread(request: HttpRequest, reference: str) -> dict[str, Any]:
    # The public thread: what only staff may read is left out, whoever asks.
    try:
        record: Record = record_for(NOBODY, reference)
    except MistypedReference:
        raise NotThere from None
    return thread_out(record, follow(record, actor=NOBODY))


def thread_out(record: Record, thread: Thread) -> dict[str, Any]:
    steps = thread.steps
    return {
        "reference": record.reference,
        "records": [
            {
                "reference": step.record.reference,
                "kind": step.record.kind,
                "title": step.record.title,
                "happened_on": step.record.happened_on,
                "url": step.record.url,
                "joined": step.joined,
                "unshown": step.unshown,
            }
            for step in steps
        ],
        "links": [
            {
                "earlier": steps[each.start].record.reference,
                "later": steps[each.end].record.reference,
                "words": str(each.words),
            }
            for each in thread.arrows
        ],
        "is_cut": thread.is_cut,
    }
