"""Receive a notification: choose its kind, fill in the form, see what it will write, and take it in."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.places.models import Town
from jichi.kernel.web.forms import Act, Answer, Stage, answers, stage_of, tell

from ...actions.family.family_intake import FamilyIntake, drafted, drafted_party
from ...actions.family.receive_family_notification import receive_family_notification
from ...forms.family.finding import town_text
from ...forms.family.receiving import NotificationForm
from ...models import FamilyMember, FamilyNotification, FamilyParty
from ...queries.family_cases import case_from, judged
from ...queries.family_days import due_day
from ...queries.family_desk import let_in, member_with, wards_of
from ...queries.family_preview import foreseen_registers
from ...queries.family_sheets import records_now, sheet_of
from ...rules.family.kinds import BY_CODE, Kind
from ...rules.family.plan import CannotBeDrawn
from ...rules.family.planning import planned
from ...rules.family.words import Role
from .words import kind_text, kind_ways


@never_cache
@login_required
def kinds(request: Request) -> HttpResponse:
    let_in(request.actor)
    return render(request, "residents/family/kinds.html", {"kinds": kind_ways()})


@never_cache
@login_required
def page(request: Request, code: str, public_id: UUID | None = None) -> HttpResponse:
    """The form of a kind; of a member it comes with what the register says of them."""
    let_in(request.actor)
    kind = BY_CODE.get(code)
    if kind is None:
        raise NotThere
    member = member_with(request.actor, public_id) if public_id else None
    initial = told_of(kind, member) if member else None
    form = NotificationForm(request.POST or None, kind=kind, wards=wards_of(request.actor), initial=initial)
    stage = stage_of(request, form)
    if stage is Stage.ACT and (notification := taken_in(request, form)):
        messages.success(
            request, _("届出を受け付けました。内容を確かめて、受理するかどうかを決めてください。")
        )
        return redirect("residents:family_notification", notification.number)
    extra = {"form": form, "kind": kind_text(kind), "article": kind.article}
    if stage is Stage.CONFIRM:
        return render(request, "residents/family/check.html", {**extra, **foreseen(request, form, kind)})
    return render(request, "residents/family/receive.html", extra, status=422 if form.errors else 200)


def told_of(kind: Kind, member: FamilyMember) -> dict[str, Any]:
    """What is known of the member, in the role that they can have in this kind."""
    block = records_now().get(member=member).block
    role = role_in(kind, block.sex)
    sheet = sheet_of(member.register)
    said = {
        "name": block.name,
        "birth": block.birth,
        "sex": block.sex,
        "domicile": sheet.domicile.text,
        "first": sheet.first,
    }
    return {f"{role}_{item}": value for item, value in said.items()}


def role_in(kind: Kind, sex: str) -> Role:
    by_sex = {"1": (Role.HUSBAND, Role.FATHER), "2": (Role.WIFE, Role.MOTHER)}.get(sex, ())
    return next(
        (role for role in by_sex if role in kind.roles),
        Role.SUBJECT if Role.SUBJECT in kind.roles else kind.roles[0],
    )


def taken_in(request: Request, form: NotificationForm) -> FamilyNotification | None:
    try:
        return receive_family_notification(actor=request.actor, intake=form.intake(today()), on=today())
    except Refusal as refusal:
        tell(form, refusal)
        return None


def foreseen(request: Request, form: NotificationForm, kind: Kind) -> dict[str, Any]:
    """What the notification would write if it were accepted today, and what stands in its way."""
    intake = form.intake(today())
    notification = drafted(intake, today(), due_day(intake.kind, intake.happened_on))
    rows = [drafted_party(notification, named) for named in intake.parties]
    act = Act(title=_("届出を受け付ける"), button=_("受け付ける"))
    late = not intake.late_reason and is_late(intake)
    return {
        "answers": answers_of(form),
        "act": act,
        "found": [row for row in rows if row.role != Role.WITNESS.value],
        "is_late": late,
        **outlook(notification, rows),
    }


def answers_of(form: NotificationForm) -> list[Answer]:
    """What was filled in; a town as papers write it."""
    towns = {str(town): town_text(town) for town in form.cleaned_data.values() if isinstance(town, Town)}
    return [
        Answer(label=each.label, text=towns.get(each.text, each.text)) for each in answers(form) if each.text
    ]


def is_late(intake: FamilyIntake) -> bool:
    due = due_day(intake.kind, intake.happened_on)
    return bool(due and today() > due and not intake.accepted_by)


def outlook(notification: FamilyNotification, rows: list[FamilyParty]) -> dict[str, Any]:
    """The registers as they would be written, and the faults with their articles."""
    case = case_from(notification, rows, today())
    faults = [{"words": _(each.words), "article": each.article} for each in judged(case)]
    try:
        registers = foreseen_registers(case, planned(case))
    except CannotBeDrawn as lack:
        return {"registers": [], "faults": faults, "lacks": lack.field}
    return {"registers": registers, "faults": faults, "lacks": ""}
