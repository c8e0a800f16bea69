"""Short links: from a number on paper or on the telephone to the record."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.request import Request
from jichi.kernel.values.reference import MistypedReference

from ..models import Record
from ..queries import record_for
from ..thread import follow

SLIPS = {
    "reference.characters": _(
        "番号は数字だけです（例：12-0001-9）。数字でない文字が入っていないか、確かめてください。"
    ),
    "reference.length": _(
        "けた数が合いません。番号は7けたの数字です（例：12-0001-9）。"
        "書き落としや余分な数字がないか、確かめてください。"
    ),
    "reference.check_digit": _(
        "どこかの数字が違うか、となりどうしが入れ替わっています。もう一度、番号をよく見て入力してください。"
    ),
}


def find(request: Request) -> HttpResponse:
    """The box for a number; a number that was sent leads on to its record."""
    typed = request.GET.get("number", "").strip()
    if typed:
        return short_link(request, typed)
    return render(request, "threads/find.html")


def short_link(request: Request, typed: str) -> HttpResponse:
    """The record's own page, the register's page of one that has none, or what is wrong with the number."""
    try:
        record = record_for(request.actor, typed)
    except MistypedReference as slip:
        given = {"typed": typed, "slip": SLIPS[slip.code]}
        return render(request, "threads/find.html", given, status=404)
    if record.url != request.path:
        return redirect(record.url)
    return record_page(request, record)


def record_page(request: Request, record: Record) -> HttpResponse:
    thread = follow(record, actor=request.actor)
    given = {"record": record, "thread": thread, "record_url": f"/record/of/{record.reference}/"}
    return render(request, "threads/record.html", given)
