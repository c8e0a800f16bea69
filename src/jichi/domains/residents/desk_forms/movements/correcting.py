"""A movement as it was entered, to be put right: its days, its place, who is in it, and what it wrote of each."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.web.forms import DayInput

from ...actions.moves.correcting import again
from ...actions.writing import Change, Intake, items_of, keyed
from ...models import Entry, Movement, Person
from ...rules.facts import ITEMS
from .fields import FIXED, MAKERS, TownField, item_field, listed, spoken
from .rows import RowsForm
from .setting import Setting
from .specs import ARRIVALS

# What a movement writes alike of everybody who takes part in it, in the order of the form.
PLACES = ("came_from", "town", "lot", "building", "going_to", "leaving_on", "gone_to")
# What is the day of the movement itself, as long as it was written so.
DAYS = ("address_since", "resident_since")
COMMON = (*PLACES, *DAYS, "standing", "register", "household")
# Kinds to which another member of the household can be added.
COMPANIONS = (
    "moved", "moving_out", "move_out_confirmed", "not_living_here", "household_split", "households_merged", "household_changed",
)  # fmt: skip


class CorrectForm(RowsForm):
    """`entries` are what the movement wrote, `beside` the members of the household who may have been forgotten.

    The rows of the setting are people who were forgotten in an arrival.
    """

    happened_on = forms.DateField(label=gettext_lazy("異動日"), widget=DayInput)
    notified_on = forms.DateField(label=gettext_lazy("届出を受けた日"), widget=DayInput, required=False)
    late_reason = forms.CharField(
        label=gettext_lazy("期限に遅れた理由（遅れたときだけ）"), max_length=300, required=False
    )
    note = forms.CharField(
        label=gettext_lazy("訂正する理由"), max_length=500, widget=forms.Textarea({"rows": 2})
    )
    ticket = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        setting: Setting,
        movement: Movement,
        entries: Sequence[Entry],
        beside: Sequence[tuple[Entry, str]] = (),
        **named: Any,
    ) -> None:
        super().__init__(*args, setting=setting, **named)
        self.movement, self.entries = movement, list(entries)
        self.beside = {entry.person.public_id.hex: entry for entry, _words in beside}
        days = {"happened_on": movement.happened_on, "notified_on": movement.notified_on}
        for name, value in {**days, "late_reason": movement.late_reason, "ticket": uuid4()}.items():
            self.initial.setdefault(name, value)
        names = ["happened_on", "notified_on", "late_reason", "note"]
        self.groups.append({"legend": _("いつ・なぜ"), "names": names, "hint": ""})
        self.add_place()
        for entry in self.entries:
            self.add_entry(entry)
        self.add_people()
        self.add_beside([(entry.person.public_id.hex, words) for entry, words in beside])

    @property
    def example(self) -> Entry:
        """Of those who take part, one of whom the movement wrote the most: who only stays behind gets a relationship."""
        return max(self.entries, key=lambda entry: len(written(entry)))

    @property
    def shared(self) -> list[str]:
        """What was written alike of everybody of whom it was written."""
        found = [item for item in PLACES if item in written(self.example)]
        return [item for item in found if len(self.values_of(item)) == 1]

    def values_of(self, item: str) -> set[Any]:
        return {getattr(entry.facts, item) for entry in self.entries if item in written(entry)}

    def add_place(self) -> None:
        fields = {item: self.place_field(item) for item in self.shared}
        if fields:
            self.group(_("どこ"), fields)

    def place_field(self, item: str) -> forms.Field:
        town = self.example.town
        if item != "town" or town is None:
            field = item_field(item)
            field.initial = getattr(self.example.facts, item)
            return field
        known = [*self.setting.towns, *([] if town in self.setting.towns else [town])]
        field = TownField(label=_("町名"), towns=known, required=False)
        field.widget.attrs["list"] = "towns"
        several = sum(spoken(each) == spoken(town) for each in known) > 1
        field.initial = f"{town.ward.name}{spoken(town)}" if several else spoken(town)
        return field

    def add_entry(self, entry: Entry) -> None:
        fields: dict[str, forms.Field] = {}
        for item in written(entry):
            if item not in (*FIXED, *self.shared) and item in MAKERS and not self.follows_day(entry, item):
                field = fields[name_of(entry, item)] = item_field(item)
                field.initial = getattr(entry.facts, item)
        if len(self.entries) > 1:
            fields[name_of(entry, "out")] = forms.BooleanField(
                label=_("この異動から除く（誤って入れた人）"), required=False
            )
        self.group(entry.name, fields)

    def follows_day(self, entry: Entry, item: str) -> bool:
        """A day that is the day of the movement is put right with it."""
        is_birth = self.kind == "born" and item == "birth"
        return (item in DAYS or is_birth) and getattr(entry.facts, item) == self.movement.happened_on

    def add_beside(self, choices: Sequence[tuple[str, str]]) -> None:
        if not choices:
            return
        fields: dict[str, forms.Field] = {
            "added": forms.MultipleChoiceField(
                label=_("いっしょだった人"),
                choices=choices,
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        }
        if "relationship" in written(self.example):
            for key, entry in self.beside.items():
                label = _("%(name)sの続柄（加えるときだけ）") % {"name": entry.name}
                fields[f"{key}-joins"] = listed(label, "relationships", max_length=40)
        self.group(_("忘れた人を加える"), fields, _("届出に書かれていたのに、入力されなかった人を選びます。"))

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        for key in told.get("added", ()):
            name = f"{key}-joins"
            if name in self.fields and not told.get(name, "").strip():
                self.add_error(name, _("世帯主との続柄を入力してください。"))
        return told

    def intake(self) -> Intake:
        told, wrong = self.cleaned_data, self.movement
        right = again(wrong, note=told["note"], ticket=UUID(str(told["ticket"])))
        days = {name: told[name] for name in ("happened_on", "notified_on", "late_reason")}
        town = told.get("town")
        ward = town.ward if town and self.kind in (*ARRIVALS, "moved") else wrong.ward
        return Intake(**{**vars(right), **days, "ward": ward, "due_on": None})

    def changes(self) -> list[Change]:
        added = [self.beside[key] for key in self.cleaned_data.get("added", ())]
        keys = {entry.person_id for entry in added}
        stay = [entry for entry in self.entries if not self.is_out(entry) and entry.person_id not in keys]
        kept = [Change(person=entry.person, items=self.items_corrected(entry)) for entry in stay]
        companions = [self.joined(entry.person, self.joining(entry)) for entry in added]
        return [*kept, *companions, *(self.joined(seat.person, self.coming(seat)) for seat in self.seats())]

    def is_out(self, entry: Entry) -> bool:
        return bool(self.cleaned_data.get(name_of(entry, "out")))

    def items_corrected(self, entry: Entry) -> dict[str, Any]:
        """What the movement wrote, with what was put right."""
        return {item: self.item_corrected(entry, item) for item in written(entry)}

    def item_corrected(self, entry: Entry, item: str) -> Any:
        told, value = self.cleaned_data, getattr(entry.facts, item)
        if item in self.shared:
            return told[item]
        return told["happened_on"] if self.follows_day(entry, item) else told.get(name_of(entry, item), value)

    def joined(self, person: Person, own: Mapping[str, Any]) -> Change:
        """Somebody who was forgotten: what the movement wrote alike of all, and what is told of them."""
        common = {
            item: self.item_corrected(self.example, item) for item in written(self.example) if item in COMMON
        }
        return Change(person=person, items={**common, **own})

    def joining(self, entry: Entry) -> dict[str, Any]:
        name = f"{entry.person.public_id.hex}-joins"
        return {"relationship": self.cleaned_data[name].strip()} if name in self.fields else {}

    def coming(self, seat: Any) -> dict[str, Any]:
        return {**seat.items, "relationship": seat.relationship}

    def says_something_new(self) -> bool:
        told, was, changes = self.cleaned_data, self.movement, self.changes()
        days = (told["happened_on"], told["notified_on"]) != (was.happened_on, was.notified_on)
        stood = {entry.person_id: items_of(entry) for entry in self.entries}
        said = {change.person.pk or -at: keyed(change.items) for at, change in enumerate(changes, start=1)}
        return days or said != stood


def written(entry: Entry) -> list[str]:
    """The items that the movement wrote, in the order in which a record is read."""
    return sorted(entry.written.split(), key=ITEMS.index)


def name_of(entry: Entry, item: str) -> str:
    return f"{entry.person.public_id.hex}-{item}"
