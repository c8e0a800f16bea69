"""Make a register from another city's copy or from a paper register."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell

from ...actions.family.make_family_register import make_family_register
from ...forms.family.making import RegisterForm
from ...queries.family_desk import let_in


@never_cache
@login_required
def page(request: Request) -> HttpResponse:
    let_in(request.actor)
    form = RegisterForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT:
        try:
            register = make_family_register(actor=request.actor, old=form.old(), on=today())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("戸籍をつくりました。"))
            return redirect("residents:family_register", register.public_id)
    act = Act(title=_("戸籍をつくる"), button=_("つくる"))
    extra = {"back": reverse("residents:family")}
    return show_form(request, form, "residents/family/make.html", extra, act=None if form.errors else act)
