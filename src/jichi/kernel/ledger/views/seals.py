"""Pages of the seals: by day, for the bulletin, and the keys that signed them."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.web.table import show_table

from .. import tables
from ..days import SealedDay, neighbours, sealed_day
from ..models import Key
from ..proofs import log, newest_checkpoint, signer_of
from ..verifier import read_note
from .paper import paper_of_day


def days(request: HttpRequest) -> HttpResponseBase:
    """Every day with a seal, the newest first."""
    return show_table(request, tables.days_table(), "ledger/days.html", {"newest": newest_checkpoint()})


def day_or_refuse(day: date) -> SealedDay:
    found = sealed_day(day)
    if found is None:
        raise NotThere
    return found


def day(request: HttpRequest, day: date) -> HttpResponse:
    """The root of a day, as the bulletin prints it."""
    found = day_or_refuse(day)
    before, after = neighbours(found)
    context = {
        "sealed": found,
        "note": read_note(found.last.note),
        "key": signer_of(found.last),
        "before": before,
        "after": after,
        "record_url": reverse("ledger:day", args=[found.day]),
    }
    return render(request, "ledger/day.html", context)


def paper(request: HttpRequest, day: date) -> HttpResponse:
    """The same on paper, for the city's bulletin."""
    found = day_or_refuse(day)
    headers = {"Content-Disposition": f'inline; filename="record-{found.day}.pdf"'}
    return HttpResponse(paper_of_day(found), content_type="application/pdf", headers=headers)


def keys(request: HttpRequest) -> HttpResponse:
    """Every key that signs or signed, the newest first."""
    rows = Key.objects.select_related("event").order_by("-since")
    return render(request, "ledger/keys.html", {"keys": rows, "log": log()})
