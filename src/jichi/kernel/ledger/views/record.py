"""Pages of the public record."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jichi.kernel.access.names import title_in_words
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.web.table import ShownTable, csv_of, show_table
from jichi.kernel.web.words import code_text, moment_text

from .. import queries, tables
from ..canonical import canonical
from ..check import entry_of, faults_of
from ..models import Event, Key, Stream
from ..proofs import log, newest_checkpoint
from ..verdict import last_sealed, verdict_on
from ..words import type_text


def home(request: HttpRequest) -> HttpResponseBase:
    """The newest of everything on record."""
    table = tables.newest_table()
    if request.GET.get("format") == "csv":
        return csv_of(table, request.GET)
    shown = ShownTable(table, request.GET)
    context = {"table": shown, "days": tables.by_day(shown), "newest": newest_checkpoint()}
    return render(request, "ledger/home.html", context)


def how_to_check(request: HttpRequest) -> HttpResponse:
    """How anybody checks the record with tools of their own."""
    given = {"log": log(), "key": Key.objects.filter(is_current=True).first()}
    return render(request, "ledger/how_to_check.html", given)


def stream_or_refuse(name: str) -> Stream:
    found = queries.stream_called(name)
    if found is None:
        raise NotThere
    return found


def of_reference(request: HttpRequest, reference: str) -> HttpResponse:
    """From a record's number to its chain, or to the event that tells of it."""
    if chain := queries.stream_of_reference(reference):
        return redirect("ledger:stream", chain.name)
    if told := queries.told_of(reference):
        return redirect("ledger:event", told.digest)
    raise NotThere


def stream(request: HttpRequest, name: str) -> HttpResponseBase:
    """One chain; on request checked from its beginning."""
    found = stream_or_refuse(name)
    is_checked = request.GET.get("check") == "1"
    last = last_sealed(found)
    extra = {
        "stream": found,
        "last": last,
        "verdict": verdict_on(last) if last else None,
        "is_checked": is_checked,
        "faults": list(faults_of(found)) if is_checked else [],
        "record_url": tables.stream_url(found.name),
    }
    return show_table(request, tables.chain_table(found), "ledger/stream.html", extra)


def event(request: Request, digest: str) -> HttpResponse:
    """One event with the very bytes that were hashed."""
    found = queries.event_with(digest)
    if found is None:
        raise NotThere
    entry = entry_of(found, found.stream)
    context = {
        "event": found,
        "title": type_text(found.type),
        "facts": facts_of(found),
        "public": found.public.items(),
        "bytes": canonical(vars(entry)).decode(),
        "holds": entry.digest == found.digest,
        "verdict": verdict_on(found),
        "may_erase": queries.may_erase(request.actor, found),
        "follower": queries.follower(found),
        "record_url": tables.event_url(found),
    }
    return render(request, "ledger/event.html", context)


def facts_of(found: Event) -> list[dict[str, object]]:
    return [
        {"label": _("記録された時刻"), "value": moment_text(found.at)},
        {"label": _("行った者"), "value": title_in_words(found.actor)},
        {"label": _("根拠"), "value": found.basis},
        {
            "label": _("連なり"),
            "value": code_text(found.stream.name),
            "url": tables.stream_url(found.stream.name),
        },
        {"label": _("順番"), "value": found.position},
        {"label": _("種類の記号"), "value": code_text(found.type)},
    ]
