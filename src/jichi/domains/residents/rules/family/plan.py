"""What a notification will write: pure data, drawn up before anything is written, shown on the check page as it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..words import SPACE
from .ages import has_age
from .blocks import OWN_ITEMS, full_name
from .carried import carried
from .case import Case, Domicile, Listed, Party, Sheet, named_by
from .words import Role


class CannotBeDrawn(ValueError):
    """The case lacks what the plan needs; `field` is where it would be given."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field, self.reason = field, reason


@dataclass(frozen=True, kw_only=True)
class Item:
    """One line of an entry: a label (`words.LABELS`) with a day or a text."""

    code: str
    text: str = ""
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class NewSheet:
    key: str
    domicile: Domicile
    first: str
    why: str
    follows: str = ""


@dataclass(frozen=True, kw_only=True)
class NewMember:
    """Somebody who enters: `person` is a person known already, else `party` the role of who is on the form."""

    key: str
    sheet: str
    person: int | None
    party: Role | None
    carried: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Writing:
    """An entry: of a member, or of the register itself where `member` is empty; with what it changes in the block.

    Without a `kind` nothing is printed of the member: the change belongs to the entry of the register before it.
    """

    sheet: str
    member: str
    kind: str
    items: tuple[Item, ...]
    changes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Tie:
    """A tie of family law that begins or ends between two parties; an end without `to` is of all ties of the kind."""

    kind: str
    of: Role
    to: Role | None
    ends: bool = False


@dataclass(frozen=True, kw_only=True)
class Plan:
    sheets: tuple[NewSheet, ...]
    members: tuple[NewMember, ...]
    writings: tuple[Writing, ...]
    ties: tuple[Tie, ...]
    moved: Mapping[str, Domicile]


@dataclass(frozen=True, kw_only=True)
class Target:
    """Where somebody goes: a register of this city that stands or is to be made, or (without key) one elsewhere."""

    key: str
    domicile: Domicile
    first: str
    is_new: bool = True

    @property
    def surname(self) -> str:
        return self.first.partition(SPACE)[0]

    @property
    def display(self) -> str:
        return named_by(self.domicile.text, self.first)


def target_of(sheet: Sheet) -> Target:
    return Target(key=str(sheet.key), domicile=sheet.domicile, first=sheet.first, is_new=False)


class Draft:
    """A plan while it is being drawn up. The kinds say what happens; here is how it is written."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.sheets: list[NewSheet] = []
        self.members: list[NewMember] = []
        self.writings: list[Writing] = []
        self.ties: list[Tie] = []
        self.moved: dict[str, Domicile] = {}

    def done(self) -> Plan:
        return Plan(
            sheets=tuple(self.sheets),
            members=tuple(self.members),
            writings=tuple(self.writings),
            ties=tuple(self.ties),
            moved=self.moved,
        )

    def make(
        self, domicile: Domicile, first: str, why: str, *, follows: str = "", said: bool = True
    ) -> Target:
        """A new register; where its domicile is elsewhere, that city makes it."""
        if not domicile.is_here:
            return Target(key="", domicile=domicile, first=first)
        key = f"new{len(self.sheets) + 1}"
        self.sheets.append(NewSheet(key=key, domicile=domicile, first=first, why=why, follows=follows))
        if said:
            self.write(key, "", "made", [Item(code="made_on", day=self.case.accepted_on)])
        return Target(key=key, domicile=domicile, first=first)

    def write(self, sheet: str, member: str, kind: str, items: Iterable[Item], **changes: Any) -> None:
        given = tuple(item for item in items if item.text or item.day)
        self.writings.append(Writing(sheet=sheet, member=member, kind=kind, items=given, changes=changes))

    def note(self, party: Party | None, kind: str, items: Iterable[Item], **changes: Any) -> None:
        """An entry of somebody who stays where they are."""
        if party and party.sheet and party.listed:
            said = [*items, *self.tail(party.sheet.ward)]
            self.write(str(party.sheet.key), str(party.listed.key), kind, said, **changes)

    def leave(self, party: Party, kind: str, items: Iterable[Item], **changes: Any) -> None:
        self.note(party, kind, items, left_on=self.case.on, left_why=kind, **changes)

    def enter(
        self, party: Party, target: Target, kind: str, items: Iterable[Item], *, name: str, **changes: Any
    ) -> None:
        """Somebody enters a register, with what still holds of them."""
        if not target.key:
            return
        key = f"{party.role}@{target.key}"
        own = own_items(party)
        kept = self.carried(party.listed, with_marriage=False) if party.listed else ()
        self.members.append(
            NewMember(key=key, sheet=target.key, person=party.person, party=party.role, carried=kept)
        )
        entered = {"name": name, **own, "entered_on": self.case.on, "entered_why": kind, **changes}
        self.write(target.key, key, kind, [*items, *self.tail(target.domicile.ward)], **entered)

    def bring(self, listed: Listed, target: Target, kind: str, items: Iterable[Item], **changes: Any) -> None:
        """A member of another register is brought along into a new one."""
        if not target.key:
            return
        key = f"{listed.key}@{target.key}"
        own = {item: getattr(listed.block, item) for item in OWN_ITEMS}
        kept = self.carried(listed, with_marriage=True)
        self.members.append(
            NewMember(key=key, sheet=target.key, person=listed.person, party=None, carried=kept)
        )
        entered = {
            "name": full_name(target.surname, listed.block.given_name),
            **own,
            "spouse": listed.block.spouse,
            "beside": listed.block.beside,
            "entered_on": self.case.on,
            "entered_why": kind,
            **changes,
        }
        self.write(target.key, key, kind, items, **entered)

    def carried(self, listed: Listed, *, with_marriage: bool) -> tuple[int, ...]:
        return carried(listed, with_marriage=with_marriage, is_minor=self.is_minor(listed))

    def is_minor(self, listed: Listed) -> bool:
        birth = listed.block.birth
        return birth is not None and not has_age(birth, self.case.adult_age, self.case.on)

    def tie(self, kind: str, of: Role, to: Role | None, *, ends: bool = False) -> None:
        if self.case.party(of) and (to is None or self.case.party(to)):
            self.ties.append(Tie(kind=kind, of=of, to=to, ends=ends))

    def tail(self, ward: str) -> list[Item]:
        """How the notification came: by whom, and from which office where it was handed in elsewhere."""
        case = self.case
        said = []
        if not case.kind.creates:
            said = [
                Item(code="notified_on", day=case.notified_on),
                Item(code="notified_by", text=case.notified_by),
            ]
        if case.accepted_by or ward != case.ward:
            by = case.accepted_by or case.ward_mayor
            said += [Item(code="sent_on", day=case.accepted_on), Item(code="accepted_by", text=by)]
        return said


def own_items(party: Party) -> dict[str, Any]:
    """What is so of somebody wherever they are registered."""
    if party.listed:
        return {item: getattr(party.listed.block, item) for item in OWN_ITEMS}
    return {"birth": party.birth, "sex": party.sex}
