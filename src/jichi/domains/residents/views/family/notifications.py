"""Notifications that wait, and one of them: what it will write, what stands in its way, and the acts."""

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
from django.views.decorators.cache import never_cache

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, KitForm, Stage, show_form, stage_of, tell
from jichi.kernel.web.table import Column, Table, show_table

from ...actions.family.accept_family_notification import accept_family_notification
from ...actions.family.annul_family_notification import Annulment, annul_family_notification
from ...actions.family.refusals import NEEDED
from ...actions.family.refuse_family_notification import (
    inquire_about_family_notification,
    refuse_family_notification,
)
from ...forms.family.acting import AnnulForm, NoQuestions, ReasonOfActForm
from ...forms.family.filters import NotificationFilter
from ...models import FamilyNotification, FamilyRegister
from ...permissions import May
from ...queries.family_desk import notification_with, notifications_for
from ...states import FAMILY_NOTIFICATION
from .receiving import outlook
from .words import facts_of, kind_text, parties_of, step_text


@never_cache
@login_required
def listing(request: Request) -> HttpResponseBase:
    table = Table(
        what=_("戸籍の届出"),
        rows=notifications_for(request.actor),
        columns=[
            Column(key="number", label=_("受付番号"), heading=True, link=address, whole=True),
            Column(key="kind", label=_("届出"), cell=lambda row: kind_text(row.what), sort="kind"),
            Column(
                key="step",
                label=_("段階"),
                cell=lambda row: step_text(FAMILY_NOTIFICATION, row.step),
                sort="step",
            ),
            Column(key="received_on", label=_("受け付けた日"), sort="received_on"),
            Column(key="due_on", label=_("届出の期限"), sort="due_on"),
            Column(key="ward", label=_("区"), cell="ward.name"),
        ],
        filters=NotificationFilter,
        filename="family-notifications",
    )
    return show_table(request, table, "residents/family/notifications.html", {})


def address(row: FamilyNotification) -> str:
    return reverse("residents:family_notification", args=[row.number])


@never_cache
@login_required
def page(request: Request, number: str) -> HttpResponse:
    notification = notification_with(request.actor, number)
    return render(request, "residents/family/notification.html", shown(request, notification))


def shown(request: Request, notification: FamilyNotification) -> dict[str, Any]:
    is_open = notification.decided_on is None
    rows = list(notification.parties.select_related("member").order_by("pk"))
    extra = outlook(notification, rows) if is_open else {"registers": [], "faults": [], "lacks": ""}
    return {
        **extra,
        "lack": str(NEEDED.get(str(extra["lacks"]), "")),
        "notification": notification,
        "kind": kind_text(notification.what),
        "article": notification.what.article,
        "step": step_text(FAMILY_NOTIFICATION, notification.step),
        "steps": steps_of(notification),
        "facts": facts_of(notification),
        "parties": parties_of(notification),
        "is_open": is_open,
        "written": written_registers(notification),
        "acts": acts_of(request.actor, notification),
    }


def steps_of(notification: FamilyNotification) -> list[dict[str, str]]:
    """Received, perhaps asked about, decided: what did not happen is not drawn."""
    name = step_text(FAMILY_NOTIFICATION, notification.step)
    received = step_text(FAMILY_NOTIFICATION, "received")
    undecided = {"name": _("受理するかどうかを決める"), "state": "next"}
    match notification.step:
        case "received":
            return [{"name": received, "state": "now"}, undecided]
        case "inquiry":
            return [{"name": received, "state": "done"}, {"name": name, "state": "now"}, undecided]
    return [{"name": received, "state": "done"}, {"name": name, "state": "now"}]


def written_registers(notification: FamilyNotification) -> list[FamilyRegister]:
    keys = notification.entries.values("register")
    return list(FamilyRegister.objects.filter(pk__in=keys).order_by("pk"))


@dataclass(frozen=True, kw_only=True)
class FamilyAct(Act):
    """An act of the step table, with its form and its verb."""

    name: str
    form: type[KitForm]
    verb: Callable[..., Any]


def annul(*, actor: Actor, notification: FamilyNotification, on: Any, **said: Any) -> FamilyNotification:
    return annul_family_notification(
        actor=actor, notification=notification, annulment=Annulment(**said), on=on
    )


ACTS = (
    FamilyAct(
        name="accept", title=gettext_lazy("受理する"), form=NoQuestions, verb=accept_family_notification,
        explains=gettext_lazy("受理すると効力が生じ、戸籍に記録されます。市内に住む人は住民票も書き換わります。"),
        done=gettext_lazy("受理しました。戸籍に記録しました。"),
    ),
    FamilyAct(
        name="inquire", title=gettext_lazy("管轄局に照会する"), form=ReasonOfActForm,
        verb=inquire_about_family_notification, done=gettext_lazy("照会中にしました。"),
        explains=gettext_lazy("答えが来るまで、受理も不受理も決めません。"),
    ),
    FamilyAct(
        name="refuse", title=gettext_lazy("不受理にする"), form=ReasonOfActForm, verb=refuse_family_notification,
        danger=True, done=gettext_lazy("不受理にしました。"),
        explains=gettext_lazy("不受理にした届出は、効力を生じません。届出人に届書を返してください。"),
    ),
    FamilyAct(
        name="annul", title=gettext_lazy("記載を消除する"), form=AnnulForm, verb=annul, danger=True,
        done=gettext_lazy("記載を消除しました。"),
        explains=gettext_lazy("この届出で書いた記載をすべて消し、前の状態にもどします。消したことは戸籍に残ります。"),
    ),
)  # fmt: skip
BY_NAME = {act.name: act for act in ACTS}


def acts_of(actor: Actor, notification: FamilyNotification) -> list[FamilyAct]:
    if not may(actor, May.KEEP_FAMILY_REGISTER, notification.scope):
        return []
    return [BY_NAME[move.verb] for move in FAMILY_NOTIFICATION.next_moves(notification.step)]


@never_cache
@login_required
def act(request: Request, number: str, name: str) -> HttpResponse:
    notification = notification_with(request.actor, number)
    way = next((each for each in acts_of(request.actor, notification) if each.name == name), None)
    if way is None:
        raise NotThere
    form = way.form(request.POST or None)
    if request.method == "POST" and not form.fields:
        form = way.form({"stage": "act"})
    if stage_of(request, form) is Stage.ACT:
        try:
            way.verb(actor=request.actor, notification=notification, on=today(), **form.cleaned_data)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, str(way.done))
            return redirect("residents:family_notification", number)
    extra = {**shown(request, notification), "way": way}
    return show_form(request, form, "residents/family/act.html", extra, act=None if form.errors else way)
