"""The counter's page for a resident's account: tie it, untie it, give a card."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell

from ...actions.linking.link_account import Shown, link_account
from ...actions.linking.unlink_account import unlink_account
from ...actions.look_at_person import look_at_person
from ...actions.terminals.give_card import Wanted, give_card
from ...forms.linking import CardForm, LinkForm, UnlinkForm
from ...models import WrongCode
from ...queries.home import linking as reads
from ...queries.home.linking import AtCounter
from ...queries.home.proofs import see_proofs

WHY = gettext_noop("本人が窓口に来て、サインインと記録を結ぶため")


@login_required
@never_cache
def page(request: Request, public_id: UUID) -> HttpResponse:
    """Who it is, whether an account is tied, and the form that ties one."""
    found = opened(request, public_id)
    form = LinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and linked(request, found, form):
        messages.success(request, _("サインインと記録を結びました。本人に知らせました。"))
        return redirect("residents:account", public_id)
    return show_form(request, form, "residents/home/desk/account.html", page_of(found))


def opened(request: Request, public_id: UUID) -> AtCounter:
    """The person, whose look is noted before anything is shown.

    Raises: NotThere.
    """
    person = reads.person_at_counter(request.actor, public_id)
    look_at_person(actor=request.actor, person=person, why=str(WHY), what="account")
    return reads.at_counter(request.actor, person, today())


def page_of(found: AtCounter) -> dict[str, Any]:
    return {"found": found, "link": found.link, "can_act": found.can_act}


def linked(request: Request, found: AtCounter, form: LinkForm) -> bool:
    shown = Shown(ward=found.ward, **form.cleaned_data)
    try:
        done = link_account(actor=request.actor, person=found.person, shown=shown, on=today())
    except Refusal as refusal:
        tell(form, refusal)
        return False
    if isinstance(done, WrongCode):
        form.add_error("code", _("この番号は使えません。本人に、新しい番号を作ってもらってください。"))
        return False
    return True


@login_required
@never_cache
def unlink(request: Request, public_id: UUID) -> HttpResponse:
    found = opened(request, public_id)
    link = reads.link_to_end(found)
    form = UnlinkForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT:
        try:
            unlink_account(actor=request.actor, link=link, on=today(), **form.cleaned_data)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("サインインと記録の結びつきを外しました。本人に知らせました。"))
            return redirect("residents:account", public_id)
    act = Act(title=_("サインインを外す"), button=_("外す"), danger=True)
    extra = {"title": act.title, "back": reverse("residents:account", args=[public_id])}
    return show_form(request, form, "residents/home/desk/one_form.html", extra, act=act)


@login_required
@never_cache
def card(request: Request, public_id: UUID) -> HttpResponse:
    """A card for the terminals: its number is shown once, to be written on it."""
    found = opened(request, public_id)
    reads.refuse_without_right(found)
    form = CardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            see_proofs(form.cleaned_data["proofs"], today())
            wanted = Wanted(ward=found.ward, pin=form.cleaned_data["pin"])
            number = give_card(actor=request.actor, person=found.person, wanted=wanted, on=today())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            return render(request, "residents/home/desk/card.html", {"found": found, "number": number})
    extra = {"title": _("端末の利用カードを渡す"), "back": reverse("residents:account", args=[public_id])}
    return show_form(request, form, "residents/home/desk/one_form.html", extra)
