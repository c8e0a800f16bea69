"""Put people on the register who were on it before: what somebody's papers or another system say of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ..models import Household, Movement, Person
from ..permissions import May
from .writing import Change, Intake, enter


@dataclass(frozen=True, kw_only=True)
class Newcomer:
    """Somebody who was not on the register: `public_id` is theirs (also when a family register knows them already), `items`
    is what is written."""

    public_id: UUID
    items: dict[str, Any] = field(default_factory=dict)


@action(needs=May.LOAD, within="intake")
def put_on_register(
    *, actor: Actor, intake: Intake, household: UUID, newcomers: Sequence[Newcomer]
) -> Movement:
    """Enter a movement that puts people on the register, in a household that is made where it is new.

    Ledger: residents.register.kept
    """
    home, _ = Household.objects.get_or_create(public_id=household, defaults={"is_demo": intake.is_demo})
    changes = [
        Change(
            person=Person.objects.get_or_create(
                public_id=each.public_id, defaults={"is_demo": intake.is_demo}
            )[0],
            items={**each.items, "household": home.pk},
        )
        for each in newcomers
    ]
    return enter(intake, changes, verb="put_on_register")
