"""Tie a signed-in account to a person of the register, at a counter that has seen who it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock
from jichi.kernel.notices.notify import notify
from jichi.kernel.notices.wording import worded
from jichi.kernel.places.models import Ward

from ...models import AccountLink, LinkCode, Person, WrongCode
from ...permissions import May
from ...queries.home.proofs import see_proofs
from ...rules.codes import MINUTES, MOST_WRONG, typed
from ..act_numbers import next_act_number
from ..keeping import kept
from ..secrets import kept_of


class PersonLinkedAlready(Refusal):
    code = "residents.person_linked_already"
    message = _(
        "この人は、もうほかのサインインと結ばれています。先にその結びつきを、理由を書いて外してください。"
    )


class TooManyWrongCodes(Refusal):
    code = "residents.too_many_wrong_codes"
    status = 429
    message = _("違う番号が続きました。15分ほどおいてから、新しい番号でやり直してください。")


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What was shown at a counter of a ward: a code, and papers that prove who shows it."""

    ward: Ward
    code: str
    proofs: Sequence[str]

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward.code)


@action(needs=May.LINK_ACCOUNT, within="shown")
def link_account(*, actor: Actor, person: Person, shown: Shown, on: date) -> AccountLink | WrongCode:
    """Let whoever showed the code see this person's record from now on. A code is used once.

    A wrong code is answered and not refused: it is counted, and the count must stay.

    Ledger: residents.register.kept
    Raises: NotProven; PersonLinkedAlready; TooManyWrongCodes.
    """
    see_proofs(shown.proofs, on)
    refuse_guessing(actor)
    held = lock(Person.objects.filter(pk=person.pk)).get()
    if held.account_id is not None:
        raise PersonLinkedAlready
    if (code := open_code(shown.code)) is None:
        return wrong(actor, shown)
    return linked(actor, held, code, shown, on)


def refuse_guessing(actor: Actor) -> None:
    lately = now() - timedelta(minutes=MINUTES)
    if WrongCode.objects.filter(tried_by=actor.account_id, at__gt=lately).count() >= MOST_WRONG:
        raise TooManyWrongCodes


def open_code(text: str) -> LinkCode | None:
    """The code as it may still be used, held until the act ends."""
    codes = LinkCode.objects.filter(
        digest=kept_of("link", typed(text)), closed_at__isnull=True, ends_at__gt=now()
    )
    code = lock(codes).first()
    if code is None or Person.objects.filter(account=code.account_id).exists():
        return None
    return code


def wrong(actor: Actor, shown: Shown) -> WrongCode:
    tried = WrongCode.objects.create(tried_by_id=actor.account_id, at=now())
    kept(act=next_act_number(), ward=shown.ward.code, verb="link_account", about={"code": "wrong"})
    return tried


def linked(actor: Actor, person: Person, code: LinkCode, shown: Shown, on: date) -> AccountLink:
    code.closed_at = now()
    code.save(update_fields=["closed_at"])
    link = AccountLink.objects.create(
        person=person,
        account=code.account,
        ward=shown.ward,
        proofs=" ".join(shown.proofs),
        linked_on=on,
        linked_by_id=actor.account_id,
        is_demo=person.is_demo,
    )
    person.account = code.account
    person.save(update_fields=["account"])
    about = {"person": person.number, "account": str(code.account.public_id), "proofs": link.proofs}
    kept(act=next_act_number(), ward=shown.ward.code, verb="link_account", about=about)
    notify(
        account=code.account,
        key=f"residents/links/{link.pk}/linked",
        url="/residents/me/",
        **worded("residents.linked"),
    )
    return link
