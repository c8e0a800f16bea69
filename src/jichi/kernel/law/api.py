"""The law over the API: read only, no key is needed."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import today
from jichi.kernel.rest.day import Day
from jichi.kernel.rest.lazy import gettext_lazy as _
from jichi.kernel.rest.listing import Listing, Turn, listing

from .book import Dated, Listed, Repealed, Standing
from .entry import Entry
from .plain import Plain, plain_row
from .shelf import law

router = Router()


class RowOut(Schema):
    """A value and its days; without a value the rule is repealed from that day."""

    since: date
    until: date | None
    value: Plain
    source: str
    confidence: str
    note: str


class EntryOut(Schema):
    key: str
    name: str
    name_en: str
    unit: str
    chosen_by: str
    note: str


class ListedOut(EntryOut):
    standing: str
    row: RowOut | None


class HistoryOut(EntryOut):
    history: list[RowOut]


class LawOn(Turn):
    """Which part of the law, on which day."""

    on: Day | None = Field(None, description=_("この日の定め（指定しないときは今日）"))
    subject: str = Field("", max_length=40, description=_("分野の記号"))
    standing: Standing | None = Field(None, description=_("確かさ"))


@router.get("/", response=Listing[ListedOut], summary=_("ある日の条例の値"))
def values(request: HttpRequest, response: HttpResponse, asked: Query[LawOn]) -> Any:
    found = [line for line in law.everything(asked.on or today()) if wanted(line, asked)]
    page = listing(request, response, found, asked)
    return {**page, "items": [listed(line) for line in page["items"]]}


@router.get("/{key}", response=HistoryOut, summary=_("一つの条例の値とその経過"))
def value(request: HttpRequest, key: str) -> dict[str, Any]:
    try:
        found = law.entry(key)
    except KeyError as fault:
        raise NotThere from fault
    return {**entry(found), "history": [row(each) for each in found.rows]}


def wanted(line: Listed, asked: LawOn) -> bool:
    is_subject = not asked.subject or line.entry.key.startswith(f"{asked.subject}.")
    return is_subject and asked.standing in (None, line.standing)


def listed(line: Listed) -> dict[str, Any]:
    return {**entry(line.entry), "standing": line.standing.value, "row": row(line.row) if line.row else None}


def entry(found: Entry) -> dict[str, str]:
    return {
        "key": found.key,
        "name": found.name,
        "name_en": found.name_en,
        "unit": found.unit.code,
        "chosen_by": found.chosen_by,
        "note": found.note,
    }


def row(each: Dated[object] | Repealed) -> dict[str, Any]:
    return {
        "since": each.since,
        "until": each.until,
        "value": plain_row(each),
        "source": each.source,
        "confidence": each.confidence.value,
        "note": each.note,
    }
