"""The list of clocks that a reader sees: what is overdue first, in pages, narrowed by state and section."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.web.forms import DayInput
from jichi.kernel.web.table import Column, FilterForm, Table
from jichi.kernel.web.words import deadline_badge, section_text

from .models import Deadline, State
from .queries import sections_of, seen_by

EVERYTHING = ("", gettext_lazy("すべて"))


class ClockFilter(FilterForm):
    """Narrow the clocks; an empty field narrows nothing."""

    standing = forms.ChoiceField(
        label=gettext_lazy("状態"),
        required=False,
        choices=[
            EVERYTHING,
            ("overdue", gettext_lazy("期限切れ")),
            ("running", gettext_lazy("これから")),
            ("paused", gettext_lazy("停止中")),
        ],
    )
    section = forms.ChoiceField(label=gettext_lazy("受け持つ課"), required=False)
    day = forms.DateField(label=gettext_lazy("最後の日"), required=False, widget=DayInput)
    on: date

    def narrow(self, rows: QuerySet[Deadline]) -> QuerySet[Deadline]:
        asked = self.cleaned_data
        if asked.get("section"):
            rows = rows.filter(owner__code=asked["section"])
        if asked.get("day"):
            rows = rows.filter(due_on=asked["day"]).exclude(state=State.PAUSED)
        match asked.get("standing"):
            case "overdue":
                return rows.filter(due_on__lt=self.on).exclude(state=State.PAUSED)
            case "running":
                return rows.filter(due_on__gte=self.on).exclude(state=State.PAUSED)
            case "paused":
                return rows.filter(state=State.PAUSED)
        return rows


def filter_for(actor: Actor, today: date) -> type[ClockFilter]:
    """The filter with the sections that this reader sees."""

    class OfReader(ClockFilter):
        on = today

        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **named)
            offered = [(each.code, section_text(each)) for each in sections_of(actor)]
            self.fields["section"].choices = [EVERYTHING, *offered]  # type: ignore[attr-defined]

    return OfReader


def clock_table(actor: Actor, on: date) -> Table:
    """Raises: NotThere for who may see no clock."""
    return Table(
        what=_("期限"),
        rows=seen_by(actor),
        columns=[
            Column(
                key="due", label=_("期限"), sort="due_on", cell=lambda row: when(row, on), export="due_on"
            ),
            Column(key="title", label=_("すること"), heading=True, cell="title", link=address),
            Column(key="subject", label=_("番号"), cell=reference, export="subject"),
            Column(
                key="owner",
                label=_("受け持つ課"),
                sort="owner__name",
                cell=lambda row: section_text(row.owner),
            ),
            Column(key="basis", label=_("根拠"), cell="basis"),
            Column(key="state", label=_("状態"), cell=state_of),
        ],
        sort="due",
        filters=filter_for(actor, on),
        filename="deadlines",
    )


def address(row: Deadline) -> str:
    return reverse("deadlines:page", args=[row.public_id])


def reference(row: Deadline) -> str:
    return format_html('<span class="ref">{}</span>', row.subject)


def when(row: Deadline, on: date) -> str:
    """How long is left; for a clock that stands still, what it waits for."""
    if row.is_paused:
        return _("%(awaits)sを待っています。") % {"awaits": row.awaits}
    return render_to_string("kit/deadline.html", {"badge": deadline_badge(row.due_on, today=on)})


def state_of(row: Deadline) -> str:
    demo = render_to_string("kit/demo_badge.html") if row.is_demo else ""
    return format_html("{} {}", row.get_state_display(), demo) if demo else row.get_state_display()
