"""Give a signed-in resident a code to show at the counter."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import NotAllowed, Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock
from jichi.kernel.people.models import Account

from ...models import LinkCode, Person
from ...permissions import May
from ...rules.codes import MINUTES, MOST_IN_AN_HOUR, new_code
from ..act_numbers import next_act_number
from ..keeping import kept
from ..secrets import kept_of


class LinkedAlready(Refusal):
    code = "residents.linked_already"
    message = _("このサインインは、もう住民の記録と結ばれています。")


class TooManyCodes(Refusal):
    code = "residents.too_many_codes"
    status = 429
    message = _("番号を作り直した回数が多すぎます。1時間ほどおいてから、もう一度作ってください。")


@action(needs=May.MAKE_LINK_CODE, anywhere=True)
def make_link_code(*, actor: Actor) -> str:
    """Make a one-time code for the account that is signed in, valid for a quarter of an hour; the former one ends.

    The code itself is answered once and kept nowhere.

    Ledger: residents.register.kept
    Raises: NotAllowed without an account; LinkedAlready; TooManyCodes.
    """
    if actor.account_id is None:
        raise NotAllowed
    account = lock(Account.objects.filter(pk=actor.account_id)).get()
    if Person.objects.filter(account=account).exists():
        raise LinkedAlready
    at = now()
    mine = LinkCode.objects.filter(account=account)
    if mine.filter(made_at__gt=at - timedelta(hours=1)).count() >= MOST_IN_AN_HOUR:
        raise TooManyCodes
    mine.filter(closed_at__isnull=True).update(closed_at=at)
    code = new_code()
    LinkCode.objects.create(
        account=account, digest=kept_of("link", code), made_at=at, ends_at=at + timedelta(minutes=MINUTES)
    )
    kept(act=next_act_number(), ward="", verb="make_link_code", about={"account": str(account.public_id)})
    return code
