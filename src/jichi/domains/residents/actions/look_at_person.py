"""Leave a trace of opening somebody's record, before it is opened."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import holding
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now, today

from ..models import Person, PersonLook
from ..permissions import May
from ..queries.looks import standing_look
from ..queries.protection import protected
from ..queries.seeing import is_hidden
from ..rules.channels import Channel
from .act_numbers import next_act_number
from .keeping import kept
from .protected_attempt import tell_of_look, tell_officer


class ReasonIsMissing(Refusal):
    code = "residents.reason_is_missing"
    message = _(
        "住民の記録を調べる理由がありません。理由は本人に知らされます。業務の内容がわかるように書いてください。"
    )


def look_at_person(*, actor: Actor, person: Person, why: str, what: str = "record") -> PersonLook:
    """The actor's look at this person that still holds, else a new one: it holds for half an hour.

    Called outside any act, before the record is opened. A new look at a protected person is told to the officers in
    charge at once: as an attempt where the reader may not see it, else as what it is.

    Raises: NotAllowed; ReasonIsMissing.
    """
    if look := standing_look(actor, person):
        return look
    look = begin_look(actor=actor, person=person, why=why, what=what)
    if look.was_protected and is_hidden(actor, person, today()):
        tell_officer(by=actor, person=person, channel=Channel.COUNTER, what=what)
    elif look.was_protected:
        tell_of_look(look)
    return look


@action(needs=May.LOOK, anywhere=True)
def begin_look(*, actor: Actor, person: Person, why: str, what: str) -> PersonLook:
    """Note who opens whose record and why. The person concerned can read it.

    Ledger: residents.register.kept
    Raises: ReasonIsMissing.
    """
    if not why.strip():
        raise ReasonIsMissing(fields={"why": str(ReasonIsMissing.message)})
    ward = ward_of(actor)
    look = PersonLook.objects.create(
        person=person,
        looked_by_id=actor.account_id,
        actor_title=actor.title,
        ward_id=ward or None,
        what=what,
        why=why.strip(),
        at=now(),
        was_protected=bool(protected([person], today())),
    )
    about = {"person": person.number, "what": what, "why": why.strip()}
    kept(act=next_act_number(), ward=ward, verb="look_at_person", about=about)
    return look


def ward_of(actor: Actor) -> str:
    """The ward in which the actor works on the register; empty for the whole city."""
    wards = sorted({held.ward for held in holding(actor, May.LOOK) if held.ward})
    return wards[0] if wards else ""
