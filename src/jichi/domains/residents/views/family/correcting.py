"""Correcting what stands above the entries: fill in, see what the register will print and what follows, correct."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.policy import may
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Stage, stage_of, tell

from ...actions.family.correct_member_block import BlockCorrection, correct_member_block
from ...actions.family.correct_register_head import HeadCorrection, correct_register_head
from ...forms.family.correcting import AUTHORITY, AuthorityForm, BlockForm, HeadForm
from ...models import FamilyMember, FamilyRegister
from ...permissions import May
from ...queries.family_corrections import surname_of
from ...queries.family_desk import member_with, register_with
from ...queries.family_sheets import domiciles_held, records_now
from ...rules.family.correcting import Parent
from .foreseeing import foreseen_block, foreseen_head
from .registers import was_told_why


@never_cache
@login_required
def block(request: Request, public_id: UUID) -> HttpResponse:
    """What the register says of one member."""
    member = member_with(request.actor, public_id)
    let_correct(request, member.register)
    row = records_now().select_related("member__person").get(member=member)
    form = BlockForm(request.POST or None, row=row)
    stage = stage_of(request, form)
    if stage is Stage.ACT and block_corrected(request, member, form):
        messages.success(request, _("戸籍の記録を訂正しました。前の記録は「訂正」の記載に残っています。"))
        return redirect("residents:family_register", member.register.public_id)
    extra = {**frame(member.register, form), "title": _("名・生年月日・父母・続柄の訂正"), "who": row.name}
    if stage is Stage.CONFIRM and (found := foreseen_block(request, member, row, form)):
        return render(request, "residents/family/correct_check.html", {**extra, **found})
    return render(request, "residents/family/correct_block.html", extra, status=422 if form.errors else 200)


@never_cache
@login_required
def head(request: Request, public_id: UUID) -> HttpResponse:
    """What the register says of itself."""
    register = register_with(request.actor, public_id)
    let_correct(request, register)
    stands = domiciles_held().select_related("town__ward").get(register=register)
    form = HeadForm(request.POST or None, surname=surname_of(register), stands=stands)
    stage = stage_of(request, form)
    if stage is Stage.ACT and head_corrected(request, register, form):
        messages.success(request, _("戸籍の氏・本籍を訂正しました。前の記録は「訂正」の記載に残っています。"))
        return redirect("residents:family_register", register.public_id)
    extra = {
        **frame(register, form),
        "title": _("氏・本籍の訂正"),
        "who": records_now().get(member__register=register, member__place=1).name,
    }
    if stage is Stage.CONFIRM and (found := foreseen_head(register, form)):
        return render(request, "residents/family/correct_check.html", {**extra, **found})
    return render(request, "residents/family/correct_block.html", extra, status=422 if form.errors else 200)


def let_correct(request: Request, register: FamilyRegister) -> None:
    """The ward that keeps the register, once it has said why it is open.

    Raises: NotThere.
    """
    if not may(request.actor, May.KEEP_FAMILY_REGISTER, register.scope) or not was_told_why(
        request, register
    ):
        raise NotThere


def frame(register: FamilyRegister, form: AuthorityForm) -> dict[str, Any]:
    back = reverse("residents:family_register", args=[register.public_id])
    return {"register": register, "form": form, "back": back, "first_of_authority": AUTHORITY[0]}


def block_corrected(request: Request, member: FamilyMember, form: BlockForm) -> bool:
    given = form.cleaned_data
    told = BlockCorrection(
        member=member,
        items=form.items(),
        authority=form.authority(),
        seen=given["seen"],
        parent=Parent(given["parent"]),
    )
    try:
        correct_member_block(actor=request.actor, correction=told, on=today())
    except Refusal as refusal:
        tell(form, refusal)
        return False
    return True


def head_corrected(request: Request, register: FamilyRegister, form: HeadForm) -> bool:
    told = HeadCorrection(
        register=register,
        surname=form.cleaned_data["surname"].strip(),
        domicile=form.domicile(),
        seen=form.seen,
        authority=form.authority(),
    )
    try:
        correct_register_head(actor=request.actor, correction=told, on=today())
    except Refusal as refusal:
        tell(form, refusal)
        return False
    return True
