"""What a change would make of the last day, said before anybody agrees to it."""

from datetime import date

from django.forms import Form
from django.utils.translation import gettext as _

from jichi.kernel.calendar import Extension, Unit

from .models import Deadline
from .reckoned import changes_of, period_of, reckon_again
from .words import day_in_words
from .working_days import WORKING_DAYS


def foreseen(deadline: Deadline, form: Form) -> str:
    """The new last day for what was typed; empty as long as it cannot be reckoned."""
    if not form.is_bound or not form.is_valid():
        return ""
    day = extended_to(deadline, form) if "length" in form.cleaned_data else resumed_to(deadline, form)
    return _("新しい最後の日は%(day)sです。") % {"day": day_in_words(day)} if day else ""


def resumed_to(deadline: Deadline, form: Form) -> date | None:
    running = deadline.pauses.filter(resumed_on__isnull=True).first()
    on = form.cleaned_data["on"]
    if running is None or on < running.paused_on:
        return None
    return reckon_again(deadline, until=on).day


def extended_to(deadline: Deadline, form: Form) -> date:
    more = Extension(
        since=form.cleaned_data["on"],
        length=form.cleaned_data["length"],
        unit=Unit(deadline.extension_unit),
        basis=deadline.extension_basis,
    )
    changes = [*changes_of(deadline, until=None), more]
    return period_of(deadline).last_day(deadline.started_on, closed=WORKING_DAYS, changes=changes).day
