"""Find people: by POST only, so that nothing of them stands in an address, and with a reason."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import today

from ...actions.find_people import find_people
from ...actions.look_at_person import look_at_person
from ...forms.looking import SearchForm
from ...permissions import May
from ...queries.finding import MOST, PER_PAGE, FoundPeople
from ...queries.seeing import gate, person_with
from .rows import row_of


@never_cache
@login_required
def page(request: Request) -> HttpResponse:
    gate(request.actor, May.LOOK)
    form = SearchForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(
            request, "residents/looking/search.html", {"form": form}, status=422 if form.errors else 200
        )
    if chosen := request.POST.get("open"):
        return opened(request, chosen, form.why)
    found = find_people(
        actor=request.actor, search=form.search, why=form.why, on=today(), page=page_number(request)
    )
    return render(request, "residents/looking/search.html", {"form": form, **shown(found)})


def opened(request: Request, chosen: str, why: str) -> HttpResponse:
    try:
        person = person_with(request.actor, UUID(chosen))
    except ValueError as forged:
        raise NotThere from forged
    look_at_person(actor=request.actor, person=person, why=why)
    return redirect("residents:person", person.public_id)


def page_number(request: Request) -> int:
    asked = request.POST.get("page", "1")
    return int(asked) if asked.isdecimal() and len(asked) < 4 else 1


def shown(found: FoundPeople) -> dict[str, object]:
    first = (found.page - 1) * PER_PAGE + 1
    return {
        "found": found,
        "rows": [row_of(each) for each in found.rows],
        "most": MOST,
        "first": first,
        "last": first + len(found.rows) - 1,
        "earlier": found.page - 1,
        "later": found.page + 1 if found.page < found.last_page else 0,
    }
