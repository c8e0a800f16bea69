"""A person at the counter, for the page that ties an account to them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.places.models import Ward

from ...models import AccountLink, Person
from ...permissions import May
from ..seeing import Seen, gate, person_with, seen


@dataclass(frozen=True, kw_only=True)
class AtCounter:
    """A person as the clerk may see them, the account that is tied now, and whether this clerk may change it."""

    person: Person
    seen: Seen
    ward: Ward
    link: AccountLink | None
    can_act: bool


def person_at_counter(actor: Actor, public_id: UUID) -> Person:
    """Raises: NotThere."""
    gate(actor, May.LINK_ACCOUNT)
    return person_with(actor, public_id)


def at_counter(actor: Actor, person: Person, on: date) -> AtCounter:
    """Raises: NotThere, also where the person's place is hidden from this clerk: then nothing is tied here."""
    found = seen(actor, person, on)
    if found.town is None:
        raise NotThere
    ward = found.town.ward
    link = AccountLink.objects.filter(person=person, ended_on__isnull=True).first()
    can_act = may(actor, May.LINK_ACCOUNT, Scope(ward=ward.code))
    return AtCounter(person=person, seen=found, ward=ward, link=link, can_act=can_act)


def link_to_end(found: AtCounter) -> AccountLink:
    """Raises: NotThere."""
    if found.link is None or not found.can_act:
        raise NotThere
    return found.link


def refuse_without_right(found: AtCounter) -> None:
    """Raises: NotThere."""
    if not found.can_act:
        raise NotThere
