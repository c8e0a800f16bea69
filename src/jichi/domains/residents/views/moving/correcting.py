"""A movement is put right: filled in, looked ahead, and asked who of those who were forgotten is known already."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import tell

from ...actions.moves.correct_movement import correct_movement, foresee_correction
from ...actions.moves.refusals import NothingChanges
from ...desk_forms.movements.correcting import COMPANIONS, CorrectForm, written
from ...desk_forms.movements.fields import spoken
from ...desk_forms.movements.setting import Setting, rows_for
from ...models import Entry, Movement
from ...queries.households import companions_of, towns_of, wards_to_enter_in
from ...queries.seeing import seen_entries
from ...rules.relationships import USUAL
from ..country_words import country_choices
from . import known
from .movement import to_mend, tried, written_by
from .words import choice_words, foreseen_of, kind_text


@never_cache
@login_required
def correct(request: Request, number: str) -> HttpResponse:
    """Replace a movement by what should have been entered."""
    movement = to_mend(request, number)
    if not any(entry.superseded_at is None for entry in written_by(movement)):
        # Taken back or put right already, as by the same form sent twice: its page says by what.
        return redirect("residents:movement", number)
    data = request.POST.copy()
    stopped = known.is_handed_over(request, data, movement.kind)
    form = form_for(request, movement, data)
    if stopped:
        return known.handed_over(request, form)
    if (at := known.row_named(data, "find")) is not None and data.get("stage") != "mend":
        return known.search_page(request, data, form, at)
    return proceed(request, data, form)


def form_for(request: Request, movement: Movement, data: QueryDict) -> CorrectForm:
    entries = [entry for entry in written_by(movement) if entry.superseded_at is None]
    wards = wards_to_enter_in(request.actor)
    count = known.count_of(data, least=0)
    setting = Setting(
        kind=movement.kind,
        ward=movement.ward,
        towns=list(towns_of(wards)),
        today=today(),
        subjects=[
            replace(each, name=_("忘れた人 %(at)s") % {"at": at})
            for at, each in enumerate(rows_for(count, known.known_rows(request.actor, data, count)), start=1)
        ],
        office_wards=frozenset(wards.values_list("code", flat=True)),
    )
    beside = [(entry, choice_words(entry)) for entry in forgotten(request, movement, entries)]
    return CorrectForm(data or None, setting=setting, movement=movement, entries=entries, beside=beside)


def forgotten(request: Request, movement: Movement, entries: list[Entry]) -> list[Entry]:
    """The members of the household who could have gone along.

    Raises: NotThere where this reader must hand one of them over.
    """
    if movement.kind not in COMPANIONS or not entries:
        return []
    most = max(len(written(entry)) for entry in entries)
    went = {entry.person_id for entry in entries if len(written(entry)) == most}
    beside = [entry for entry in companions_of(movement, went) if entry.person_id not in went]
    if any(seen.to_officer for seen in seen_entries(request.actor, beside, today())):
        raise NotThere
    return beside


def proceed(request: Request, data: QueryDict, form: CorrectForm) -> HttpResponse:
    stage = data.get("stage", "")
    if stage in ("add", "drop", "mend"):
        form.keep()
    if not form.is_bound or stage in ("add", "drop", "mend"):
        return fill(request, form)
    found = looked_ahead(form) if form.is_valid() else None
    if stage == "foresee":
        return render(request, "residents/movements/foreseen.html", found or {})
    if found is None:
        return fill(request, form)
    if stage == "act" and (done := corrected(request, form)):
        messages.success(request, _("異動を訂正しました。"))
        return redirect("residents:movement", done.number)
    if form.errors:
        return fill(request, form)
    return known.question(request, data, form) or check(request, form, found)


def looked_ahead(form: CorrectForm) -> dict[str, Any] | None:
    """What would come of it; what would be refused is said at the form."""
    try:
        if not form.says_something_new():
            raise NothingChanges
        found = foresee_correction(form.intake(), form.changes(), on=today())
    except Refusal as refusal:
        tell(form, refusal)
        return None
    return foreseen_of(found)


def corrected(request: Request, form: CorrectForm) -> Movement | None:
    intake, changes, apart = form.intake(), form.changes(), form.apart()
    return tried(
        form,
        intake,
        lambda: correct_movement(
            actor=request.actor, intake=intake, changes=changes, on=today(), apart=apart
        ),
    )


def fill(request: Request, form: CorrectForm) -> HttpResponse:
    return render(
        request, "residents/movements/correct.html", page_of(form), status=422 if form.errors else 200
    )


def check(request: Request, form: CorrectForm, found: dict[str, Any]) -> HttpResponse:
    return render(request, "residents/movements/check.html", {**page_of(form), **found})


def page_of(form: CorrectForm) -> dict[str, Any]:
    movement, count = form.movement, len(form.setting.subjects)
    return {
        "form": form,
        "movement": movement,
        "subject": movement,
        "title": _("異動を訂正する"),
        "kind": kind_text(movement.what),
        "rows": count,
        "is_arrival": form.setting.is_arrival,
        "may_add": count < known.MOST_ROWS,
        "towns": [spoken(town) for town in form.setting.towns],
        "relationships": USUAL,
        "nationalities": country_choices(),
        "act_word": _("訂正する"),
        "has_panel": True,
    }
