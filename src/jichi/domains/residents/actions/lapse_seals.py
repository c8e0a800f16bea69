"""End seal registrations that the register no longer carries, in the transaction of the movement that ended them.

Called by whatever changes the register: by every movement, as one of its consequences, and by who finds out otherwise.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import QuerySet

from jichi.kernel.ledger.lock import lock
from jichi.kernel.places.models import Town

from ..models import Movement, Person, SealRegistration
from ..queries.seal_limits import former_names_count
from ..rules.facts import Facts
from ..rules.seal_lapse import lapses
from ..rules.seal_words import Ending
from ..states import SEAL, SEAL_OPEN, SEAL_STANDING
from .consequences import after_movement
from .seals.ending import ended
from .seals.held import told
from .seals.inquire import stop_clock
from .telling import tell_person


def lapse_seals(
    persons: Iterable[Person], because: Ending, on: date, *, by: Movement | None = None
) -> list[SealRegistration]:
    """End what these people have registered or applied for. Inside an action only, with the people held.

    Ledger: residents.register.kept, one for each
    """
    rows = lock(living(persons)).order_by("pk")
    return [lapse(each, because, on, by=by) for each in rows.select_related("person")]


def living(persons: Iterable[Person | int]) -> QuerySet[SealRegistration]:
    return SealRegistration.objects.filter(person__in=list(persons), step__in=(*SEAL_OPEN, *SEAL_STANDING))


def lapse(
    registration: SealRegistration, because: Ending, on: date, *, by: Movement | None = None
) -> SealRegistration:
    """End one; what was applied for is closed, what stood has lapsed."""
    stop_clock(registration, on)
    day = max(on, registration.registered_on or registration.applied_on)
    ended(registration, SEAL.after(registration.step, "lapse_seal"), because, day, by=by)
    told(registration, "lapse_seal", on=day, because=because, movement=by.number if by else "")
    if because != Ending.DIED:
        tell_person(registration.person, "seal_ended", key=f"{registration.number}/ended/{day}")
    return registration


@after_movement
def seals_after(movement: Movement, before: Mapping[int, Facts], after: Mapping[int, Facts]) -> None:
    """What a movement brings for the seals of whom it concerns: end, restore, or another ward's business."""
    wards = wards_of(after)
    for registration in concerned(movement, {*before, *after}):
        judge(registration, movement, after.get(registration.person_id), wards)


def concerned(movement: Movement, people: Iterable[int]) -> QuerySet[SealRegistration]:
    """What stands or is applied for, and what a movement ended that this one voids."""
    mine = living(people)
    if movement.voids_id is not None:
        mine = mine | SealRegistration.objects.filter(ended_by=movement.voids_id, step="lapsed")
    return lock(mine).order_by("pk").select_related("person")


def judge(
    registration: SealRegistration, movement: Movement, facts: Facts | None, wards: Mapping[int, str]
) -> None:
    former = former_names_count(registration.applied_on)
    on = movement.happened_on
    because = lapses(registration.engraved, facts, on=on, former=former, kind=movement.kind)
    if because and registration.step != "lapsed":
        lapse(registration, because, on, by=movement)
    elif not because and registration.step == "lapsed":
        restore(registration, movement)
    elif facts and facts.town and registration.ward_id != wards.get(facts.town, registration.ward_id):
        follow(registration, wards[facts.town], on)


def restore(registration: SealRegistration, movement: Movement) -> None:
    """Let a registration stand again that ended by a movement which is now void, unless another one stands instead."""
    others = living([registration.person_id]).filter(step__in=SEAL_STANDING)
    if others.exists():
        return
    registration.step = SEAL.after(registration.step, "restore_seal")
    registration.ended_on, registration.ended_because, registration.ended_by = None, "", None
    registration.save()
    last = registration.cards.order_by("-handed_out_on", "-pk").first()
    if last is not None:
        last.ended_on = None
        last.save(update_fields=["ended_on"])
    told(registration, "restore_seal", on=movement.happened_on, movement=movement.number)


def follow(registration: SealRegistration, ward: str, on: date) -> None:
    """The seal goes with the person into another ward of the city."""
    registration.ward_id = ward
    registration.save(update_fields=["ward"])
    told(registration, "follow_ward", on=on, ward=ward)


def wards_of(after: Mapping[int, Facts]) -> dict[int, str]:
    towns = {facts.town for facts in after.values() if facts.town}
    return dict(Town.objects.filter(pk__in=towns).values_list("pk", "ward"))
