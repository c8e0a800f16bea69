"""Leave a trace of having looked at a record about a person."""

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.models import Look
from jichi.kernel.actions.action import action, record
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.event import Personal
from jichi.kernel.people.models import Account

from ..events import LOOKS, RecordLookedAt
from ..permissions import May


@action(needs=May.LOOK, anywhere=True)
def look_at(*, actor: Actor, concerned: Account, what: str, why: str) -> Look:
    """Note who looked, so that the person concerned can read it; called before the record is shown.

    `what` and `why` are message ids: they are read in the language of the person concerned.

    Ledger: access.record.looked_at
    """
    look = Look.objects.create(
        concerned=concerned,
        looked_by_id=actor.account_id,
        actor_title=actor.title,
        what=what,
        why=why,
        at=now(),
    )
    told = RecordLookedAt(what=what, concerned=Personal(str(concerned.public_id)), why=Personal(why))
    record(told, stream=LOOKS)
    return look
