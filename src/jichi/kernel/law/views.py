"""Pages of the law: every value on a day, and the history of one."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import today
from jichi.kernel.web.table import show_table
from jichi.kernel.web.words import code_text, day_text

from . import tables, words
from .book import Dated, Repealed
from .entry import Confidence, Entry
from .shelf import law


def home(request: HttpRequest) -> HttpResponseBase:
    """The law of a day, or what differs between two."""
    form = tables.LawFilter(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    on, against = asked.get("on") or today(), asked.get("against")
    table = tables.difference_table(on, against) if against else tables.law_table(on)
    return show_table(request, table, "law/home.html", {"on": on, "against": against})


def entry(request: HttpRequest, key: str) -> HttpResponse:
    """One legal value with all its days."""
    try:
        found = law.entry(key)
    except KeyError as fault:
        raise NotThere from fault
    on = today()
    row = found.row_at(on)
    context = {
        "entry": found,
        "on": on,
        "now": words.row_text(found, row),
        "unconfirmed": row is None or row.confidence is Confidence.UNCONFIRMED,
        "facts": facts_of(found),
        "entries": [step(found, each) for each in found.rows],
    }
    return render(request, "law/entry.html", context)


def facts_of(found: Entry) -> list[dict[str, str]]:
    facts = {
        _("分野"): words.subject_of(found.key),
        _("単位"): words.unit_text(found),
        _("どの日の定めを使うか"): words.chosen_by(found),
        _("記号"): code_text(found.key),
        _("備考"): found.note,
    }
    choices = _("、").join(words.choice_text(found.choices, code) for code in found.choices)
    return [{"label": label, "value": value} for label, value in {**facts, _("選べる値"): choices}.items()]


def step(found: Entry, row: Dated[object] | Repealed) -> dict[str, Any]:
    """A row as a step of the timeline."""
    sure = str(words.CONFIDENCES[row.confidence])
    return {
        "at": row.since,
        "what": words.row_text(found, row),
        "who": _("、").join(filter(None, [sure, end_text(row.until), row.note])),
        "basis": row.source,
        "url": row.source if row.source.startswith("https://") else "",
    }


def end_text(until: date | None) -> str:
    return _("%(day)sまで") % {"day": day_text(until, era=False)} if until else ""
