"""A case on the desk of the officers in charge."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.names import title_in_words
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Stage, show_form, stage_of, tell
from jichi.kernel.web.words import day_text

from ...actions.look_at_person import look_at_person
from ...models import ProtectionCase
from ...queries.protection_cases import case_with, people_of, term_of
from ...rules.look_reasons import REASONS
from ...rules.protection_words import (
    CITIES_BECAUSE,
    COVERED_AS,
    HARMS,
    OPINIONS,
    CityBecause,
    Covered,
    Harm,
    Opinion,
)
from ...states import PROTECTION
from .leaving_ways import ways_of
from .ways import acts_of
from .words import verb_text


@never_cache
@login_required
def page(request: Request, public_id: UUID) -> HttpResponse:
    case = case_with(request.actor, public_id)
    look_at_person(actor=request.actor, person=case.applicant, why=REASONS["protection"], what="protection")
    return render(request, "residents/protection/case.html", shown(request, case))


def shown(request: Request, case: ProtectionCase) -> dict[str, Any]:
    return {
        "case": case,
        "step": _(PROTECTION.step(case.step).name),
        "steps": [
            {"name": _(each.name), "state": each.state.value} for each in PROTECTION.progress(case.step)
        ],
        "facts": facts_of(case),
        "people": people_in(request, case),
        "left": left_of(case),
        "cities": cities_of(case),
        "done": done_in(case),
        "acts": acts_of(request.actor, case, today()).values(),
    }


def people_in(request: Request, case: ProtectionCase) -> list[dict[str, Any]]:
    covered = people_of(request.actor, case, today())
    return [
        {
            "name": seen.facts.name,
            "as_what": _(COVERED_AS[Covered(covering.as_what)]),
            "person": seen.person,
            "leaving": covering.leaving_because,
            "ways": ways_of(request.actor, covering).values(),
        }
        for covering, seen in covered
    ]


def left_of(case: ProtectionCase) -> list[dict[str, Any]]:
    """Who has left the case, by number: their record is open to whoever may open any."""
    rows = case.covered.filter(left_on__isnull=False).select_related("person").order_by("left_on", "pk")
    return [{"person": each.person, "on": each.left_on} for each in rows]


def cities_of(case: ProtectionCase) -> list[dict[str, Any]]:
    return [
        {"city": each.city, "because": _(CITIES_BECAUSE[CityBecause(each.because)]), "sent_on": each.sent_on}
        for each in case.cities.order_by("pk")
    ]


def done_in(case: ProtectionCase) -> list[dict[str, Any]]:
    return [
        {
            "at": each.on,
            "what": verb_text(each.verb),
            "who": title_in_words(each.actor_title),
            "basis": each.note,
        }
        for each in case.acts.order_by("-on", "-pk")
    ]


def facts_of(case: ProtectionCase) -> list[dict[str, object]]:
    term = term_of(case) if case.ends_on else None
    said = {
        _("申出の日"): day_text(case.applied_on),
        _("申出の理由"): _(HARMS[Harm(case.harm)]),
        _("期間"): f"{day_text(term.starts_on)}～{day_text(term.ends_on)}" if term else "",
        _("延長の申出を受け付ける日"): day_text(term.renewable_from) if term else "",
        _("相手方"): case.named_name,
        _("相手方の住所"): case.named_address,
        _("相手方の宛名番号"): case.named_person.number if case.named_person else "",
        _("必要性を確認したところ"): f"{_(OPINIONS[Opinion(case.opinion)])} {case.opinion_of}".strip(),
        _("意見または命令の日"): day_text(case.opinion_on) if case.opinion_on else "",
        _("本人への安全な連絡のしかた"): case.contact or _("連絡しない"),
        _("解除・却下を求める理由"): case.lifting_because,
    }
    return [{"label": label, "value": value} for label, value in said.items()]


@never_cache
@login_required
def act(request: Request, public_id: UUID, name: str) -> HttpResponse:
    case = case_with(request.actor, public_id)
    way = acts_of(request.actor, case, today()).get(name)
    if way is None:
        raise NotThere
    form = way.form(request.POST or None)
    if stage_of(request, form) is Stage.ACT:
        try:
            way.verb(actor=request.actor, case=case, on=today(), **said_by(form))
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("記録しました：%(act)s") % {"act": way.title})
            return redirect(after(request, case))
    extra = {"case": case, "way": way, "back": reverse("residents:protection", args=[case.public_id])}
    return show_form(request, form, "residents/protection/act.html", extra, act=way)


def said_by(form: Any) -> dict[str, Any]:
    return {name: value for name, value in form.cleaned_data.items() if name != "sure"}


def after(request: Request, case: ProtectionCase) -> str:
    """Back to the case, or to the desk where it is another ward's now."""
    try:
        case_with(request.actor, case.public_id)
    except NotThere:
        return reverse("residents:protections")
    return reverse("residents:protection", args=[case.public_id])
