"""Say what an attempt on a blocked record was."""

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ...models import ProtectedAttempt
from ...permissions import May
from ..act_numbers import next_act_number
from ..keeping import kept


class SettledAlready(Refusal):
    code = "residents.attempt_settled_already"
    status = 409


class FindingIsMissing(Refusal):
    code = "residents.finding_is_missing"


@action(needs=May.SEE_PROTECTED, within="attempt")
def settle_attempt(*, actor: Actor, attempt: ProtectedAttempt, found: str) -> ProtectedAttempt:
    """Put down what the officer found out about an attempt and did.

    Ledger: residents.register.kept
    Raises: SettledAlready; FindingIsMissing.
    """
    attempt = lock(ProtectedAttempt.objects.filter(pk=attempt.pk)).get()
    if attempt.settled_at:
        raise SettledAlready(_("もう確認が済んでいます。"))
    if not found.strip():
        raise FindingIsMissing(fields={"found": _("確かめたことと、したことを書いてください。")})
    attempt.found, attempt.settled_at, attempt.settled_by_id = found.strip(), now(), actor.account_id
    attempt.save()
    about = {"attempt": attempt.pk, "found": found.strip()}
    kept(act=next_act_number(), ward=attempt.ward_id, verb="settle_attempt", about=about)
    return attempt
