"""Say at which office one sits."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.places.models import Office

from ..models import DeskSeat
from ..permissions import May
from ..queries.desks import desks_for
from .act_numbers import next_act_number
from .keeping import kept


class NoDeskThere(Refusal):
    code = "residents.no_desk_there"
    message = _("この窓口は、いま開かれていません。ほかの窓口を選んでください。")


@dataclass(frozen=True, kw_only=True)
class Seat:
    office: Office

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.office.ward_id)


@action(needs=May.ISSUE_CERTIFICATE, within="seat")
def take_seat(*, actor: Actor, seat: Seat, on: date) -> DeskSeat:
    """From now on this clerk's certificates are made at this office, until they sit down elsewhere.

    Ledger: residents.register.kept
    Raises: NoDeskThere.
    """
    if not desks_for(actor, on).filter(pk=seat.office.pk).exists():
        raise NoDeskThere
    assert actor.account_id is not None, "Machines do not sit at desks."
    said = {"office": seat.office, "taken_on": on}
    taken = DeskSeat.objects.update_or_create(account_id=actor.account_id, defaults=said)[0]
    about = {"office": seat.office.code}
    kept(act=next_act_number(), ward=seat.office.ward_id, verb="take_seat", about=about)
    return taken
