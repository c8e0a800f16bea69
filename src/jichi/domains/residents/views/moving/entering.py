"""Entering a movement: the kind, the people, what happened, a look ahead, done. Each page works without a script."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import tell

from ...actions.moves.carrying import foresee, with_due_day
from ...actions.moves.table import VERBS
from ...actions.writing import SentBefore
from ...desk_forms.movements.entry import EntryForm
from ...desk_forms.movements.fields import spoken
from ...desk_forms.movements.setting import PeopleForm, Setting, Subject, rows_for
from ...desk_forms.movements.specs import ARRIVALS, GROUPS, spec_of
from ...models import Household, Movement
from ...queries.households import (
    left_members,
    may_enter_in,
    member_entries,
    towns_of,
    wards_to_enter_in,
)
from ...queries.seeing import seen_entries
from ...rules.kinds import kind_of
from ...rules.relationships import USUAL
from ..country_words import country_choices
from . import known
from .opening import opened
from .words import CHECK, CONTENT, KIND, WHO, choice_words, foreseen_of, kind_text, steps_at


@never_cache
@login_required
def choose(request: Request, public_id: UUID) -> HttpResponse:
    """Which kind of movement it is."""
    household = household_at_work(request, public_id)
    groups = [{"name": name, "kinds": [offered_kind(code) for code in codes]} for name, codes in GROUPS]
    given = {"household": household, "groups": groups, "steps": steps_at(KIND)}
    return render(request, "residents/movements/choose.html", given)


def offered_kind(code: str) -> dict[str, str]:
    return {"code": code, "name": kind_text(kind_of(code)), "basis": kind_of(code).basis}


def household_at_work(request: Request, public_id: UUID) -> Household:
    """A household in which this clerk may enter movements: opened with a reason, of the own ward, nobody handed over.

    Raises: NotThere.
    """
    household = opened(request, public_id)
    entries = [*member_entries(household, today()), *left_members(household, today())]
    if any(seen.to_officer for seen in seen_entries(request.actor, entries, today())):
        raise NotThere
    if not any(may_enter_in(request.actor, entry.town.ward_id if entry.town else None) for entry in entries):
        raise NotThere
    return household


@never_cache
@login_required
def arrive(request: Request, kind: str) -> HttpResponse:
    """People who are not on the register come into it: one form with a row for each."""
    if kind not in ARRIVALS:
        raise NotThere
    wards = wards_to_enter_in(request.actor)
    ward = wards.first()
    if ward is None:
        raise NotThere
    data = request.POST.copy()
    stopped = known.is_handed_over(request, data, kind)
    setting = Setting(
        kind=kind,
        ward=ward,
        towns=list(towns_of(wards)),
        today=today(),
        subjects=rows_for(count := known.count_of(data), known.known_rows(request.actor, data, count)),
        office_wards=frozenset(wards.values_list("code", flat=True)),
    )
    if stopped:
        return known.handed_over(request, EntryForm(data, setting=setting))
    if (at := known.row_named(data, "find")) is not None and data.get("stage") != "mend":
        return known.search_page(request, data, EntryForm(data, setting=setting), at)
    return proceed(request, setting, data)


@never_cache
@login_required
def enter(request: Request, public_id: UUID, kind: str) -> HttpResponse:
    """A movement of people of one household."""
    household = household_at_work(request, public_id)
    if kind not in VERBS or kind in ARRIVALS:
        raise NotThere
    spec = spec_of(kind)
    entries = left_members(household, today()) if spec.removed else member_entries(household, today())
    if spec.newcomers:
        return proceed(request, setting_of(request, household, kind, [Subject(name=_("生まれた子"))]))
    offered = [(entry, choice_words(entry)) for entry in entries]
    chosen = PeopleForm(request.POST or None, offered=offered, single=spec.single)
    if request.method != "POST" or request.POST.get("stage") == "people" or not chosen.is_valid():
        return ask_who(request, household, kind, chosen)
    subjects = [Subject(name=entry.name, entry=entry) for entry in chosen.chosen]
    return proceed(request, setting_of(request, household, kind, subjects))


def setting_of(request: Request, household: Household, kind: str, subjects: list[Subject]) -> Setting:
    wards = wards_to_enter_in(request.actor)
    members = member_entries(household, today())
    towns = list(towns_of(wards)) if spec_of(kind).address else []
    rows = [*members, *left_members(household, today())]
    ward = next(entry.town.ward for entry in rows if entry.town)
    return Setting(
        kind=kind,
        ward=ward,
        towns=towns,
        today=today(),
        household=household,
        members=members,
        subjects=subjects,
        office_wards=frozenset(wards.values_list("code", flat=True)),
    )


def ask_who(request: Request, household: Household, kind: str, form: PeopleForm) -> HttpResponse:
    if not form.offered:
        return render(request, "residents/movements/nobody.html", {"household": household})
    given = {"household": household, "form": form, "title": kind_text(kind_of(kind)), "steps": steps_at(WHO)}
    return render(request, "residents/movements/people.html", given, status=422 if form.errors else 200)


def proceed(request: Request, setting: Setting, data: QueryDict | None = None) -> HttpResponse:
    """Fill in, look ahead, act: whichever the clerk asked for."""
    data = request.POST if data is None else data
    stage = data.get("stage", "")
    form = EntryForm(None if stage in ("", "details") else data, setting=setting)
    if stage in ("add", "drop", "mend"):
        form.keep()
    if not form.is_bound or stage in ("add", "drop", "mend"):
        return fill(request, form)
    try:
        found = looked_ahead(form) if form.is_valid() else None
    except Refusal as refusal:
        tell(form, refusal)
        found = None
    if stage == "foresee":
        return render(request, "residents/movements/foreseen.html", found or {})
    if found is None:
        return fill(request, form)
    if stage == "act" and (done := acted(request, form)):
        return redirect(f"{reverse('residents:movement', args=[done.number])}?done=1")
    if form.errors:
        return fill(request, form)
    asked = known.question(request, data, form) if setting.is_arrival else None
    return asked or check(request, form, found)


def looked_ahead(form: EntryForm) -> dict[str, Any]:
    """What would come of it. Raises what the verb would refuse."""
    intake, order = form.intake(), form.order()
    found = foresee(intake, order, VERBS[form.kind].plan)
    with_due_day(intake, found.due, on=today())
    return foreseen_of(found)


def acted(request: Request, form: EntryForm) -> Movement | None:
    intake = form.intake()
    try:
        return VERBS[form.kind].act(actor=request.actor, intake=intake, order=form.order(), on=today())
    except SentBefore:
        return Movement.objects.get(ticket=intake.ticket)
    except Refusal as refusal:
        tell(form, refusal)
        return None


def fill(request: Request, form: EntryForm) -> HttpResponse:
    return render(
        request,
        "residents/movements/details.html",
        page_of(form, CONTENT),
        status=422 if form.errors else 200,
    )


def check(request: Request, form: EntryForm, found: dict[str, Any]) -> HttpResponse:
    return render(request, "residents/movements/check.html", {**page_of(form, CHECK), **found})


def page_of(form: EntryForm, step: int) -> dict[str, Any]:
    setting = form.setting
    return {
        "form": form,
        "title": kind_text(kind_of(setting.kind)),
        "kind": setting.kind,
        "household": setting.household,
        "subject": setting.household,
        "people": [each.entry.person.public_id.hex for each in setting.subjects if each.entry],
        "rows": len(setting.subjects),
        "is_arrival": setting.is_arrival,
        "may_add": len(setting.subjects) < known.MOST_ROWS,
        "towns": [spoken(town) for town in setting.towns],
        "relationships": USUAL,
        "nationalities": country_choices(),
        "steps": steps_at(step),
        "has_panel": step == CONTENT,
    }
