"""Public notices for staff: drafts, the four steps, one page each."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

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


Step = Callable[[Request, PublicNotice, Any], Any]


def steps() -> dict[str, tuple[Act, type[KitForm], str, Step]]:
    """The verbs of a notice: how the page asks, what it must be told, what it says afterwards."""
    return {
        "approve": (
            Act(title=_("案を決裁する"), button=_("決裁する")),
            NothingForm,
            _("決裁しました。"),
            lambda r, n, d: approve_public_notice(actor=r.actor, notice=n),
        ),
        "return": (
            Act(title=_("案を差し戻す"), button=_("差し戻す")),
            ReasonForm,
            _("差し戻しました。"),
            lambda r, n, d: return_public_notice(actor=r.actor, notice=n, **d),
        ),
        "post": (
            Act(
                title=_("掲示する"),
                button=_("掲示する"),
                explains=_(
                    "今年の次の番号がつき、だれでも読めるようになります。あとから消したり直したりはできません。"
                ),
            ),
            NothingForm,
            _("掲示しました。"),
            lambda r, n, d: post_public_notice(actor=r.actor, notice=n, on=today()),
        ),
        "end": (
            Act(title=_("掲示を終える"), button=_("掲示を終える"), explains=_("記録としては残ります。")),
            ReasonForm,
            _("掲示を終えました。"),
            lambda r, n, d: end_public_notice(actor=r.actor, notice=n, on=today(), **d),
        ),
    }


@login_required
def step(request: Request, reference: str, verb: str) -> HttpResponse:
    notice = notice_for(request.actor, reference)
    if verb not in verbs_for(request.actor, notice):
        raise NotThere
    act, form_class, said, do = steps()[verb]
    form = form_class(request.POST or None if form_class is ReasonForm else request.POST)
    if stage_of(request, form) is Stage.ACT:
        try:
            do(request, notice, form.cleaned_data)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, said)
            return redirect("notices:draft", notice.reference)
    back = reverse("notices:draft", args=[notice.reference])
    extra = {"title": act.title, "lead": notice.title, "submit": _("確認へ進む"), "back": back}
    return show_form(request, form, FORM, extra, act=act)
