"""Untie an account from a person: who signs in with it sees the record no more."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.lock import lock
from jichi.kernel.notices.notify import notify
from jichi.kernel.notices.wording import worded

from ...models import AccountLink, Person
from ...permissions import May
from ..act_numbers import next_act_number
from ..keeping import kept


class NotLinked(Refusal):
    code = "residents.not_linked"
    message = _("この結びつきは、もう外されています。")


class NoReasonToUnlink(Refusal):
    code = "residents.no_reason_to_unlink"
    status = 400
    message = _("外す理由を書いてください。")


@action(needs=May.LINK_ACCOUNT, within="link")
def unlink_account(*, actor: Actor, link: AccountLink, because: str, on: date) -> AccountLink:
    """End a link with a reason; its account is told.

    Ledger: residents.register.kept
    Raises: NoReasonToUnlink; NotLinked.
    """
    if not because.strip():
        raise NoReasonToUnlink(fields={"because": str(NoReasonToUnlink.message)})
    person = lock(Person.objects.filter(pk=link.person_id)).get()
    held = lock(AccountLink.objects.filter(pk=link.pk)).get()
    if held.ended_on is not None:
        raise NotLinked
    held.ended_on, held.ended_because = on, because.strip()
    held.save(update_fields=["ended_on", "ended_because"])
    person.account = None
    person.save(update_fields=["account"])
    about = {"person": person.number, "because": held.ended_because}
    kept(act=next_act_number(), ward=held.ward_id, verb="unlink_account", about=about)
    notify(account=held.account, key=f"residents/links/{held.pk}/unlinked", **worded("residents.unlinked"))
    return held
