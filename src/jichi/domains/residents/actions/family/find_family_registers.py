"""Find family registers, and open one: both leave a trace, as every search and look of the registers does."""

import hashlib
import hmac
from dataclasses import dataclass

from django.conf import settings

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.clock.reading import now
from jichi.kernel.places.models import Town

from ...models import FamilyRegister, MemberRecord, RegisterSearch
from ...permissions import May
from ...queries.family_desk import found_registers
from ..look_at_person import look_at_person, ward_of
from .refusals import ReasonIsMissing
from .tracing import traced


@dataclass(frozen=True, kw_only=True)
class Terms:
    town: Town | None
    lot: str
    first: str
    name: str

    @property
    def kinds(self) -> str:
        return "+".join(
            kind
            for kind, told in (("name", self.first or self.name), ("place", self.town or self.lot))
            if told
        )

    @property
    def digest(self) -> str:
        typed = repr((self.town.pk if self.town else "", self.lot, self.first, self.name))
        return hmac.new(settings.SECRET_KEY.encode(), typed.encode(), hashlib.sha256).hexdigest()


@action(needs=May.KEEP_FAMILY_REGISTER, anywhere=True)
def find_family_registers(*, actor: Actor, terms: Terms, why: str) -> list[MemberRecord]:
    """The first person of each register that the terms mean, after noting who asked and why.

    Ledger: residents.register.kept
    Raises: ReasonIsMissing.
    """
    if not why.strip():
        raise ReasonIsMissing
    found = found_registers(
        actor, town=terms.town, lot=terms.lot.strip(), first=terms.first.strip(), name=terms.name.strip()
    )
    ward = ward_of(actor)
    RegisterSearch.objects.create(
        searched_by_id=actor.account_id,
        actor_title=actor.title,
        ward_id=ward or None,
        why=why.strip(),
        kinds=terms.kinds,
        digest=terms.digest,
        found=len(found),
        at=now(),
    )
    traced(ward=ward, verb="find_family_registers", about={"kinds": terms.kinds, "digest": terms.digest})
    return found


def look_at_family_register(*, actor: Actor, register: FamilyRegister, why: str) -> None:
    """A look at everybody in the register: each of them can read who opened it.

    Called outside any act, before the register is opened.
    """
    for member in register.members.select_related("person").order_by("place"):
        look_at_person(actor=actor, person=member.person, why=why, what="family")
