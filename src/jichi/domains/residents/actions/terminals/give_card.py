"""Give somebody a card with a PIN that opens the terminals; the former card ends."""

import re
import secrets
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.lock import lock
from jichi.kernel.places.models import Ward

from ...models import Person, ServiceCard
from ...permissions import May
from ..act_numbers import next_act_number
from ..keeping import kept
from ..secrets import kept_of

PIN = re.compile(r"[0-9]{4}")


class NotFourDigits(Refusal):
    code = "residents.not_four_digits"
    status = 400
    message = _("暗証番号は、数字4桁で決めてください。")


class TooEasy(Refusal):
    code = "residents.too_easy"
    status = 400
    message = _("同じ数字を並べた番号や、続き番号は使えません。ほかの4桁にしてください。")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A card as it is asked for at a counter of a ward; `number` only where a demo needs a known one."""

    ward: Ward
    pin: str
    number: str = ""

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward.code)


@action(needs=May.LINK_ACCOUNT, within="wanted")
def give_card(*, actor: Actor, person: Person, wanted: Wanted, on: date) -> str:
    """Write a card and answer its number, which is kept nowhere; the holder typed the PIN.

    Ledger: residents.register.kept
    Raises: NotFourDigits; TooEasy.
    """
    refuse_weak(wanted.pin)
    held = lock(Person.objects.filter(pk=person.pk)).get()
    ServiceCard.objects.filter(person=held, ended_on__isnull=True).update(ended_on=on)
    number = wanted.number or f"{secrets.randbelow(10**12):012d}"
    ServiceCard.objects.create(
        person=held,
        digest=kept_of("card", number),
        pin=make_password(wanted.pin),
        given_on=on,
        is_demo=held.is_demo,
    )
    kept(act=next_act_number(), ward=wanted.ward.code, verb="give_card", about={"person": held.number})
    return number


def refuse_weak(pin: str) -> None:
    if not PIN.fullmatch(pin):
        raise NotFourDigits(fields={"pin": str(NotFourDigits.message)})
    if len(set(pin)) == 1 or pin in "0123456789" or pin in "9876543210":
        raise TooEasy(fields={"pin": str(TooEasy.message)})
