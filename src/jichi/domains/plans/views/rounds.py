"""Evaluation rounds: how far each is, opening one, publishing what is ready."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may_somewhere
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.notices.models import PublicNotice
from jichi.kernel.notices.queries.public import drafted_for, drafts_for
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of

from ..actions.announce_round import announce_round, occasion_of
from ..actions.open_round import open_round
from ..actions.publish_round import publish_round
from ..desk_forms.review import EmptyForm
from ..desk_forms.rounds import RoundForm
from ..desk_forms.telling import tell_all
from ..models import Round
from ..permissions import May
from ..queries.desk import gate, grades_in, latest_round, rounds
from ..rules.spread import spread_of
from ..states import REVIEW
from .step_line import step_name


def listing(request: Request) -> HttpResponse:
    """Every round with how many of its sheets stand at which step, and the spread of its grades."""
    gate(request.actor, May.OPEN_ROUND, May.READ_DRAFTS)
    opened = list(rounds())
    announced = drafted_for(*map(occasion_of, opened))
    context = {
        "rounds": [
            {**shown(each), **announcement(request.actor, announced.get(occasion_of(each)))}
            for each in opened
        ],
        "may_open": may_somewhere(request.actor, May.OPEN_ROUND),
        "may_publish": may_somewhere(request.actor, May.PUBLISH_REVIEW),
    }
    return render(request, "plans/desk/rounds.html", context)


def announcement(actor: Actor, notice: PublicNotice | None) -> dict[str, Any]:
    """The 公表 of a round: what is posted leads everybody to its page, a draft only who may see to it."""
    if notice is None:
        return {}
    is_out = notice.step in ("posted", "ended")
    may_see = is_out or drafts_for(actor).filter(pk=notice.pk).exists()
    draft = reverse("notices:draft", args=[notice.reference])
    return {"announced": notice, "announced_url": (notice.url if is_out else draft) if may_see else ""}


def shown(opened: Any) -> dict[str, Any]:
    steps = [
        {
            "name": step_name(step.code),
            "ones": getattr(opened, f"effort_{step.code}"),
            "twos": getattr(opened, f"programme_{step.code}"),
            "due": opened.days.due(step.code),
        }
        for step in REVIEW.steps
    ]
    ready = opened.effort_approved + opened.programme_approved
    out = opened.effort_published + opened.programme_published
    return {
        "round": opened,
        "steps": steps,
        "ready": ready,
        "out": out,
        "spread": spread_of(grades_in(opened)),
    }


def open_page(request: Request) -> HttpResponse:
    """Choose year and days, confirm, and every sheet of the year is drafted."""
    gate(request.actor, May.OPEN_ROUND)
    form = RoundForm(request.POST or None, initial=following(latest_round()))
    if stage_of(request, form) is Stage.ACT and (opened := opened_by(request, form)):
        return render(request, "plans/desk/round_opened.html", {"round": opened})
    words = Act(
        title=_("年度の評価を始める"),
        button=_("評価を始める"),
        explains=_("すべての取組と事業の評価票の下書きがつくられ、担当の課の期限が動き始めます。"),
    )
    extra = {"title": words.title, "button": _("確認へ進む"), "back": reverse("plans:desk_rounds")}
    return show_form(request, form, "plans/desk/one_form.html", extra, act=None if form.errors else words)


def following(last: Round | None) -> dict[str, Any]:
    """The year after the one evaluated last, while its plan has one, and the same office."""
    if last is None:
        return {}
    year = min(last.year + 1, last.edition.last_year)
    return {"edition": last.edition_id, "year": year, "office": last.office_id}


def opened_by(request: Request, form: RoundForm) -> Round | None:
    typed = form.cleaned_data
    try:
        return open_round(
            actor=request.actor,
            edition=typed["edition"],
            year=typed["year"],
            days=form.days(),
            office=typed["office"],
            on=today(),
        )
    except Refusal as refusal:
        tell_all(form, refusal)
        return None


def publish(request: Request, pk: int) -> HttpResponse:
    """Ask first, then publish every sheet that is ready."""
    gate(request.actor, May.PUBLISH_REVIEW)
    opened = get_object_or_404(Round.objects.select_related("edition"), pk=pk)
    form = EmptyForm(request.POST or None)
    context: dict[str, Any] = {"round": opened, "form": form, **counted(opened)}
    if stage_of(request, form) is Stage.ACT:
        try:
            context["published"] = publish_round(actor=request.actor, opened=opened, on=today())
        except Refusal as refusal:
            tell_all(form, refusal)
    return render(request, "plans/desk/round_publish.html", context, status=409 if form.errors else 200)


@require_POST
def announce(request: Request, pk: int) -> HttpResponse:
    """Draft the public notice and go on to it; others approve and post it."""
    gate(request.actor, May.PUBLISH_REVIEW)
    opened = get_object_or_404(Round.objects.select_related("edition", "office__bureau"), pk=pk)
    notice = announce_round(actor=request.actor, opened=opened, on=today())
    messages.success(request, _("公表の案を作りました。別の人が決裁してから、掲示されます。"))
    return redirect("notices:draft", notice.reference)


def counted(opened: Round) -> dict[str, int]:
    return {
        "ones": opened.effortreviews.filter(step="approved").count(),
        "twos": opened.programmereviews.filter(step="approved").count(),
        "unready": opened.programmereviews.exclude(step__in=["approved", "published"]).count(),
    }
