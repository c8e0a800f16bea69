"""Say once what a database is: the demo city, or a real one."""

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.models import CityKind

from ..events import CITY, CitySetUp
from ..permissions import May


class SetUpBefore(Refusal):
    code = "administration.set_up_before"


@action(needs=May.SET_UP_CITY)
def set_up_city(*, actor: Actor, is_demo: bool) -> CityKind:
    """Keep for good whether this database is a demo city's.

    Ledger: clock.city.set_up
    Raises: SetUpBefore.
    """
    if CityKind.objects.exists():
        raise SetUpBefore
    kind = CityKind.objects.create(id=1, is_demo=is_demo)
    record(CitySetUp(is_demo=is_demo), stream=CITY)
    return kind
