"""A notification and the registers it is about, as the rules see them. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ..words import JAPAN, SPACE, Sex
from .blocks import Block
from .kinds import Kind
from .words import Choice, Role


def named_by(domicile: str, first: str) -> str:
    """By what a register is named: domicile and first person, whose name entries write without a space."""
    return f"{domicile}{SPACE}{without_space(first)}".strip(SPACE)


def without_space(name: str) -> str:
    return name.replace(SPACE, "")


@dataclass(frozen=True, kw_only=True)
class Domicile:
    """A registered domicile (本籍). `ward` is the code of this city's ward that keeps its registers; empty elsewhere."""

    text: str
    ward: str = ""
    town: int | None = None
    lot: str = ""

    @property
    def is_here(self) -> bool:
        return bool(self.ward)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """An entry that stands in a register: what may be carried over into the next one."""

    key: int
    kind: str


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A member of a register, and what of them stands there."""

    key: int
    person: int
    place: int
    block: Block
    entries: tuple[Kept, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A register of this city."""

    key: int
    domicile: Domicile
    first: str
    listed: tuple[Listed, ...]
    in_force: bool = True

    @property
    def ward(self) -> str:
        return self.domicile.ward

    @property
    def display(self) -> str:
        """By what a register is named: domicile and first person (戸籍法第9条)."""
        return named_by(self.domicile.text, self.first)

    @property
    def surname(self) -> str:
        return self.first.partition(SPACE)[0]

    def members(self) -> Iterator[Listed]:
        """Those who are in it now."""
        return (each for each in self.listed if each.block.is_listed)

    def member(self, key: int | None) -> Listed | None:
        return next((each for each in self.listed if each.key == key), None)

    def heads(self) -> tuple[Listed, ...]:
        """The first person and the spouse, also once widowed, who hold the register together (戸籍法第14条, 第21条)."""
        return tuple(each for each in self.members() if each.place == 1 or each.block.beside)


@dataclass(frozen=True, kw_only=True)
class Party:
    """Somebody on the form, with their place in a register of this city, if they have one.

    `domicile` and `first` name the register as it was written on the form; `before` is the register that somebody left when
    they took another's surname. `appeared`: came in person and proved who they are.
    """

    role: Role
    name: str
    kana: str = ""
    birth: date | None = None
    sex: Sex = Sex.UNTOLD
    nationality: str = JAPAN
    person: int | None = None
    sheet: Sheet | None = None
    member: int | None = None
    domicile: str = ""
    first: str = ""
    before: Sheet | None = None
    before_name: str = ""
    appeared: bool = False
    barred: frozenset[str] = field(default_factory=frozenset)

    @property
    def listed(self) -> Listed | None:
        return self.sheet.member(self.member) if self.sheet else None

    @property
    def is_head(self) -> bool:
        """First in the register, or married to who is: their child can be entered beside them (戸籍法第17条)."""
        return self.sheet is not None and self.listed in self.sheet.heads()

    @property
    def is_first(self) -> bool:
        return self.listed is not None and self.listed.place == 1

    @property
    def is_foreign(self) -> bool:
        return self.nationality != JAPAN

    @property
    def plain_name(self) -> str:
        """Without the space, as entries write names."""
        return without_space(self.name)

    @property
    def register_text(self) -> str:
        if self.sheet:
            return self.sheet.display
        return named_by(self.domicile, self.first)


@dataclass(frozen=True, kw_only=True)
class Case:
    """A notification as it stands to be entered. `on` is the day from which it is so; `accepted_on` that of acceptance.

    `ward` is where it was handed in; `accepted_by` the mayor elsewhere who accepted it and sent it
    here. `adult_age` is what the law says on that day.
    """

    kind: Kind
    on: date
    accepted_on: date
    ward: str
    ward_mayor: str
    parties: tuple[Party, ...]
    notified_on: date | None = None
    notified_by: str = ""
    accepted_by: str = ""
    domicile: Domicile | None = None
    choice: Choice = Choice.NONE
    place: str = ""
    time: str = ""
    relation: str = ""
    new_name: str = ""
    custody: str = ""
    consent_by: str = ""
    court: str = ""
    court_on: date | None = None
    other_nationality: str = ""
    adult_age: int = 20

    def party(self, role: Role) -> Party | None:
        return next((each for each in self.parties if each.role == role), None)

    def witnesses(self) -> list[Party]:
        return [each for each in self.parties if each.role is Role.WITNESS]

    def those(self, *roles: Role) -> list[Party]:
        return [each for each in self.parties if each.role in roles]
