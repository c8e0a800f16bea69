"""Accept a notification (受理): it takes effect, and the registers are written."""

from collections.abc import Iterable, Mapping
from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ...models import FamilyMember, FamilyNotification, FamilyParty, Person
from ...permissions import May
from ...queries.family_cases import case_of, judged
from ...queries.family_sheets import memberships
from ...rules.family.case import Case
from ...rules.family.plan import CannotBeDrawn, Plan
from ...rules.family.planning import planned
from ...rules.family.words import Role
from ...states import FAMILY_NOTIFICATION
from ..holding import hold_people
from .apply_plan import Desk, write_plan
from .follow_in_resident_register import follow
from .refusals import NEEDED, CannotBeAccepted, LacksWhatIsNeeded
from .ties import write_ties
from .tracing import traced


@action(needs=May.KEEP_FAMILY_REGISTER, within="notification", basis="戸籍法第15条")
def accept_family_notification(
    *, actor: Actor, notification: FamilyNotification, on: date
) -> FamilyNotification:
    """Accept a notification and write it into all registers of the city that it changes; where somebody lives in the
    city, the resident register follows ex officio.

    Law: 戸籍法第15条, 第16条 to 第23条; 民法第740条; 住民基本台帳法施行令第12条.
    Ledger: residents.register.kept
    Raises: WrongStep; CannotBeAccepted; LacksWhatIsNeeded.
    """
    notification = lock(FamilyNotification.objects.filter(pk=notification.pk)).get()
    step = FAMILY_NOTIFICATION.after(notification.step, "accept")
    hold_everybody(notification)
    case = case_of(notification, on)
    if faults := judged(case):
        raise CannotBeAccepted.because(faults)
    plan = drawn(case)
    people = everybody(notification)
    desk = write_plan(
        plan, notification=notification, people=people, on=case.on, is_demo=notification.is_demo
    )
    write_ties(plan, notification, people, case.on)
    decide(notification, step, on, case.on)
    notification.movement = follow(notification, case, desk, people)
    notification.save()
    traced(
        ward=notification.ward_id,
        verb="accept_family_notification",
        about=about(notification, plan, desk),
        basis=notification.what.article,
    )
    return notification


def hold_everybody(notification: FamilyNotification) -> None:
    """The parties and all who are in their registers, so that nobody marries at two counters at once, and no certificate
    of a register is made while it changes.

    Who had to wait for another counter holds once more: the other may have put a party into a register of its own.
    """
    parties = set(notification.parties.filter(person__isnull=False).values_list("person", flat=True))
    wanted = parties | beside(parties)
    hold_people(wanted)
    if more := beside(parties) - wanted:
        hold_people(more)


def beside(people: Iterable[int]) -> set[int]:
    """All who are or were in the registers where these people are now."""
    registers = {member.register_id for member in memberships(people).values()}
    return set(FamilyMember.objects.filter(register__in=registers).values_list("person", flat=True))


def drawn(case: Case) -> Plan:
    try:
        return planned(case)
    except CannotBeDrawn as lack:
        said = NEEDED.get(lack.field, LacksWhatIsNeeded.message)
        raise LacksWhatIsNeeded(str(said)) from lack


def everybody(notification: FamilyNotification) -> dict[Role, Person]:
    """The parties as people: who was not known before is from now on (a newborn child, a spouse from elsewhere)."""
    found: dict[Role, Person] = {}
    for row in notification.parties.exclude(role=Role.WITNESS.value).select_related("person").order_by("pk"):
        found[Role(row.role)] = row.person or known_from_now(row, is_demo=notification.is_demo)
    return found


def known_from_now(row: FamilyParty, *, is_demo: bool) -> Person:
    row.person = Person.objects.create(is_demo=is_demo)
    row.save()
    return row.person


def decide(notification: FamilyNotification, step: str, on: date, effective_on: date) -> None:
    notification.step = step
    notification.decided_on, notification.decided_at = on, now()
    notification.effective_on = effective_on


def about(notification: FamilyNotification, plan: Plan, desk: Desk) -> Mapping[str, object]:
    return {
        "notification": notification.number,
        "kind": notification.kind,
        "accepted_on": notification.decided_on,
        "effective_on": notification.effective_on,
        "registers": sorted(register.number for register in desk.registers.values()),
        "people": sorted({member.person.number for member in desk.members.values()}),
        "entries": len(plan.writings),
    }
