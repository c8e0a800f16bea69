"""Notices about the standing of one person: all that were entered, and the forms that enter and end them."""

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

from ...actions.notices.end_civil_notice import end_civil_notice
from ...actions.notices.enter_civil_notice import Notice, enter_civil_notice
from ...forms.family.notices import CivilNoticeForm, EndNoticeForm
from ...models import CivilNotice, FamilyRegister, Person
from ...permissions import May
from ...queries.civil_notices import notice_with, notices_of
from ...queries.family import family_register_of
from ...queries.family_desk import names_now
from ...queries.looks import standing_look
from ...queries.seeing import is_hidden, person_with
from ...rules.civil_notices import ENDED, NOTICE_KINDS, Ended, NoticeKind


def is_open(request: Request, person: Person) -> bool:
    """Whether this reader has said why, and may see this person's record at all."""
    return standing_look(request.actor, person) is not None and not is_hidden(request.actor, person, today())


@never_cache
@login_required
def page(request: Request, public_id: UUID) -> HttpResponse:
    person = person_with(request.actor, public_id)
    rows = notices_of(request.actor, person)
    if not is_open(request, person):
        return redirect("residents:person", public_id)
    register = family_register_of(person, today())
    form = form_for(request, register)
    if (
        form
        and register
        and stage_of(request, form) is Stage.ACT
        and entered(request, person, register, form)
    ):
        messages.success(request, _("通知を入力しました。身分証明書は、担当者が確かめるまで作れません。"))
        return redirect("residents:civil_notices", public_id)
    extra = {"person": person, "register": register, **shown(request, person, list(rows))}
    if form is None:
        return render(request, "residents/family/civil_notices.html", extra)
    return show_form(request, form, "residents/family/civil_notices.html", extra, act=act_of_entry())


def act_of_entry() -> Act:
    return Act(
        title=_("身分についての通知を入力する"),
        button=_("入力する"),
        explains=_(
            "本人の利益に大きくかかわる記録です。通知の本人と、氏名・生年月日・本籍が合っているかを確かめてください。"
        ),
    )


def form_for(request: Request, register: FamilyRegister | None) -> CivilNoticeForm | None:
    """Who keeps the register of this person enters; others read."""
    if register is None or not may(request.actor, May.KEEP_FAMILY_REGISTER, register.scope):
        return None
    return CivilNoticeForm(request.POST or None)


def entered(request: Request, person: Person, register: FamilyRegister, form: CivilNoticeForm) -> bool:
    told = Notice(person=person, ward=register.ward, **form.cleaned_data)
    try:
        enter_civil_notice(actor=request.actor, notice=told, on=today())
    except Refusal as refusal:
        tell(form, refusal)
        return False
    return True


def shown(request: Request, person: Person, rows: list[CivilNotice]) -> dict[str, Any]:
    return {
        "name": name_of(person),
        "rows": [row_of(request, row) for row in rows],
    }


def name_of(person: Person) -> str:
    """By the family register: whoever lives elsewhere has no resident record here."""
    return names_now([person.pk]).get(person.pk, person.number)


def row_of(request: Request, row: CivilNotice) -> dict[str, Any]:
    return {
        "notice": row,
        "kind": _(NOTICE_KINDS[NoticeKind(row.kind)]),
        "by": title_in_words(row.entered_by),
        "ended": _(ENDED[Ended(row.end_reason)]) if row.end_reason else "",
        "may_end": row.stands and may(request.actor, May.KEEP_FAMILY_REGISTER, row.scope),
    }


@never_cache
@login_required
def end(request: Request, public_id: UUID) -> HttpResponse:
    notice = notice_with(request.actor, public_id)
    if not may(request.actor, May.KEEP_FAMILY_REGISTER, notice.scope) or not is_open(request, notice.person):
        raise NotThere
    form = EndNoticeForm(request.POST or None)
    back = reverse("residents:civil_notices", args=[notice.person.public_id])
    if stage_of(request, form) is Stage.ACT:
        try:
            end_civil_notice(actor=request.actor, notice=notice, on=today(), **form.cleaned_data)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("通知が終わったことを記録しました。記録は残ります。"))
            return redirect(back)
    act = Act(title=_("通知が終わったことを記録する"), button=_("記録する"))
    extra = {"row": row_of(request, notice), "back": back, "name": name_of(notice.person)}
    return show_form(request, form, "residents/family/end_civil_notice.html", extra, act=act)
