"""One customer: the form, the check page, the paper."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.places.models import Ward
from jichi.kernel.web.forms import Stage, answers, show_form, stage_of, tell

from ...actions.certificates.foreseeing import Foreseen, foresee
from ...actions.issue_certificate import issue_certificate
from ...actions.protected_attempt import watched
from ...forms.certificates import IssueForm
from ...models import Certificate, Person
from ...queries.certificates import wards_to_issue_in
from ...queries.desks import certificates_at, seat_of
from ...queries.looks import standing_look
from ...queries.papers.reading import read_household
from ...queries.seeing import Seen, person_with, seen_entries
from .asking import act_of, order_from
from .seat import seat_of_page
from .words import exemption_choices


@never_cache
@login_required
def page(request: Request, public_id: UUID) -> HttpResponse:
    """Whoever has not said why they open this record says so first, on the person's page."""
    wards = wards_to_issue_in(request.actor)
    person = person_with(request.actor, public_id)
    if standing_look(request.actor, person) is None:
        return redirect("residents:person", person.public_id)
    on = today()
    household = shown_household(request.actor, person, on)
    form = form_for(request, household, wards)
    foreseen = foreseen_for(request, person, form)
    stage = stage_of(request, form)
    if stage is Stage.ACT and (made := issued(request, person, form)):
        messages.success(request, _("証明書を発行しました。紙を確かめて、手渡してください。"))
        return redirect("residents:certificate", made.number)
    who = household_name(household, person)
    if stage is Stage.CONFIRM and foreseen:
        return check_page(request, form, person, who, foreseen)
    extra = {"person": person, "who": who, "rare": form.has_rare, **seat_of_page(form.office, on)}
    return show_form(request, form, "residents/certificates/issue.html", extra)


def form_for(request: Request, household: Sequence[Seen], wards: QuerySet[Ward]) -> IssueForm:
    """What may be asked for where this clerk sits."""
    on = today()
    office = seat_of(request.actor, on)
    return IssueForm(
        request.POST or None,
        household=household,
        wards=wards,
        exemptions=exemption_choices(on),
        office=office,
        at_office=certificates_at(office, on) if office else None,
    )


def check_page(
    request: Request, form: IssueForm, person: Person, who: str, foreseen: Foreseen
) -> HttpResponse:
    """What was filled in, without what was left empty, and the fee."""
    given = [bool(field.value()) for field in form.visible_fields()]
    told = [answer for answer, filled in zip(answers(form), given, strict=True) if filled]
    context = {"form": form, "answers": told, "act": act_of(foreseen), "person": person, "who": who}
    context |= seat_of_page(form.office, today())
    return render(request, "residents/certificates/check.html", context)


def shown_household(actor: Actor, person: Person, on: date) -> list[Seen]:
    """The members who may be chosen; of a hidden record not even who lives there."""
    records = seen_entries(actor, read_household(person, on).members, on)
    if any(record.hidden for record in records):
        return [record for record in records if record.person == person]
    return records


def household_name(household: Sequence[Seen], person: Person) -> str:
    return next((record.facts.name for record in household if record.person == person), "")


def foreseen_for(request: Request, person: Person, form: IssueForm) -> Foreseen | None:
    """What the issue would say, so that a clerk is told before the money is taken."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        with watched(by=request.actor):
            return foresee(request.actor, order_from(person, form), today())
    except Refusal as refusal:
        tell(form, refusal)
        return None


def issued(request: Request, person: Person, form: IssueForm) -> Certificate | None:
    try:
        with watched(by=request.actor):
            return issue_certificate(actor=request.actor, order=order_from(person, form), on=today())
    except Refusal as refusal:
        tell(form, refusal)
        return None
