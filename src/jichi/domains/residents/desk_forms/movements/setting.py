"""What the form of a movement is about: the household, the people on it, and who was chosen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.places.models import Town, Ward
from jichi.kernel.web.forms import KitForm

from ...actions.moves.households import head_of
from ...models import Entry, Household, Person
from .specs import ARRIVALS, Spec, spec_of


@dataclass(frozen=True, kw_only=True)
class Subject:
    """Somebody on the form: a member with a record, or a row for somebody who comes. `name` heads the group.

    `known` is who comes, where the register knows them already.
    """

    name: str
    entry: Entry | None = None
    known: Person | None = None

    @property
    def person(self) -> Person:
        return self.entry.person if self.entry else self.known or Person()


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What a form is about: the household with its members on the day, who was chosen, and where the clerk works."""

    kind: str
    ward: Ward
    towns: Sequence[Town]
    today: date
    household: Household | None = None
    members: Sequence[Entry] = ()
    subjects: Sequence[Subject] = ()
    office_wards: frozenset[str] = field(default_factory=frozenset)

    @property
    def spec(self) -> Spec:
        return spec_of(self.kind)

    @property
    def is_arrival(self) -> bool:
        """Whether people come who may be known; a child that is born is not."""
        return self.kind in ARRIVALS

    @property
    def chosen(self) -> set[int]:
        return {each.entry.person_id for each in self.subjects if each.entry}

    @property
    def left(self) -> list[Entry]:
        return [entry for entry in self.members if entry.person_id not in self.chosen]

    @property
    def head(self) -> Entry | None:
        return head_of(self.members)


def rows_for(count: int, known: Mapping[int, Person] | None = None) -> list[Subject]:
    """Rows for people who come; `known` says in which row somebody comes whom the register knows."""
    known = known or {}
    return [Subject(name=_("%(at)s人目") % {"at": at + 1}, known=known.get(at)) for at in range(count)]


class PeopleForm(KitForm):
    """Who of the household it is about."""

    people = forms.MultipleChoiceField(
        label=gettext_lazy("だれの異動ですか"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("だれの異動かを選んでください。")},
    )

    def __init__(self, *args: Any, offered: Iterable[tuple[Entry, str]], single: bool, **named: Any) -> None:
        super().__init__(*args, **named)
        self.offered = {entry.person.public_id.hex: entry for entry, _words in offered}
        field = self.fields["people"]
        field.choices = [(entry.person.public_id.hex, words) for entry, words in offered]  # type: ignore[attr-defined]
        if single:
            field.widget = forms.RadioSelect(choices=field.choices)  # type: ignore[attr-defined]
            field.help_text = _("一人を選んでください。")
            field.clean = lambda value: [value] if value in self.offered else self.refuse()  # type: ignore[method-assign]

    def refuse(self) -> list[str]:
        raise forms.ValidationError(_("だれの異動かを選んでください。"))

    @property
    def chosen(self) -> list[Entry]:
        return [self.offered[each] for each in self.cleaned_data["people"]]
