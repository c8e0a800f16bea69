"""Make a register from what a paper register or another city's copy says: computerisation (改製), transfer from elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import action
from jichi.kernel.clock.reading import now

from ...models import FamilyMember, FamilyRegister, FamilyTie, Person
from ...permissions import May
from ...rules.family.blocks import Block
from ...rules.family.case import Domicile
from ...rules.family.plan import Item, NewSheet
from .apply_plan import Desk, close_the_empty, entered, make_register
from .blocks import refold
from .refusals import RegisterIsWrong
from .ties import begin
from .tracing import traced


@dataclass(frozen=True, kw_only=True)
class OldEntry:
    """An entry of the former register that still holds."""

    kind: str
    happened_on: date
    items: Sequence[Item]


@dataclass(frozen=True, kw_only=True)
class OldMember:
    """A member as the former register has them; `person` where the city knows them already."""

    block: Block
    entries: Sequence[OldEntry] = ()
    person: Person | None = None


@dataclass(frozen=True, kw_only=True)
class OldRegister:
    """`why` is the heading of the first entry: `remade` (改製), `transfer` (from elsewhere), or `made`."""

    domicile: Domicile
    members: Sequence[OldMember]
    why: str
    made_on: date
    items: Sequence[Item] = ()
    ticket: UUID = field(default_factory=uuid4)
    is_demo: bool = False

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.domicile.ward)


@action(needs=May.KEEP_FAMILY_REGISTER, within="old", basis="戸籍法第6条")
def make_family_register(*, actor: Actor, old: OldRegister, on: date) -> FamilyRegister:
    """Make a register with its members and what still holds of them.

    Ledger: residents.register.kept
    Raises: RegisterIsWrong, without a first person or a domicile in the city.
    """
    if not old.members or not old.members[0].block.name or not old.domicile.is_here:
        raise RegisterIsWrong
    if before := FamilyRegister.objects.filter(ticket=old.ticket).first():
        traced(ward=before.ward_id, verb="make_family_register", about={"again": before.number})
        return before
    desk = Desk(notification=None, on=old.made_on, at=now(), is_demo=old.is_demo)
    make_register(
        desk, NewSheet(key="new", domicile=old.domicile, first=old.members[0].block.name, why=old.why)
    )
    register = desk.registers["new"]
    FamilyRegister.objects.filter(pk=register.pk).update(ticket=old.ticket)
    first = entered(desk, register, None, old.why, old.items, happened_on=old.made_on)
    seated = [seat(desk, register, place, member, old) for place, member in enumerate(old.members, start=1)]
    for member, told in zip(seated, old.members, strict=True):
        beside = member.place > 1 and told.block.is_married
        refold(member, [(first, {"beside": beside, **written(told.block, old)})], at=desk.at)
    tie(seated, old.members)
    close_the_empty(desk)
    about = {
        "register": register.number,
        "domicile": old.domicile.text,
        "why": old.why,
        "people": [each.person.number for each in seated],
    }
    traced(ward=register.ward_id, verb="make_family_register", about=about)
    return register


def seat(
    desk: Desk, register: FamilyRegister, place: int, member: OldMember, old: OldRegister
) -> FamilyMember:
    person = member.person or Person.objects.create(is_demo=old.is_demo)
    seated = FamilyMember.objects.create(register=register, person=person, place=place)
    for entry in member.entries:
        entered(desk, register, seated, entry.kind, entry.items, happened_on=entry.happened_on)
    return seated


def written(block: Block, old: OldRegister) -> dict[str, object]:
    said = {name: value for name, value in vars(block).items() if value}
    return {"entered_on": old.made_on, "entered_why": old.why, **said}


def tie(seated: Sequence[FamilyMember], told: Sequence[OldMember]) -> None:
    """Between those who are in the register together: the couple, and the children whose parents they are by name."""
    couple = [pair for pair in zip(seated, told, strict=True) if pair[1].block.spouse]
    if len(couple) == 2:
        begin(FamilyTie.Kind.SPOUSE, couple[0][0].person, couple[1][0].person, None, married_on(couple[0][1]))
    by_name = {
        old.block.name.replace("　", ""): member.person for member, old in zip(seated, told, strict=True)
    }
    for member, old in zip(seated, told, strict=True):
        for kind, names in (
            (FamilyTie.Kind.NATURAL_PARENT, (old.block.father, old.block.mother)),
            (FamilyTie.Kind.ADOPTIVE_PARENT, (old.block.adoptive_father, old.block.adoptive_mother)),
        ):
            for parent in (by_name[name] for name in names if name in by_name):
                begin(kind, member.person, parent, None, old.block.birth or date.min)


def married_on(member: OldMember) -> date:
    days = [entry.happened_on for entry in member.entries if entry.kind == "marriage"]
    return days[-1] if days else (member.block.birth or date.min)
