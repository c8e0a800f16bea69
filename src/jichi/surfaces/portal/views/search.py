"""The one search box: results, and suggestions while somebody types."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.search.find import Found, find, suggest
from jichi.kernel.threads.queries import record_for
from jichi.kernel.values.reference import MistypedReference
from jichi.kernel.web.pages import page_links

LONGEST = 200


def search(request: Request) -> HttpResponse:
    """What was found; a reference number leads to its record at once."""
    typed, kind = request.GET.get("q", "").strip()[:LONGEST], request.GET.get("kind", "")
    if straight := straight_to(request, typed):
        return straight
    asked = request.GET.get("page", "1")
    page = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 1
    found = find(typed, actor=request.actor, kind=kind, page=page)
    given = {
        "query": typed,
        "found": found,
        "kind": kind if kind in found.kinds else "",
        "tabs": tabs(found, typed, kind),
        "pages": page_links(
            number=found.page,
            last=found.last_page,
            url=lambda number: address(q=typed, kind=kind, page=number),
        ),
    }
    return render(request, "portal/search.html", given)


def straight_to(request: Request, typed: str) -> HttpResponseRedirect | None:
    """The way to the record whose number was typed, if that is a number and there is such a record."""
    try:
        return redirect(record_for(request.actor, typed).url)
    except (MistypedReference, NotThere):
        return None


def tabs(found: Found, typed: str, kind: str) -> list[dict[str, object]]:
    """Everything, and each kind that was found, as links."""
    everything = {"label": _("すべて"), "url": address(q=typed), "count": sum(found.kinds.values())}
    kinds = [
        {"label": _(name), "url": address(q=typed, kind=name), "count": count, "is_current": name == kind}
        for name, count in found.kinds.items()
    ]
    return [everything | {"is_current": kind not in found.kinds}, *kinds]


def address(**query: str | int) -> str:
    return f"?{urlencode({name: value for name, value in query.items() if value})}"


def suggestions(request: Request) -> HttpResponse:
    """Titles for the list under the box: a fragment that htmx puts there, and nothing without JavaScript."""
    typed = request.GET.get("q", "").strip()[:LONGEST]
    titles = suggest(typed, actor=request.actor) if typed else []
    return render(request, "portal/suggestions.html", {"titles": titles})
