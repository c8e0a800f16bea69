"""How every verb of the register is carried out: hold, check the days, plan, write, check the households."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jichi.kernel.deadlines.words import day_in_words

from ...models import Entry, Movement, Person
from ...queries.limits import Due, due_of
from ...queries.register import believed, holding_on
from ...rules.consequences import Affected, Consequence, Foresight
from ...rules.facts import Facts
from ...rules.kinds import By, kind_of
from ...rules.words import Standing
from ..consequences import foreseen
from ..holding import hold_households, hold_people
from ..writing import Change, Intake, enter, keyed
from .households import refuse_broken_households
from .order import Order
from .refusals import (
    BeforeItHappened,
    DayToCome,
    LateWithoutReason,
    NobodyConcerned,
    NotOnRegister,
    NotOurWard,
)

Planner = Callable[[Intake, Order], list[Change]]
ITEMS_OF_HOUSEHOLDS = {"household", "relationship", "standing", "register", "leaving_on"}


def carry_out(intake: Intake, order: Order, planner: Planner, *, verb: str, on: date) -> Movement:
    """Hold whom it concerns, check the days, plan, write, and check that every household has its head.

    Ledger: residents.register.kept
    Raises: what the planner refuses; NotOurWard; DayToCome; BeforeItHappened; LateWithoutReason; HouseholdBroken; SentBefore.
    """
    hold(order, intake.happened_on)
    refuse_other_ward(intake, order)
    changes = planner(intake, order)
    intake = with_due_day(intake, due_for(intake, changes), on=on)
    movement = enter(intake, changes, verb=verb, basis=basis_for(intake, changes))
    if any(ITEMS_OF_HOUSEHOLDS & set(change.items) for change in changes):
        refuse_broken_households(households_touched(movement), since_of(intake))
    return movement


def hold(order: Order, day: date) -> None:
    """Hold everybody whom the movement may write, and then their households: those named, and all who live with them."""
    homes = {home for home in records_on(order.people, day).values_list("household", flat=True) if home}
    if order.household and order.household.pk:
        homes.add(order.household.pk)
    beside = believed(Entry.objects.filter(household__in=homes)).values_list("person_id", flat=True)
    people = order.keys | set(beside)
    hold_people(people)
    hold_households(people, also=homes)


def refuse_other_ward(intake: Intake, order: Order) -> None:
    """A ward enters what happens in it: where people come to, else where they live, else where the household lives.

    Raises: NotOurWard.
    """
    if order.address:
        wards = {order.address.town.ward_id}
    else:
        rows = records_on(order.people, intake.happened_on)
        home = holding_on(believed(Entry.objects.filter(household=order.household)), intake.happened_on)
        wards = set((rows if order.keys else home).values_list("town__ward", flat=True))
    if wards and intake.ward.pk not in wards:
        raise NotOurWard


def records_on(people: Iterable[Person], day: date) -> QuerySet[Entry]:
    keys = [person.pk for person in people if person.pk]
    return holding_on(believed(Entry.objects.filter(person__in=keys)), day)


def standing_records(order: Order, day: date) -> list[Entry]:
    """The records of the people on that day, all of them on the register.

    Raises: NobodyConcerned; NotOnRegister.
    """
    if not order.seats:
        raise NobodyConcerned(fields={"people": str(NobodyConcerned.message)})
    found = list(
        records_on(order.people, day)
        .exclude(standing=Standing.REMOVED)
        .select_related("person", "town__ward")
    )
    if {entry.person_id for entry in found} != order.keys or len(order.keys) != len(order.seats):
        raise NotOnRegister
    place = {person.pk: at for at, person in enumerate(order.people)}
    return sorted(found, key=lambda entry: place[entry.person_id])


def due_for(intake: Intake, changes: Sequence[Change]) -> Due | None:
    if kind_of(intake.kind).by is not By.NOTIFICATION or intake.notified_on is None:
        return None
    foreign = all_foreign(intake, changes)
    return due_of(
        intake.kind, happened_on=intake.happened_on, notified_on=intake.notified_on, all_foreign=foreign
    )


def all_foreign(intake: Intake, changes: Sequence[Change]) -> bool:
    return bool(changes) and all(each.latest.is_foreign for each in affected(intake, changes))


def basis_for(intake: Intake, changes: Sequence[Change]) -> str:
    due = due_for(intake, changes)
    return due.basis if due else kind_of(intake.kind).basis


def with_due_day(intake: Intake, due: Due | None, *, on: date) -> Intake:
    """The intake with its last day.

    Raises: DayToCome; BeforeItHappened; LateWithoutReason.
    """
    refuse_wrong_days(intake, on=on)
    if intake.due_on is None and due is not None:
        intake = replace(intake, due_on=due.day)
    if (
        intake.due_on
        and intake.notified_on
        and intake.notified_on > intake.due_on
        and not intake.late_reason.strip()
    ):
        raise late(intake, due)
    return intake


def refuse_wrong_days(intake: Intake, *, on: date) -> None:
    for name in ("happened_on", "notified_on"):
        day = getattr(intake, name)
        if day and day > on:
            raise DayToCome(fields={name: str(DayToCome.message)})
    if intake.notified_on and intake.notified_on < intake.happened_on:
        raise BeforeItHappened(fields={"notified_on": str(BeforeItHappened.message)})


def late(intake: Intake, due: Due | None) -> LateWithoutReason:
    basis = due.basis if due else kind_of(intake.kind).basis
    said = _("届出の期限は%(day)sでした（%(basis)s）。遅れた理由を届出人に聞いて、記入してください。") % {
        "day": day_in_words(intake.due_on),  # type: ignore[arg-type]
        "basis": basis,
    }
    return LateWithoutReason(said, fields={"late_reason": said})


def since_of(intake: Intake) -> date:
    return min(intake.happened_on, intake.voids.happened_on) if intake.voids else intake.happened_on


def households_touched(movement: Movement) -> set[int]:
    """The households of everybody concerned, before and after."""
    people = set(movement.entries.values_list("person_id", flat=True))
    if movement.voids_id:
        people |= set(Entry.objects.filter(movement=movement.voids_id).values_list("person_id", flat=True))
    rows = Entry.objects.filter(person__in=people).exclude(household=None)
    return set(rows.values_list("household_id", flat=True))


@dataclass(frozen=True, kw_only=True)
class Foreseen:
    """What a movement would do, before anything is written."""

    people: tuple[Affected, ...]
    consequences: tuple[Consequence, ...]
    due: Due | None


def foresee(intake: Intake, order: Order, planner: Planner) -> Foreseen:
    """Plan without holding or writing anything.

    Raises: what the planner refuses.
    """
    changes = planner(intake, order)
    people = tuple(affected(intake, changes))
    sight = Foresight(kind=intake.kind, on=intake.happened_on, people=people)
    return Foreseen(people=people, consequences=tuple(foreseen(sight)), due=due_for(intake, changes))


def affected(intake: Intake, changes: Sequence[Change]) -> list[Affected]:
    """Everybody whom a plan writes, as their record is and as it would be."""
    held = {
        entry.person_id: entry.facts
        for entry in records_on([each.person for each in changes], intake.happened_on)
    }
    return [
        Affected(
            person=change.person.pk,
            before=held.get(change.person.pk),
            after=held.get(change.person.pk, Facts()).changed_by(keyed(change.items)),
        )
        for change in changes
    ]
