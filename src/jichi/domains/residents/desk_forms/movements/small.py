"""Small forms around movements: opening a household, choosing a day, taking back, correcting, filtering."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.clock.reading import CITY_TIME
from jichi.kernel.web.forms import DayInput, KitForm
from jichi.kernel.web.table import FilterForm

from ...actions.writing import Change, Intake
from ...models import Entry, Household, Movement
from ...queries.households import household_numbered
from ...rules.kinds import KINDS
from .fields import FIXED, MAKERS, item_field


class OpenHouseholdForm(KitForm):
    """A household by its number; why it is opened is asked on its own page."""

    number = forms.CharField(
        label=gettext_lazy("世帯番号"),
        max_length=20,
        help_text=gettext_lazy("27で始まる番号です。ハイフンはなくてもかまいません。"),
    )

    def clean_number(self) -> Household:
        found = household_numbered(self.cleaned_data["number"])
        if found is None:
            raise forms.ValidationError(_("この番号の世帯はありません。番号を確かめてください。"))
        return found


class DayForm(KitForm):
    """Any past day, and optionally what was believed on another."""

    day = forms.DateField(label=gettext_lazy("この日の世帯"), widget=DayInput)
    believed = forms.DateField(
        label=gettext_lazy("この日に信じられていた内容"), widget=DayInput, required=False
    )


class VoidForm(KitForm):
    note = forms.CharField(
        label=gettext_lazy("取り消す理由"), max_length=500, widget=forms.Textarea({"rows": 3})
    )
    ticket = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.initial.setdefault("ticket", uuid4())


class CorrectForm(KitForm):
    """A movement as it was entered, to be put right: days, and every item that it wrote of each person."""

    happened_on = forms.DateField(label=gettext_lazy("異動日"), widget=DayInput)
    notified_on = forms.DateField(label=gettext_lazy("届出を受けた日"), widget=DayInput, required=False)
    late_reason = forms.CharField(
        label=gettext_lazy("期限に遅れた理由（遅れたときだけ）"), max_length=300, required=False
    )
    note = forms.CharField(
        label=gettext_lazy("訂正する理由"), max_length=500, widget=forms.Textarea({"rows": 2})
    )
    ticket = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, movement: Movement, entries: Iterable[Entry], **named: Any) -> None:
        super().__init__(*args, **named)
        self.movement, self.entries = movement, list(entries)
        self.groups: list[dict[str, Any]] = []
        days = {"happened_on": movement.happened_on, "notified_on": movement.notified_on}
        for name, value in {**days, "late_reason": movement.late_reason, "ticket": uuid4()}.items():
            self.initial.setdefault(name, value)
        for entry in self.entries:
            self.add_person(entry)

    def add_person(self, entry: Entry) -> None:
        names = []
        for item in written(entry):
            if item not in FIXED and item in MAKERS:
                field = item_field(item)
                field.initial = getattr(entry.facts, item)
                names.append(name_of(entry, item))
                self.fields[names[-1]] = field
        self.groups.append({"legend": entry.name, "names": names, "hint": ""})

    def shown_groups(self) -> list[dict[str, Any]]:
        days = ["happened_on", "notified_on", "late_reason", "note"]
        groups = [{"legend": _("いつ・なぜ"), "names": days, "hint": ""}, *self.groups]
        return [{**group, "fields": [self[name] for name in group["names"]]} for group in groups]

    def intake(self) -> Intake:
        told, wrong = self.cleaned_data, self.movement
        return Intake(
            kind=wrong.kind,
            happened_on=told["happened_on"],
            notified_on=told["notified_on"],
            late_reason=told["late_reason"],
            received_at=wrong.received_at,
            ward=wrong.ward,
            office=wrong.office,
            notified_by=wrong.notified_by,
            proofs=wrong.proofs,
            note=told["note"],
            ticket=UUID(str(told["ticket"])),
            voids=wrong,
            is_demo=wrong.is_demo,
        )

    def changes(self) -> list[Change]:
        return [Change(person=entry.person, items=self.items_of(entry)) for entry in self.entries]

    def items_of(self, entry: Entry) -> dict[str, Any]:
        """What the movement wrote, with what was put right."""
        facts, told = entry.facts, self.cleaned_data
        return {item: told.get(name_of(entry, item), getattr(facts, item)) for item in written(entry)}

    def says_something_new(self) -> bool:
        told, was = self.cleaned_data, self.movement
        days = (told["happened_on"], told["notified_on"]) != (was.happened_on, was.notified_on)
        facts = [(entry.facts, self.items_of(entry)) for entry in self.entries]
        return days or any(
            getattr(said, item) != value for said, items in facts for item, value in items.items()
        )


def written(entry: Entry) -> list[str]:
    return entry.written.split()


def name_of(entry: Entry, item: str) -> str:
    return f"{entry.person.public_id.hex}-{item}"


class MovementFilter(FilterForm):
    """The list of movements: of a day, of a kind, still standing or not."""

    day = forms.DateField(label=gettext_lazy("入力した日"), widget=DayInput, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("種類"), required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["kind"].choices = [("", _("すべて")), *((each.code, _(each.name)) for each in KINDS)]  # type: ignore[attr-defined]

    def narrow(self, rows: Any) -> Any:
        told = self.cleaned_data
        if told["day"]:
            rows = rows.filter(recorded_at__range=day_range(told["day"]))
        return rows.filter(kind=told["kind"]) if told["kind"] else rows


def day_range(day: date) -> tuple[datetime, datetime]:
    """The first and the last moment of a day in the city."""
    return datetime.combine(day, time.min, CITY_TIME), datetime.combine(day, time.max, CITY_TIME)
