"""Receive a notification (届書)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import acting, action
from jichi.kernel.clock.reading import now
from jichi.kernel.places.models import Office, Town, Ward

from ...models import FamilyNotification, FamilyParty
from ...permissions import May
from ...queries.family_days import due_day
from ...queries.family_matching import member_matching, resident_matching
from ...rules.family.words import Choice, Role
from ...rules.words import JAPAN, Sex
from .refusals import LateWithoutReason
from .tracing import traced


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


@action(needs=May.KEEP_FAMILY_REGISTER, within="intake", basis="戸籍法第27条")
def receive_family_notification(*, actor: Actor, intake: FamilyIntake, on: date) -> FamilyNotification:
    """Keep a notification as it was handed in; whom it names is looked up in the registers of the city.

    Ledger: residents.register.kept
    Raises: LateWithoutReason.
    """
    if before := FamilyNotification.objects.filter(ticket=intake.ticket).first():
        traced(
            ward=before.ward_id,
            verb="receive_family_notification",
            about={"again": before.number},
        )
        return before
    due = due_day(intake.kind, intake.happened_on)
    if due and on > due and not intake.late_reason.strip() and not intake.accepted_by:
        raise LateWithoutReason(
            fields={"late_reason": _("届出の期限を過ぎています。遅れた理由を書いてください。")}
        )
    notification = written(intake, on, due)
    FamilyParty.objects.bulk_create([party(notification, named) for named in intake.parties])
    about = {
        "notification": notification.number,
        "kind": intake.kind,
        "received_on": on,
        "people": people_of(notification),
    }
    traced(ward=intake.ward.code, verb="receive_family_notification", about=about)
    return notification


def written(intake: FamilyIntake, on: date, due: date | None) -> FamilyNotification:
    act = acting()
    said = {each.name: getattr(intake, each.name) for each in fields(intake) if each.name != "parties"}
    late = intake.late_reason.strip() or (_("他の市区町村で受理") if intake.accepted_by else "")
    return FamilyNotification.objects.create(
        **{**said, "late_reason": late if due and on > due else ""},
        due_on=due,
        received_at=now(),
        received_on=on,
        recorded_by_id=act.actor.account_id,
        actor_title=act.actor.title,
    )


def party(notification: FamilyNotification, named: Named) -> FamilyParty:
    """Witnesses and a newborn child are in no register; everybody else is looked up."""
    said = {each.name: getattr(named, each.name) for each in fields(named)}
    new = named.role is Role.WITNESS or (notification.kind == "birth" and named.role is Role.CHILD)
    member = (
        None if new else member_matching(named.name, named.birth, domicile=named.domicile, first=named.first)
    )
    person = member.person if member else None if new else resident_matching(named.name, named.birth)
    return FamilyParty(notification=notification, member=member, person=person, **said)


def people_of(notification: FamilyNotification) -> dict[str, str]:
    """By number where the registers know them; the names of others are kept with the form."""
    rows = notification.parties.select_related("person").order_by("pk")
    return {row.role: row.person.number for row in rows if row.person}
