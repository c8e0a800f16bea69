"""What every verb of seal registration begins and ends with: hold the person and the registration, tell the act."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from jichi.kernel.actions.action import acting
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.law.book import Dated, LegalValue
from jichi.kernel.law.shelf import law
from jichi.kernel.ledger.lock import lock
from jichi.kernel.ledger.models import Event

from ...models import Person, SealAct, SealRegistration
from ...queries.register import record_on
from ...rules.facts import Facts
from ...rules.seal_law import GUIDELINE
from ...rules.seal_rules import NotOnRegister, Rule
from ..act_numbers import next_act_number
from ..keeping import kept


class OtherWard(Refusal):
    code = "residents.seal.other_ward"
    message = _(
        "この人の住所は、別の区にあります。印鑑登録は、住所のある区の区役所区民課で受け付けます。その区の窓口を案内してください。"
    )


def held(registration: SealRegistration) -> SealRegistration:
    """The registration as it is now, with its person: both held until the act is over.

    The person first, as every movement does: a registration and a move out of the same person follow each other.
    """
    person = held_person(registration.person_id)
    found = lock(SealRegistration.objects.filter(pk=registration.pk)).get()
    found.person = person
    return found


def held_person(pk: int) -> Person:
    return lock(Person.objects.filter(pk=pk)).get()


def resident_on(person: Person, on: date, *, ward: str) -> Facts:
    """The person's record, when they are a resident of this ward on the day.

    Raises: NotOnRegister; OtherWard.
    """
    entry = record_on(person, on)
    if entry is None or not entry.facts.is_current or entry.town is None:
        raise NotOnRegister(source=GUIDELINE)
    if entry.town.ward_id != ward:
        raise OtherWard
    return entry.facts


def told(
    registration: SealRegistration, verb: str, *, on: date, note: str = "", basis: str = "", **about: Any
) -> Event:
    """Put an act into the registration's history and on the public record.

    Ledger: residents.register.kept
    """
    act = acting()
    number = next_act_number()
    SealAct.objects.create(
        registration=registration,
        number=number,
        verb=verb,
        happened_on=on,
        recorded_at=now(),
        recorded_by_id=act.actor.account_id,
        actor_title=act.actor.title,
        note=note,
    )
    said = {"seal": registration.number, "person": registration.person.number, "on": on, **about}
    return kept(act=number, ward=registration.ward_id, verb=verb, about=said, basis=basis)


def rule(key: LegalValue[int], on: date) -> Rule:
    found: Dated[int] = law.at(on, key)
    return Rule(value=found.value, source=found.source)
