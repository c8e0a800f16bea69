"""The one search box: results, and suggestions while somebody types."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.search.find import MOST_SHOWN, find, suggest
from jichi.kernel.search.synonyms import synonyms
from jichi.kernel.threads.queries import record_for
from jichi.kernel.values.reference import MistypedReference
from jichi.kernel.web.pages import page_links

from ..facets import Asked, facets, is_narrowed, narrowed_by, tabs

LONGEST = 200


def search(request: Request) -> HttpResponse:
    """What was found; a reference number leads to its record at once."""
    asked = Asked(typed=request.GET.get("q", "").strip()[:LONGEST], narrowed=narrowed_by(request.GET))
    if straight := straight_to(request, asked.typed):
        return straight
    found = find(asked.typed, actor=request.actor, narrowed=asked.narrowed, page=page_asked(request))
    given = {
        "query": asked.typed,
        "found": found,
        "asked": asked.narrowed,
        "tabs": tabs(found, asked),
        "facets": facets(found, asked),
        "is_narrowed": is_narrowed(asked.narrowed),
        "clear_url": asked.address(ward="", bureau="", year=""),
        "meant_url": Asked(typed=found.meant, narrowed=narrowed_by({})).address() if found.meant else "",
        "most": MOST_SHOWN,
        "pages": page_links(
            number=found.page, last=found.last_page, url=lambda number: asked.address(page=number)
        ),
        "titles": synonyms().groups_first,
    }
    return render(request, "portal/search.html", given)


def page_asked(request: Request) -> int:
    asked = request.GET.get("page", "1")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 1


def straight_to(request: Request, typed: str) -> HttpResponseRedirect | None:
    """The way to the record whose number was typed, if that is a number and there is such a record."""
    try:
        return redirect(record_for(request.actor, typed).url)
    except (MistypedReference, NotThere):
        return None


def suggestions(request: Request) -> HttpResponse:
    """Titles for the list under the box: a fragment that htmx puts there, and nothing without JavaScript."""
    typed = request.GET.get("q", "").strip()[:LONGEST]
    titles = suggest(typed, actor=request.actor) if typed else []
    return render(request, "portal/suggestions.html", {"titles": titles})
