"""わたしの記録: a resident's own record, who looked at it, and the way to tie the account to it."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import today

from ...actions.linking.make_link_code import make_link_code
from ...models import Entry, Person
from ...queries.home import own as reads
from ...queries.looks import EXTRACT, LookTold, extracts_told, looks_at
from ...queries.seals import standing_seal
from ...rules.codes import MINUTES, shown
from ..home import certificate_words as papers
from . import words


@login_required
@never_cache
def page(request: Request) -> HttpResponse:
    """The record, or how to come by it."""
    person = reads.own_person(request.actor)
    if person is None:
        return render(request, "residents/home/unlinked.html", {"minutes": MINUTES})
    on = today()
    entry = reads.own_record(person, on) if reads.is_shown(person, on) else None
    if entry is None:
        return render(request, "residents/home/not_here.html", {"person": person})
    return render(request, "residents/home/record.html", record_page(request, person, entry, on))


def record_page(request: Request, person: Person, entry: Entry, on: date) -> dict[str, Any]:
    members = reads.household_of(person, entry.facts, on)
    return {
        "person": person,
        "on": on,
        "state": words.standing_word(entry.facts),
        "facts": words.facts_of(entry),
        "members": words.household_lines(members),
        "history": words.history_of(reads.own_history(person, on)),
        "seal": seal_sentence(person, on),
        "certificates": papers.certificate_lines(reads.own_certificates(person)),
        "requests": papers.request_lines(reads.own_requests(person, request.actor)),
        "looks": look_lines(person),
    }


def seal_sentence(person: Person, on: date) -> str:
    if standing_seal(person, on) is None:
        return _("印鑑の登録はありません。")
    return _("印鑑を登録しています。登録証（カード）があれば、印鑑登録証明書を受け取れます。")


def look_lines(person: Person) -> list[dict[str, Any]]:
    """Openings of the record and files in which it went out, the newest first."""
    told = sorted([*looks_at(person), *extracts_told(person)], key=lambda look: look.at, reverse=True)
    return [{"at": look.at, "what": said(look), "who": who(look.who, look.office)} for look in told]


def said(look: LookTold) -> str:
    return _("ファイルに書き出しました：%(why)s") % {"why": look.why} if look.what == EXTRACT else look.why


def who(title: str, office: Any) -> str:
    return f"{office.name} {title}" if office else title


@login_required
@never_cache
@require_POST
def code(request: Request) -> HttpResponse:
    """A code to show at the counter: it is on this page only."""
    made = make_link_code(actor=request.actor)
    return render(request, "residents/home/code.html", {"code": shown(made), "minutes": MINUTES})
