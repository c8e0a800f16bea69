"""What a form says, and the rows it becomes: drafted for the check page, saved when it is received."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from jichi.kernel.access.roles import Scope
from jichi.kernel.clock.reading import now
from jichi.kernel.places.models import Office, Town, Ward

from ...models import FamilyNotification, FamilyParty
from ...queries.family_matching import member_matching, resident_matching
from ...rules.family.words import Choice, Role
from ...rules.words import JAPAN, Sex


@dataclass(frozen=True, kw_only=True)
class Named:
    """Somebody as the form names them."""

    role: Role
    name: str
    kana: str = ""
    birth: date | None = None
    sex: str = Sex.UNTOLD
    nationality: str = JAPAN
    domicile: str = ""
    first: str = ""
    appeared: bool = False


@dataclass(frozen=True, kw_only=True)
class FamilyIntake:
    """What the form says and how it came. `ticket` is the form's own number: sent twice, it is one notification."""

    kind: str
    ward: Ward
    notified_by: str
    parties: Sequence[Named]
    office: Office | None = None
    proofs: str = ""
    late_reason: str = ""
    accepted_by: str = ""
    happened_on: date | None = None
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
    new_town: Town | None = None
    new_lot: str = ""
    new_elsewhere: str = ""
    ticket: UUID = field(default_factory=uuid4)
    is_demo: bool = False

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward.code)


def drafted(intake: FamilyIntake, on: date, due: date | None) -> FamilyNotification:
    """The notification as it would be kept; not saved."""
    said = {each.name: getattr(intake, each.name) for each in fields(intake) if each.name != "parties"}
    late = intake.late_reason.strip() or (_("他の市区町村で受理") if intake.accepted_by else "")
    return FamilyNotification(
        **{**said, "late_reason": late if due and on > due else ""},
        due_on=due,
        received_at=now(),
        received_on=on,
    )


def drafted_party(notification: FamilyNotification, named: Named) -> FamilyParty:
    """Witnesses and a newborn child are in no register; everybody else is looked up. Not saved."""
    said = {each.name: getattr(named, each.name) for each in fields(named)}
    new = named.role is Role.WITNESS or (notification.kind == "birth" and named.role is Role.CHILD)
    member = (
        None if new else member_matching(named.name, named.birth, domicile=named.domicile, first=named.first)
    )
    person = member.person if member else None if new else resident_matching(named.name, named.birth)
    return FamilyParty(notification=notification, member=member, person=person, **said)
