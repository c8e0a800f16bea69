"""One movement: what it wrote, and the two ways to put it right."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.policy import may
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell
from jichi.kernel.web.words import moment_text, value_text

from ...actions.moves.give_up_move_out import give_up_move_out
from ...actions.moves.void_movement import foresee_void, void_movement
from ...actions.writing import Intake, SentBefore
from ...desk_forms.movements.small import VoidForm
from ...models import Entry, Movement
from ...permissions import May
from ...queries.households import movement_numbered
from ...queries.limits import due_of
from ...queries.seeing import seen_entries
from ...rules.facts import ITEMS
from .words import DONE, foreseen_of, item_text, kind_text, label_of, steps_at
from .words import due_of as due_in_words


@never_cache
@login_required
def page(request: Request, number: str) -> HttpResponse:
    movement = movement_numbered(request.actor, number)
    return render(request, "residents/movements/movement.html", given(request, movement))


def written_by(movement: Movement) -> list[Entry]:
    """What the movement wrote of each person; of a voided one what it last wrote."""
    rows = movement.entries.select_related("person", "town__ward", "household").order_by("person_id", "-pk")
    latest: dict[int, Entry] = {}
    for entry in rows:
        latest.setdefault(entry.person_id, entry)
    return list(latest.values())


def given(request: Request, movement: Movement) -> dict[str, Any]:
    entries = written_by(movement)
    seen = seen_entries(request.actor, entries, today())
    is_hidden = any(one.hidden for one in seen)
    voided = Movement.objects.filter(voids=movement).first()
    household = next((entry.household for entry in entries if entry.household), None)
    return {
        "movement": movement,
        # Of a hidden person's movement nothing is said: its kind, day, ward and note all tell of places.
        "title": _("異動") if is_hidden else kind_text(movement.what),
        "facts": [] if is_hidden else facts_of(movement),
        "people": [] if is_hidden else [person_of(entry) for entry in entries],
        "is_hidden": is_hidden,
        "household": None if is_hidden else household,
        "visits": [] if is_hidden else list(movement.visits.order_by("visited_on")),
        "due": due_in_words(None if is_hidden else due_for(movement)),
        "voided": None if is_hidden else voided,
        "is_done": "done" in request.GET,
        "steps": steps_at(DONE),
        "may_void": may_mend(request, movement) and not is_hidden and voided is None,
        "is_leaving": not is_hidden and voided is None and is_leaving(movement, entries),
        "has_panel": True,
    }  # fmt: skip


def is_leaving(movement: Movement, entries: list[Entry]) -> bool:
    """Whether the people whose leaving it announces have not left yet."""
    open_entries = (entry.superseded_at is None and entry.until is None for entry in entries)
    return movement.kind == "moving_out" and any(open_entries)


def due_for(movement: Movement) -> Any:
    if movement.notified_on is None:
        return None
    return due_of(movement.kind, happened_on=movement.happened_on, notified_on=movement.notified_on)


def may_mend(request: Request, movement: Movement) -> bool:
    return movement.kind not in ("voided", "taken_over") and may(
        request.actor, May.VOID_MOVEMENT, movement.scope
    )


def facts_of(movement: Movement) -> list[dict[str, Any]]:
    said = {
        _("異動日"): movement.happened_on,
        _("届出を受けた日"): movement.notified_on,
        _("届出の期限"): movement.due_on,
        _("期限に遅れた理由"): movement.late_reason,
        _("届出人・通知元"): movement.notified_by,
        _("確認した書類"): movement.proofs,
        _("区"): movement.ward.name,
        _("根拠"): movement.what.basis,
        _("備考"): movement.note,
    }
    facts = [{"label": label, "value": value_text(value) if value else ""} for label, value in said.items()]
    return [*facts, {"label": _("入力した日時"), "value": moment_text(movement.recorded_at)}]


def person_of(entry: Entry) -> dict[str, Any]:
    towns = (
        {entry.town.pk: f"{entry.town.ward.name}{entry.town.name}{entry.town.hamlet}"} if entry.town else {}
    )
    items = [
        {"label": label_of(item), "value": item_text(entry.facts, item, towns)}
        for item in sorted(entry.written.split(), key=ITEMS.index)
        if item != "household"
    ]
    return {
        "name": entry.name,
        "public_id": entry.person.public_id,
        "items": [one for one in items if one["value"]],
    }


def to_mend(request: Request, number: str) -> Movement:
    """Raises: NotThere."""
    movement = movement_numbered(request.actor, number)
    seen = seen_entries(request.actor, written_by(movement), today())
    if not may_mend(request, movement) or any(one.hidden for one in seen):
        raise NotThere
    return movement


@never_cache
@login_required
def void(request: Request, number: str) -> HttpResponse:
    """Take a movement back, with a reason."""
    movement = to_mend(request, number)
    form = VoidForm(request.POST or None)
    stage = stage_of(request, form)
    if stage is Stage.ACT and (done := voided(request, form, movement)):
        messages.success(request, _("異動を取り消しました。"))
        return redirect("residents:movement", done.number)
    found = foreseen(form, movement) if stage is Stage.CONFIRM else None
    lead = _("この異動がなかったものとして、後の日の記録も計算し直します。信じられていた内容は残ります。")
    extra = {**mending(movement, _("異動を取り消す")), "lead": lead}
    if found is None:
        return show_form(request, form, "residents/movements/mend.html", extra)
    extra |= {"form": form, "subject": movement, "act_word": _("取り消す"), "is_danger": True}
    return render(request, "residents/movements/check.html", {**extra, **found})


def foreseen(form: VoidForm, movement: Movement) -> dict[str, Any] | None:
    """How it would be without the movement; what would be refused is said at the form."""
    try:
        return foreseen_of(foresee_void(voiding(form, movement), movement))
    except Refusal as refusal:
        tell(form, refusal)
        return None


def voided(request: Request, form: VoidForm, movement: Movement) -> Movement | None:
    intake = voiding(form, movement)
    return tried(
        form, intake, lambda: void_movement(actor=request.actor, intake=intake, movement=movement, on=today())
    )


def voiding(form: VoidForm, movement: Movement) -> Intake:
    return Intake(
        kind="voided",
        happened_on=today(),
        ward=movement.ward,
        note=form.cleaned_data["note"],
        ticket=UUID(str(form.cleaned_data["ticket"])),
        voids=movement,
        is_demo=movement.is_demo,
    )


def tried(form: Any, intake: Intake, act: Any) -> Movement | None:
    """Act; the same form sent twice is one movement, and a refusal is said at its field."""
    try:
        done: Movement = act()
    except SentBefore:
        return Movement.objects.get(ticket=intake.ticket)
    except Refusal as refusal:
        tell(form, refusal)
        return None
    return done


@never_cache
@login_required
def give_up(request: Request, number: str) -> HttpResponse:
    """Somebody who announced to leave stays after all."""
    movement = movement_numbered(request.actor, number)
    if not given(request, movement)["is_leaving"] or given(request, movement)["is_hidden"]:
        raise NotThere
    form = VoidForm(request.POST or None)
    form.fields["note"].label = _("転出をやめる理由")
    if stage_of(request, form) is Stage.ACT and (done := gave_up(request, form, movement)):
        messages.success(request, _("転出を取りやめました。"))
        return redirect("residents:movement", done.number)
    act = None if form.errors else Act(title=_("転出を取りやめる"), button=_("取りやめる"))
    return show_form(
        request, form, "residents/movements/mend.html", mending(movement, _("転出を取りやめる")), act=act
    )


def gave_up(request: Request, form: VoidForm, movement: Movement) -> Movement | None:
    intake = replace(voiding(form, movement), voids=None)
    return tried(
        form,
        intake,
        lambda: give_up_move_out(actor=request.actor, intake=intake, announced=movement, on=today()),
    )


def mending(movement: Movement, title: str) -> dict[str, Any]:
    return {"movement": movement, "title": title, "kind": kind_text(movement.what)}
