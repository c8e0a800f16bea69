"""Enter a notice about the standing of a person."""

from dataclasses import dataclass
from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import action
from jichi.kernel.clock.reading import now
from jichi.kernel.places.models import Ward

from ...models import CivilNotice, Person
from ...permissions import May
from ...queries.family import family_register_of
from ...rules.civil_notices import NoRegisterHere, NoticeDays, NoticeKind, NoticeStands
from ..family.tracing import traced
from ..holding import hold_people


@dataclass(frozen=True, kw_only=True)
class Notice:
    """As it came in by post. `happened_on` is the day of the decision or of its registration."""

    person: Person
    ward: Ward
    kind: NoticeKind
    sender: str
    happened_on: date
    received_on: date
    sender_number: str = ""
    is_demo: bool = False

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward.code)


@action(needs=May.KEEP_FAMILY_REGISTER, within="notice")
def enter_civil_notice(*, actor: Actor, notice: Notice, on: date) -> CivilNotice:
    """From now on no 身分証明書 says that nothing is known. Who makes one at this moment is waited for.

    Ledger: residents.register.kept
    Raises: NoRegisterHere; NoticeDays; NoticeStands.
    """
    hold_people([notice.person.pk])
    register = family_register_of(notice.person, on)
    if register is None or register.ward_id != notice.ward.pk:
        raise NoRegisterHere
    if not notice.happened_on <= notice.received_on <= on:
        raise NoticeDays
    if CivilNotice.objects.filter(person=notice.person, kind=notice.kind, ended_at__isnull=True).exists():
        raise NoticeStands
    made = CivilNotice.objects.create(
        person=notice.person,
        ward=notice.ward,
        kind=notice.kind,
        sender=notice.sender.strip(),
        sender_number=notice.sender_number.strip(),
        happened_on=notice.happened_on,
        received_on=notice.received_on,
        entered_at=now(),
        entered_by=actor.title,
        is_demo=notice.is_demo,
    )
    about = {"notice": str(made.public_id), "kind": made.kind, "people": [made.person.number]}
    traced(ward=made.ward_id, verb="enter_civil_notice", about=about)
    return made
