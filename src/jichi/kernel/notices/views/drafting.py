"""Public notices for staff: drafts, the four steps, one page each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.policy import may_somewhere
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, KitForm, Stage, show_form, stage_of, tell
from jichi.kernel.web.table import show_table

from ..actions.approve_public_notice import approve_public_notice, return_public_notice
from ..actions.draft_public_notice import change_public_notice, draft_public_notice
from ..actions.end_public_notice import end_public_notice
from ..actions.post_public_notice import post_public_notice
from ..forms import NothingForm, PublicNoticeForm, ReasonForm, told_before
from ..models import PublicNotice
from ..permissions import May
from ..queries.public import drafts_for, gate, notice_for, sections_to_draft_in, verbs_for
from ..tables import drafts_table
from ..words import heading_of
from .public_words import facts_of, step_line

FORM = "notices/public/form.html"


@login_required
def home(request: Request) -> HttpResponseBase:
    gate(request.actor)
    extra = {"may_draft": may_somewhere(request.actor, May.DRAFT_PUBLIC_NOTICE)}
    return show_table(request, drafts_table(drafts_for(request.actor)), "notices/public/drafts.html", extra)


@login_required
def page(request: Request, reference: str) -> HttpResponse:
    notice = notice_for(request.actor, reference)
    given = {
        "notice": notice,
        "heading": heading_of(notice),
        "facts": facts_of(notice),
        "steps": step_line(notice),
        "verbs": verbs_for(request.actor, notice),
        "own": notice.drafted_by == f"person:{request.actor.account_id}",
    }
    return render(request, "notices/public/draft.html", given)


@login_required
def draft(request: Request) -> HttpResponse:
    gate(request.actor, May.DRAFT_PUBLIC_NOTICE)
    form = PublicNoticeForm(request.POST or None, sections=sections_to_draft_in(request.actor))
    return words_page(request, form, None, _("告示・公表を起案する"))


@login_required
def change(request: Request, reference: str) -> HttpResponse:
    notice = notice_for(request.actor, reference, May.DRAFT_PUBLIC_NOTICE)
    sections = sections_to_draft_in(request.actor)
    form = PublicNoticeForm(request.POST or None, sections=sections, initial=told_before(notice))
    return words_page(request, form, notice, _("案を直す"))


def words_page(
    request: Request, form: PublicNoticeForm, notice: PublicNotice | None, title: str
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            saved = save(request, form, notice)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("案を保存しました。決裁する人の仕事の一覧に出ます。"))
            return redirect("notices:draft", saved.reference)
    back = reverse("notices:draft", args=[notice.reference]) if notice else reverse("notices:drafts")
    return show_form(request, form, FORM, {"title": title, "submit": _("案を保存する"), "back": back})


def save(request: Request, form: PublicNoticeForm, notice: PublicNotice | None) -> PublicNotice:
    if notice is None:
        return draft_public_notice(actor=request.actor, words=form.words, on=today())
    return change_public_notice(actor=request.actor, notice=notice, words=form.words)


@dataclass(frozen=True, kw_only=True)
class Verb(Act):
    """A verb of a notice: what it must be told."""

    do: Callable[[Request, PublicNotice, dict[str, Any]], object]
    form: type[KitForm] = NothingForm


VERBS = {
    "approve": Verb(
        title=gettext_lazy("決裁する"),
        done=gettext_lazy("決裁しました。"),
        do=lambda request, notice, _told: approve_public_notice(actor=request.actor, notice=notice),
    ),
    "return": Verb(
        title=gettext_lazy("差し戻す"),
        done=gettext_lazy("差し戻しました。"),
        do=lambda request, notice, told: return_public_notice(actor=request.actor, notice=notice, **told),
        form=ReasonForm,
    ),
    "post": Verb(
        title=gettext_lazy("掲示する"),
        done=gettext_lazy("掲示しました。"),
        do=lambda request, notice, _told: post_public_notice(actor=request.actor, notice=notice, on=today()),
        explains=gettext_lazy(
            "今年の次の番号がつき、だれでも読めるようになります。あとから消したり直したりはできません。"
        ),
    ),
    "end": Verb(
        title=gettext_lazy("掲示を終える"),
        done=gettext_lazy("掲示を終えました。"),
        do=lambda request, notice, told: end_public_notice(
            actor=request.actor, notice=notice, on=today(), **told
        ),
        form=ReasonForm,
        explains=gettext_lazy("記録としては残ります。"),
    ),
}


@login_required
def step(request: Request, reference: str, verb: str) -> HttpResponse:
    notice = notice_for(request.actor, reference)
    if verb not in verbs_for(request.actor, notice):
        raise NotThere
    asked = VERBS[verb]
    form = asked.form(request.POST if request.POST or asked.form is NothingForm else None)
    if stage_of(request, form) is Stage.ACT:
        try:
            asked.do(request, notice, form.cleaned_data)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, asked.done)
            return redirect("notices:draft", notice.reference)
    back = reverse("notices:draft", args=[notice.reference])
    extra = {"title": asked.title, "lead": notice.title, "submit": _("確認へ進む"), "back": back}
    return show_form(request, form, FORM, extra, act=asked)
