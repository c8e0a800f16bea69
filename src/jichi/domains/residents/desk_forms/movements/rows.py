"""Forms of movements: groups of fields, and a row of fields for each person."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.forms.utils import ErrorDict

from jichi.kernel.web.forms import KitForm

from ...actions.moves.order import Seat
from ...queries.known import people_named
from ...rules.facts import Facts
from ...rules.words import JAPAN
from ...rules.writable import STAY, WRITABLE, YEARS
from .fields import item_field
from .known import apart_field, hidden_id, hidden_text, known_field, public_id
from .setting import Setting, Subject

# What few of those who come have: a former or common name, a birth that is no day, a stay.
SELDOM = ("former_name", "common_name", "birth_as_told", *STAY, *YEARS)


class RowsForm(KitForm):
    """A form in groups, with a group for each subject of its setting."""

    def __init__(self, *args: Any, setting: Setting, **named: Any) -> None:
        super().__init__(*args, **named)
        self.setting = setting
        self.groups: list[dict[str, Any]] = []

    @property
    def kind(self) -> str:
        return self.setting.kind

    def keep(self) -> None:
        """Show again what was typed, and what is known of a new row, without saying what is still missing."""
        self._errors = ErrorDict()
        self.data = self.data.copy()  # type: ignore[attr-defined]
        for name, each in self.fields.items():
            if name not in self.data and each.initial is not None:
                self.data[name] = each.initial  # type: ignore[index]

    def group(self, legend: str, fields: Mapping[str, forms.Field], hint: str = "", **more: Any) -> None:
        self.fields.update(fields)
        self.groups.append({"legend": legend, "names": list(fields), "hint": hint, **more})

    def shown_groups(self) -> list[dict[str, Any]]:
        """The groups with their bound fields, for the template; what few people have stands aside until it is needed."""
        return [{**group, **self.fields_of(group)} for group in self.groups]

    def fields_of(self, group: Mapping[str, Any]) -> dict[str, Any]:
        fields = [self[name] for name in group["names"]]
        seldom = [each for each in fields if group.get("comes") and each.name.partition("-")[2] in SELDOM]
        return {
            "fields": [each for each in fields if each not in seldom],
            "seldom": seldom,
            "is_needed": self.kind == "alien_registered"
            or any(is_foreign(each) for each in fields)
            or any(is_needed(each) for each in seldom),
        }

    def add_people(self) -> None:
        for at, subject in enumerate(self.setting.subjects):
            fields = {f"p{at}-{item}": item_field(item) for item in self.items_of(subject)}
            for item, one in ((name.partition("-")[2], one) for name, one in fields.items()):
                one.initial = self.initial_of(subject, item)
                one.required = item == "nationality"
            if fields:
                row: dict[str, Any] = {"row": at, "known": subject.known} if self.setting.is_arrival else {}
                row["comes"] = subject.entry is None
                self.group(subject.name, fields, **row)
            if self.setting.is_arrival:
                self.fields |= {known_field(at): hidden_id(), apart_field(at): hidden_text()}

    def items_of(self, subject: Subject) -> list[str]:
        items = list(WRITABLE.get(self.setting.kind, ()))
        if self.setting.spec.seats and "relationship" not in items:
            place = items.index("kana") + 1 if "kana" in items else 0
            items.insert(place, "relationship")
        return items

    def initial_of(self, subject: Subject, item: str) -> Any:
        if subject.entry is None:
            return JAPAN if item == "nationality" else None
        is_new_seat = item == "relationship" and self.setting.kind in ("household_split", "households_merged")
        return None if is_new_seat else getattr(subject.entry.facts, item)

    def seats(self) -> tuple[Seat, ...]:
        return tuple(self.seat(at, subject) for at, subject in enumerate(self.setting.subjects))

    def seat(self, at: int, subject: Subject) -> Seat:
        told = {item: self.cleaned_data[f"p{at}-{item}"] for item in self.items_of(subject)}
        relationship = (
            told.pop("relationship", "") if self.setting.spec.seats else told.get("relationship", "")
        )
        return Seat(person=subject.person, relationship=str(relationship or "").strip(), items=told)

    def apart(self) -> frozenset[int]:
        """Keys of the people of whom the clerk said that they are none of those who come."""
        return frozenset(person.pk for person in people_named(self.told_apart()).values())

    def told_apart(self) -> set[UUID]:
        """Of whom the clerk said that they are none of those who come."""
        said = " ".join(
            self.cleaned_data.get(apart_field(at), "") for at in range(len(self.setting.subjects))
        )
        return {found for each in said.split() if (found := public_id(each))}

    def newcomers(self) -> dict[int, Facts]:
        """What is told of those of whom the register does not know that it knows them, by their rows."""
        rows = enumerate(zip(self.setting.subjects, self.seats(), strict=True))
        return {at: Facts().changed_by(seat.items) for at, (each, seat) in rows if each.known is None}


def is_needed(field: BoundField) -> bool:
    return field.value() not in (None, "") or (field.form.is_bound and bool(field.errors))


def is_foreign(field: BoundField) -> bool:
    return field.name.endswith("-nationality") and str(field.value() or JAPAN).upper() != JAPAN
