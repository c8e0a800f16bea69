"""A movement was entered with a mistake: another one replaces it (異動の訂正)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, permit
from jichi.kernel.actions.refusal import Refusal

from ...models import Movement, Person
from ...permissions import May
from ...queries.register import believed
from ...rules.kinds import Effect
from ...rules.words import Standing
from ..holding import hold_households, hold_people
from ..writing import Change, Intake, SentBefore, enter, keyed
from .carrying import Foreseen, due_for, households_touched, records_on, since_of, with_due_day
from .correcting import beside, consequences, entries_after, followers, places_put_right, reckoned
from .households import refuse_broken, refuse_broken_households
from .known_people import refuse_unless_told, refuse_who_is_here
from .refusals import AddressMissing, NothingChanges, NotOnRegister
from .void_movement import ReasonMissing, refuse_later_movements, refuse_unless_voidable


class NobodyLeftInIt(Refusal):
    code = "residents.nobody_left_in_it"
    message = _("この異動に、だれも残りません。全員を除くときは、訂正ではなく取消しを入力してください。")


@action(needs=May.VOID_MOVEMENT, within="intake")
def correct_movement(
    *,
    actor: Actor,
    intake: Intake,
    changes: Sequence[Change],
    on: date,
    apart: frozenset[int] = frozenset(),
) -> Movement:
    """Replace the movement that the intake voids by this one; every later day is reckoned again.

    Who is not among the changes was in it by mistake; who is new among them was forgotten. The moment of receipt stays
    that of the first one, so that the order among the movements of a day stays too. An address that is put right is put
    right for those who came into the household later, each in their own movement.

    Law: 住民基本台帳法第8条.
    Ledger: residents.register.kept, once more for every later movement that took over the address
    Raises: NotAllowed; ReasonMissing; NothingChanges; NobodyLeftInIt; VoidedBefore; NeverVoided; LaterMovementsStand; MaybeKnown;
    OnRegister; NotOnRegister; AddressMissing; HouseholdBroken; LateWithoutReason; SentBefore.
    """
    if Movement.objects.filter(ticket=intake.ticket).exists():
        raise SentBefore
    wrong = hold_all(intake, changes)
    # The right address may be another ward's business; the wrong one was this ward's.
    permit(actor, May.VOID_MOVEMENT, wrong.scope)
    refuse_wrong_correction(intake, changes)
    refuse_second_people(wrong, changes, apart)
    later = followers(wrong, places_put_right(wrong, changes))
    intake = with_due_day(intake, due_for(intake, changes), on=on)
    movement = enter(intake, changes, verb="correct_movement", basis=wrong.what.basis)
    for each in later:
        basis = each.movement.what.basis
        enter(each.intake(intake), each.changes, verb="correct_movement", basis=basis)
    refuse_broken_households(households_touched(movement), since_of(intake))
    return movement


def hold_all(intake: Intake, changes: Sequence[Change]) -> Movement:
    """The movement that is put right, with everybody held whom it concerns.

    Raises: NothingChanges; VoidedBefore; NeverVoided.
    """
    if intake.voids is None:
        raise NothingChanges
    named = {change.person.pk for change in changes if change.person.pk}
    hold_people(named | set(intake.voids.entries.values_list("person_id", flat=True)))
    hold_households(named)
    refuse_unless_voidable(intake.voids)
    return intake.voids


def refuse_wrong_correction(intake: Intake, changes: Sequence[Change]) -> None:
    """All that keeps a correction from being entered, but for the households, which are looked at afterwards.

    Raises: ReasonMissing; NobodyLeftInIt; LaterMovementsStand; AddressMissing; OnRegister; StillLeaving; RecordOfTheDead;
    NotOnRegister.
    """
    assert intake.voids
    if not intake.note.strip():
        raise ReasonMissing(fields={"note": str(ReasonMissing.message)})
    if not changes:
        raise NobodyLeftInIt
    refuse_later_movements(intake.voids, people_in(intake.voids) - {change.person.pk for change in changes})
    if any(lacks_address(keyed(change.items)) for change in changes):
        raise AddressMissing(fields={"town": str(AddressMissing.message)})
    refuse_wrong_additions(intake, [change.person for change in added(intake.voids, changes)])


def people_in(movement: Movement) -> set[int]:
    return set(believed(movement.entries.all()).values_list("person_id", flat=True))


def added(wrong: Movement, changes: Sequence[Change]) -> list[Change]:
    """What is said of those who were forgotten."""
    stood = people_in(wrong)
    return [change for change in changes if change.person.pk not in stood]


def lacks_address(items: dict[str, Any]) -> bool:
    return ("town" in items and not items["town"]) or ("lot" in items and not str(items["lot"]).strip())


def refuse_wrong_additions(intake: Intake, people: Sequence[Person]) -> None:
    """Who was forgotten in an arrival is new or has left; who was forgotten in another movement is on the register."""
    assert intake.voids
    if intake.voids.what.effect is Effect.BEGINS:
        refuse_who_is_here(people, intake.happened_on)
    elif records_on(people, intake.happened_on).exclude(standing=Standing.REMOVED).count() != len(people):
        raise NotOnRegister


def refuse_second_people(wrong: Movement, changes: Sequence[Change], apart: frozenset[int]) -> None:
    """Raises: MaybeKnown."""
    new = [change.items for change in added(wrong, changes) if change.person.pk is None]
    refuse_unless_told(new, apart | {change.person.pk for change in changes if change.person.pk})


def foresee_correction(intake: Intake, changes: Sequence[Change], *, on: date) -> Foreseen:
    """What a correction would do, day by day, without holding or writing anything.

    Raises: what the correction would refuse, but MaybeKnown, which is asked on a page of its own.
    """
    wrong = intake.voids
    assert wrong
    refuse_wrong_correction(intake, changes)
    intake = with_due_day(intake, due_for(intake, changes), on=on)
    people = reckoned(intake, changes)
    refuse_broken([*beside(people), *entries_after(intake, people)], since_of(intake))
    later = followers(wrong, places_put_right(wrong, changes))
    shown = tuple(each.affected(wrong, intake.happened_on) for each in people)
    told = tuple(consequences(intake, people, later))
    return Foreseen(people=shown, consequences=told, due=due_for(intake, changes))
