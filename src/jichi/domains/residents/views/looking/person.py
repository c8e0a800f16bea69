"""The head of a person's page: who it is, as far as this reader may see, and the ways on from here."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.policy import may_somewhere
from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import today
from jichi.kernel.web.words import day_text

from ...actions.look_at_person import look_at_person
from ...forms.looking import ReasonForm
from ...models import Person
from ...queries.looks import standing_look
from ...queries.seeing import Seen, person_with, seen
from ..country_words import country_text
from .rows import birth_of, place_of, row_of
from .ways import WAYS


@never_cache
@login_required
def page(request: Request, public_id: UUID) -> HttpResponse:
    person = person_with(request.actor, public_id)
    if standing_look(request.actor, person) is None:
        return reason_page(request, person)
    shown = seen(request.actor, person, today())
    extra = {"row": row_of(shown), "facts": facts_of(shown), "ways": ways_of(request, shown)}
    return render(request, "residents/looking/person.html", extra)


def reason_page(request: Request, person: Person) -> HttpResponse:
    """Nothing of the person is said before the reason is: not even the name."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        look_at_person(actor=request.actor, person=person, why=form.why)
        return redirect("residents:person", person.public_id)
    extra = {"form": form, "number": person.number}
    return render(request, "residents/looking/reason.html", extra, status=422 if form.errors else 200)


def facts_of(shown: Seen) -> list[dict[str, object]]:
    facts, row = shown.facts, row_of(shown)
    said = {
        _("生年月日"): birth_of(facts),
        _("性別"): row.sex,
        _("旧氏・通称"): row.other_names,
        _("住所"): place_of(shown),
        _("住所を定めた日"): day_text(facts.address_since) if facts.address_since else "",
        _("続柄"): facts.relationship,
        _("本籍"): facts.domicile,
        _("筆頭者"): facts.domicile_first,
        _("国籍"): country_text(facts.nationality) if facts.is_foreign else "",
        _("在留資格"): " ".join(part for part in (facts.stay_status, facts.stay_period) if part),
        _("転出先"): facts.gone_to or facts.going_to,
    }
    return [{"label": label, "value": value} for label, value in said.items() if value]


def ways_of(request: Request, shown: Seen) -> list[dict[str, str]]:
    """What may be done for this person next; from a hidden record no way leads on but the officer's."""
    return [
        {"url": reverse(way.url_name, args=[shown.person.public_id]), "label": str(way.label)}
        for way in WAYS
        if may_somewhere(request.actor, way.needs) and (way.of_hidden or not shown.to_officer)
    ]
