"""A family register as its certificate shows it, with what may be done in it and what was corrected."""

from collections import defaultdict
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
from jichi.kernel.access.policy import may
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell

from ...actions.family.correct_family_entry import Correction, correct_family_entry
from ...actions.family.find_family_registers import look_at_family_register
from ...actions.family.note_address import ToldAddress, note_address
from ...forms.family.acting import AddressForm, CorrectionForm
from ...forms.looking import ReasonForm
from ...models import FamilyEntry, FamilyMember, FamilyRegister
from ...permissions import May
from ...queries.family_addresses import addresses_of
from ...queries.family_desk import entry_with, member_with, register_with
from ...queries.family_papers import PrintedRegister, printed_register
from ...queries.family_sheets import records_now
from ...queries.family_text import printed
from ...queries.looks import standing_look
from ...queries.seeing import is_hidden
from ...rules.family.words import HEADINGS
from ...states import FAMILY_REGISTER
from .words import kind_ways, register_facts, step_text


@never_cache
@login_required
def page(request: Request, public_id: UUID) -> HttpResponse:
    register = register_with(request.actor, public_id)
    if not was_told_why(request, register):
        return reason_page(request, register)
    return render(request, "residents/family/register.html", shown(request, register))


def was_told_why(request: Request, register: FamilyRegister) -> bool:
    first = register.members.select_related("person").order_by("place").first()
    return first is not None and standing_look(request.actor, first.person) is not None


def reason_page(request: Request, register: FamilyRegister) -> HttpResponse:
    """Nothing of the register is said before the reason is."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        look_at_family_register(actor=request.actor, register=register, why=form.why)
        return redirect("residents:family_register", register.public_id)
    extra = {"form": form, "number": register.number}
    return render(request, "residents/family/reason.html", extra, status=422 if form.errors else 200)


def shown(request: Request, register: FamilyRegister) -> dict[str, Any]:
    whole = printed_register(register)
    return {
        "register": register,
        "whole": whole,
        "step": step_text(FAMILY_REGISTER, register.step),
        "step_kind": "now" if register.is_in_force else "stopped",
        "facts": register_facts(register),
        "may_keep": may(request.actor, May.KEEP_FAMILY_REGISTER, register.scope),
        "to_correct": to_correct(register, whole),
        "history": history_of(register),
        "kinds": kind_ways(),
        "neighbours": neighbours(register),
    }


def to_correct(register: FamilyRegister, whole: PrintedRegister) -> list[dict[str, Any]]:
    """What can be corrected, as the register reads: its own words and entries, then member by member."""
    rows = FamilyEntry.objects.filter(register=register, superseded_at__isnull=True).order_by("position")
    of: dict[int | None, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        of[row.member_id].append({"key": row.pk, "heading": HEADINGS[row.kind]})
    groups: list[dict[str, Any]] = [{"member": None, "name": "", "entries": of[None]}]
    return groups + [
        {"member": each.member, "name": each.block.given_name, "entries": of[each.member.pk]}
        for each in whole.members
    ]


def history_of(register: FamilyRegister) -> list[dict[str, Any]]:
    """Every entry that was ever made, the newest first, also those that are no longer believed."""
    rows = (
        FamilyEntry.objects.filter(register=register)
        .select_related("corrects")
        .order_by("-recorded_at", "-pk")
    )
    return [
        {
            "at": row.recorded_at,
            "what": what_was_done(row),
            "who": title_in_words(row.actor_title),
            "basis": _("いまは記録されていません") if row.superseded_at else "",
        }
        for row in rows
    ]


def what_was_done(entry: FamilyEntry) -> str:
    heading = {"heading": HEADINGS[entry.kind]}
    if entry.corrects:
        return _("「%(heading)s」を訂正しました") % heading
    if entry.carried_from_id:
        return _("「%(heading)s」を移記しました") % heading
    return _("「%(heading)s」を記録しました") % heading


def neighbours(register: FamilyRegister) -> list[dict[str, Any]]:
    """The register that this one was made from, and those made from it."""
    found = [] if register.follows is None else [(register.follows, _("転籍・改製の前の戸籍"))]
    found += [(each, _("転籍・改製の後の戸籍")) for each in register.followed_by.order_by("pk")]
    return [{"register": each, "label": label} for each, label in found]


@never_cache
@login_required
def correct(request: Request, public_id: UUID, key: int) -> HttpResponse:
    register = register_with(request.actor, public_id)
    entry = entry_with(request.actor, register, key)
    if not was_told_why(request, register):
        raise NotThere
    form = CorrectionForm(request.POST or None, entry=entry)
    if stage_of(request, form) is Stage.ACT and corrected(request, entry, form):
        messages.success(request, _("記載を訂正しました。前の記録も残っています。"))
        return redirect("residents:family_register", register.public_id)
    act = Act(
        title=_("記載の訂正"),
        button=_("訂正する"),
        explains=_("前の記録は「従前の記録」として戸籍に残ります（戸籍法第24条）。"),
    )
    back = reverse("residents:family_register", args=[public_id])
    extra = {"printed": printed(entry), "number": register.number, "back": back}
    return show_form(request, form, "residents/family/correct.html", extra, act=act)


def corrected(request: Request, entry: FamilyEntry, form: CorrectionForm) -> bool:
    fix = Correction(why=form.cleaned_data["why"], items=form.changed())
    try:
        correct_family_entry(
            actor=request.actor, register=entry.register, entry=entry, correction=fix, on=today()
        )
    except Refusal as refusal:
        tell(form, refusal)
        return False
    return True


@never_cache
@login_required
def addresses(request: Request, public_id: UUID) -> HttpResponse:
    """The 附票 of one member; whose addresses are hidden from the reader have none here."""
    member = member_with(request.actor, public_id)
    if not was_told_why(request, member.register):
        return redirect("residents:family_register", member.register.public_id)
    form = AddressForm(request.POST or None) if may_note(request, member) else None
    if form and stage_of(request, form) is Stage.ACT:
        told = ToldAddress(**form.cleaned_data)
        try:
            note_address(actor=request.actor, register=member.register, member=member, told=told, on=today())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("附票に住所を記載しました。"))
            return redirect("residents:family_addresses", member.public_id)
    act = Act(title=_("附票に市外の住所を記載する"), button=_("記載する"))
    if form is None:
        return render(request, "residents/family/addresses.html", addresses_shown(request, member))
    return show_form(
        request, form, "residents/family/addresses.html", addresses_shown(request, member), act=act
    )


def may_note(request: Request, member: FamilyMember) -> bool:
    return may(request.actor, May.KEEP_FAMILY_REGISTER, member.register.scope) and not is_hidden(
        request.actor, member.person, today()
    )


def addresses_shown(request: Request, member: FamilyMember) -> dict[str, Any]:
    block = records_now().get(member=member).block
    hidden = is_hidden(request.actor, member.person, today())
    rows = [] if hidden else addresses_of(member.person, since=block.entered_on or today())
    return {"member": member, "block": block, "rows": rows, "hidden": hidden}
