"""Hand a case over to another ward of the city, as when the people move there."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.places.models import Ward

from ...models import ProtectionCase
from ...permissions import May
from .acts import done, held


@action(needs=May.DECIDE_PROTECTION, within="case")
def hand_over_case(*, actor: Actor, case: ProtectionCase, ward: Ward, on: date) -> ProtectionCase:
    """Make another ward responsible. Nothing else changes: people, term and history stay, and so does the block.

    Ledger: residents.register.kept, in the ward that hands over
    """
    case = held(case)
    done(case, "hand_over_case", on=on, note=f"{case.ward_id}→{ward.code}")
    case.ward = ward
    case.save()
    return case
