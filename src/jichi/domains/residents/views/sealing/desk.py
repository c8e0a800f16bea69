"""The desk: what is at work, a number typed in, and everything of one person."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell
from jichi.kernel.web.table import Column, Table, show_table

from ...actions.look_at_person import look_at_person
from ...actions.seals.apply_for_seal import AppliedBefore
from ...desk_forms.seals import ApplyForm, FindForm, SealFilter
from ...models import Person, SealRegistration
from ...permissions import May
from ...queries import seal_desk as reads
from ...queries.seals import registered_seal
from ...queries.seeing import Seen, gate, person_with, seen
from .words import person_facts, step_kind, step_name


@login_required
def listing(request: Request) -> HttpResponseBase:
    """Applications at work. Nobody is named: the number stands on the paper that is brought."""
    rows = reads.at_work(request.actor)
    table = Table(
        what=_("進んでいる申請"), rows=rows, columns=columns(), filters=SealFilter, filename="seals"
    )
    found = find(request)
    if isinstance(found, HttpResponse):
        return found
    late = reads.overdue(rows, today()).count()
    return show_table(request, table, "residents/seals/listing.html", {"form": found, "late": late})


def columns() -> list[Column]:
    return [
        Column(key="number", label=_("登録の番号"), heading=True, link=address, whole=True),
        Column(key="step", label=_("段階"), cell=step_name, sort="step"),
        Column(key="applied_on", label=_("申請の日"), sort="applied_on", whole=True),
        Column(key="inquired_on", label=_("照会書を送った日"), sort="inquired_on", whole=True),
        Column(key="answer_due_on", label=_("回答の期限"), cell=due_text, sort="answer_due_on"),
        Column(key="ward", label=_("区"), cell="ward.name", sort="ward"),
    ]


def due_text(row: SealRegistration) -> Any:
    late = row.waits_for_answer and row.answer_due_on is not None and row.answer_due_on < today()
    return row.answer_due_on if not late else _("%(day)s（期限切れ）") % {"day": row.answer_due_on}


def address(row: SealRegistration) -> str:
    return reverse("residents:seal", args=[row.public_id])


def find(request: Request) -> FindForm | HttpResponse:
    """The form, or the way to what it found. The number and the reason never stand in an address."""
    form = FindForm(request.POST or None, initial={"why": _("印鑑登録の手続")})
    if request.method != "POST" or not form.is_valid():
        return form
    found = reads.found_by(form.cleaned_data["number"])
    if found is None:
        form.add_error("number", _("この番号の登録も住民も見つかりません。番号を確かめてください。"))
        return form
    person = found if isinstance(found, Person) else found.person
    look_at_person(actor=request.actor, person=person, why=form.cleaned_data["why"], what="seal")
    if isinstance(found, Person):
        return redirect("residents:seals_of_person", found.public_id)
    return redirect("residents:seal", found.public_id)


def opened(request: Request, public_id: UUID) -> tuple[Person, Seen]:
    """A person's record for this desk's work; the look is noted before."""
    gate(request.actor, May.REGISTER_SEAL)
    person = person_with(request.actor, public_id)
    look_at_person(actor=request.actor, person=person, why=_("印鑑登録の手続"), what="seal")
    return person, seen(request.actor, person, today())


@login_required
def of_person(request: Request, public_id: UUID) -> HttpResponse:
    """All registrations of one person, and the way to a new one."""
    person, record = opened(request, public_id)
    rows = [] if record.to_officer else list(reads.seals_of_person(person))
    context = {
        "person": person,
        "facts": person_facts(record),
        "hidden": record.to_officer,
        "rows": [
            {"seal": row, "step": step_name(row), "kind": step_kind(row), "card": current_card(row)}
            for row in rows
        ],
        "ward": None if record.to_officer else reads.ward_to_apply_in(request.actor, record),
        "has_open": any(row.is_open for row in rows),
        "has_seal": any(row.is_standing for row in rows),
    }
    return render(request, "residents/seals/person.html", context)


def current_card(row: SealRegistration) -> str:
    return next((card.number for card in row.cards.all() if card.ended_on is None), "")


@login_required
def apply(request: Request, public_id: UUID) -> HttpResponse:
    """The application, confirmed before it is taken in."""
    person, record = opened(request, public_id)
    ward = None if record.to_officer else reads.ward_to_apply_in(request.actor, record)
    if ward is None:
        return redirect("residents:seals_of_person", public_id)
    form = ApplyForm(request.POST or None, has_seal=registered_seal(person) is not None)
    if stage_of(request, form) is Stage.ACT:
        try:
            made = form.act(actor=request.actor, person=person, ward=ward, on=today())
        except AppliedBefore as before:
            return redirect("residents:seal", before.registration.public_id)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("申請を受け付けました。次に、印影を読み取ってください。"))
            return redirect("residents:seal_scan", made.public_id)
    words = Act(title=_("印鑑登録の申請"), button=_("受け付ける"))
    extra = {
        "person": person,
        "facts": person_facts(record),
        "names": reads.names_for(record, today()),
        "back": reverse("residents:seals_of_person", args=[public_id]),
    }
    return show_form(request, form, "residents/seals/apply.html", extra, act=None if form.errors else words)
