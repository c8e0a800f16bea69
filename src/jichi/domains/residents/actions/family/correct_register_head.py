"""Correct what a register says of itself: the surname that all in it bear, and its domicile (氏, 本籍の訂正)."""

from dataclasses import dataclass
from datetime import date, datetime

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import action
from jichi.kernel.clock.reading import now

from ...models import FamilyDomicile, FamilyEntry, FamilyRegister
from ...permissions import May
from ...queries.family_corrections import surname_of
from ...queries.family_sheets import domiciles_held
from ...rules.family.case import Domicile
from ...rules.family.correcting import Authority, renamed
from .refusals import CorrectedMeanwhile, DomicileOfAnotherWard, NothingToCorrect
from .setting_right import (
    Wrote,
    as_registered,
    follow_correction,
    held,
    refuse_without,
    say_what_stood,
    set_right,
)
from .tracing import traced


@dataclass(frozen=True, kw_only=True)
class HeadCorrection:
    """The right surname and domicile; `seen` are the two as the clerk had them before them."""

    register: FamilyRegister
    surname: str
    domicile: Domicile
    seen: tuple[str, str]
    authority: Authority

    @property
    def scope(self) -> Scope:
        return self.register.scope


@action(needs=May.KEEP_FAMILY_REGISTER, within="correction", basis="戸籍法第24条")
def correct_register_head(*, actor: Actor, correction: HeadCorrection, on: date) -> FamilyEntry:
    """Set right the surname of everybody in a register, its domicile, or both, with an entry that says what stood there;
    the resident register follows for all who live in the city.

    A domicile in another ward is no error of writing: that ward keeps its own registers (転籍).

    Law: 戸籍法第24条, 第113条 to 第116条; 住民基本台帳法施行令第12条.
    Ledger: residents.register.kept
    Raises: CorrectedMeanwhile; NothingToCorrect; AuthorityIsMissing; DomicileOfAnotherWard.
    """
    register, at = held(correction.register), now()
    stands = domiciles_held().get(register=register)
    surname = surname_of(register)
    stood = differing_head(correction, surname, stands.text)
    refuse_without(correction.authority)
    if correction.domicile.ward != register.ward_id:
        raise DomicileOfAnotherWard(fields={"town": str(DomicileOfAnotherWard.message)})
    said = say_what_stood(register, None, correction.authority, stood, on=on, at=at)
    if correction.domicile.text != stands.text:
        settle_right(stands, correction.domicile, said, at)
    rename_all(register, surname, correction.surname, at)
    people = [each.person for each in register.members.select_related("person")]
    items = {person: as_registered(person, ["name", "domicile", "domicile_first"]) for person in people}
    movement = follow_correction(register, items, on=on)
    about = {
        "register": register.number,
        "entry": said.pk,
        "surname": correction.surname,
        "domicile": correction.domicile.text,
        "ground": correction.authority.article,
        "why": correction.authority.why,
        "movement": movement.number if movement else "",
    }
    traced(
        ward=register.ward_id, verb="correct_register_head", about=about, basis=correction.authority.article
    )
    return said


def differing_head(correction: HeadCorrection, surname: str, domicile: str) -> list[tuple[str, str]]:
    if correction.seen != (surname, domicile):
        raise CorrectedMeanwhile
    both = (("氏", surname, correction.surname), ("本籍", domicile, correction.domicile.text))
    stood = [(label, wrong) for label, wrong, right in both if wrong != right]
    if not stood:
        raise NothingToCorrect
    return stood


def settle_right(stands: FamilyDomicile, right: Domicile, entry: FamilyEntry, at: datetime) -> None:
    """The register was there all along, since the day that the wrong one bears."""
    FamilyDomicile.objects.filter(pk=stands.pk).update(superseded_at=at)
    FamilyDomicile.objects.create(
        register_id=stands.register_id,
        town_id=right.town,
        lot=right.lot,
        text=right.text,
        since=stands.since,
        entry=entry,
    )


def rename_all(register: FamilyRegister, surname: str, right: str, at: datetime) -> None:
    """Everybody who is or was in the register under this surname; who left it under another keeps that."""
    if surname == right:
        return

    def rightly(wrote: Wrote) -> Wrote:
        name = str(wrote.get("name", ""))
        anew = renamed(name, surname, right)
        return {"name": anew} if anew != name else {}

    for member in register.members.order_by("place"):
        set_right(member, rightly, at=at)
