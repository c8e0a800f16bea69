"""Take an application at the counter. Whoever takes it sees no more of the person afterwards than any clerk."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.policy import holding
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.places.models import Ward
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell

from ...actions.protection.apply_for_protection import Application, apply_for_protection
from ...forms.protection import ApplicationForm
from ...models import Person
from ...permissions import May
from ...queries.looks import standing_look
from ...queries.seeing import gate, person_with


@never_cache
@login_required
def page(request: Request, public_id: UUID) -> HttpResponse:
    gate(request.actor, May.PROTECT)
    person = person_with(request.actor, public_id)
    if standing_look(request.actor, person) is None:
        raise NotThere
    form = ApplicationForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT:
        try:
            taken(request, person, form)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            return render(request, "residents/protection/taken.html", {"number": person.number})
    words = Act(
        title=_("支援措置の申出を受け付ける"),
        button=_("受け付けて、すぐに保護する"),
        explains=_("受け付けると、この人と同じ世帯の人の住所などは、担当者のほかには見えなくなります。"),
    )
    extra = {"number": person.number, "back": reverse("residents:person", args=[person.public_id])}
    return show_form(request, form, "residents/protection/apply.html", extra, act=words)


def taken(request: Request, person: Person, form: ApplicationForm) -> None:
    application = Application(
        ward=ward_of_counter(request), applicant=person, is_demo=person.is_demo, **form.cleaned_data
    )
    apply_for_protection(actor=request.actor, application=application, on=today())


def ward_of_counter(request: Request) -> Ward:
    """The ward at whose counter the application was handed in becomes responsible."""
    wards = sorted(held.ward for held in holding(request.actor, May.PROTECT) if held.ward)
    return Ward.objects.filter(pk__in=wards).order_by("pk").first() or Ward.objects.order_by("pk")[0]
