"""Lists of the public record."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.names import title_in_words
from jichi.kernel.clock.reading import CITY_TIME, local_day
from jichi.kernel.web.forms import DayInput
from jichi.kernel.web.table import Column, FilterForm, ShownCell, ShownTable, Table

from . import queries
from .days import sealed_days
from .models import Event, Stream
from .words import type_text

SHORT = 12


def event_url(event: Event) -> str:
    return reverse("ledger:event", args=[event.digest])


def stream_url(name: str) -> str:
    return reverse("ledger:stream", args=[name])


def type_choices() -> list[tuple[str, str]]:
    return [("", _("すべて")), *((name, type_text(name)) for name in queries.types())]


class RecordFilter(FilterForm):
    type = forms.ChoiceField(label=gettext_lazy("できごと"), choices=type_choices, required=False)
    stream = forms.CharField(label=gettext_lazy("連なりの名前の始め"), max_length=120, required=False)
    on = forms.DateField(label=gettext_lazy("記録された日"), widget=DayInput, required=False)

    def narrow(self, rows: QuerySet[Event]) -> QuerySet[Event]:
        asked: dict[str, str | date | None] = self.cleaned_data
        return queries.narrowed(rows, type_=asked["type"], stream=asked["stream"], on=asked["on"])  # type: ignore[arg-type]


def newest_table() -> Table:
    return Table(
        what=_("公開の記録"),
        rows=queries.newest(),
        columns=[time_column(), what_column(), stream_column(), *by_columns()],
        filters=RecordFilter,
        filename="record",
    )


@dataclass(frozen=True, kw_only=True)
class DayOfRecord:
    """The events of one day, as far as they stand on a page of the list."""

    day: date
    rows: list[list[ShownCell]]


def by_day(shown: ShownTable) -> list[DayOfRecord]:
    """The page of a list under the days of its events."""
    start = (shown.number - 1) * shown.table.per_page
    events = shown.found[start : start + shown.table.per_page]
    return [
        DayOfRecord(day=day, rows=[shown.cells(event) for event in group])
        for day, group in groupby(events, key=lambda event: local_day(event.at))
    ]


def days_table() -> Table:
    return Table(
        what=_("封印した日"),
        rows=sealed_days(),
        columns=[
            Column(
                key="day",
                label=_("日"),
                heading=True,
                link=lambda each: reverse("ledger:day", args=[each.day]),
            ),
            Column(key="events", label=_("封印した記録"), numeric=True),
            Column(key="seals", label=_("封印の回数"), numeric=True),
            Column(key="size", label=_("これまでの記録"), cell="last.size", numeric=True),
            Column(
                key="root",
                label=_("根（始め）"),
                cell=lambda each: each.last.root[:SHORT],
                code=True,
                export=lambda each: each.last.root,
            ),
        ],
        filename="record-days",
    )


def chain_table(stream: Stream) -> Table:
    return Table(
        what=_("この連なりの記録"),
        rows=queries.chain(stream),
        columns=[
            Column(key="position", label=_("順番"), numeric=True),
            what_column(),
            at_column(),
            *by_columns(),
            digest_column(),
        ],
        filename="stream",
    )


def what_column() -> Column:
    return Column(
        key="type",
        label=_("できごと"),
        cell=lambda event: type_text(event.type),
        export="type",
        heading=True,
        link=event_url,
    )


def time_column() -> Column:
    return Column(key="at", label=_("記録の時刻"), cell=lambda event: time_text(event.at), export="at")


def time_text(at: datetime) -> str:
    return f"{at.astimezone(CITY_TIME):%H:%M}"


def at_column() -> Column:
    return Column(key="at", label=_("記録された時刻"), sort="at")


def stream_column() -> Column:
    return Column(
        key="stream",
        label=_("連なり"),
        cell="stream.name",
        code=True,
        link=lambda event: stream_url(event.stream.name),
    )


def by_columns() -> list[Column]:
    return [
        Column(
            key="actor", label=_("行った者"), cell=lambda event: title_in_words(event.actor), export="actor"
        ),
        Column(key="basis", label=_("根拠")),
    ]


def digest_column() -> Column:
    return Column(
        key="digest",
        label=_("要約値（始め）"),
        cell=lambda event: event.digest[:SHORT],
        export="digest",
        code=True,
    )
