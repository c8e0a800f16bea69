"""A household is opened with a reason; nothing of its people is shown before."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import today

from ...actions.look_at_person import look_at_person
from ...forms.looking import ReasonForm
from ...models import Household
from ...queries.households import everybody_of, household_with, without_look
from ...queries.looks import standing_look
from ...queries.register import record_on
from ...queries.seeing import is_hidden, person_with


def reason_first(request: Request, household: Household) -> HttpResponse | None:
    """The page that asks why, or the way back once it was told; None where the reason holds for everybody."""
    unseen = without_look(request.actor, everybody_of(household))
    if not unseen:
        return None
    form = ReasonForm(request.POST if request.method == "POST" and "reason" in request.POST else None)
    if form.is_bound and form.is_valid():
        for person in unseen:
            look_at_person(actor=request.actor, person=person, why=form.why)
        return redirect(request.path)
    given = {"form": form, "number": household.number}
    return render(request, "residents/looking/reason.html", given, status=422 if form.errors else 200)


@never_cache
@login_required
def of_person(request: Request, public_id: UUID) -> HttpResponse:
    """From a person's page to the household in which they live, or lived last."""
    person = person_with(request.actor, public_id)
    if standing_look(request.actor, person) is None or is_hidden(request.actor, person, today()):
        return redirect("residents:person", public_id)
    entry = record_on(person, today())
    if entry is None or entry.household is None:
        raise NotThere
    return redirect("residents:household", entry.household.public_id)


def opened(request: Request, public_id: UUID) -> Household:
    """A household that is open to this reader already.

    Raises: NotThere.
    """
    household = household_with(request.actor, public_id)
    if without_look(request.actor, everybody_of(household)):
        raise NotThere
    return household
