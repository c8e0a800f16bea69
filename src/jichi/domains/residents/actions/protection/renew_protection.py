"""Renew a protection for another term."""

from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal

from ...models import ProtectionCase
from ...permissions import May
from ...queries.protection_cases import next_term, term_of
from ...states import PROTECTION
from .acts import done, held


class TooEarlyToRenew(Refusal):
    code = "residents.too_early_to_renew"


@action(needs=May.PROTECT, within="case")
def renew_protection(*, actor: Actor, case: ProtectionCase, on: date, note: str = "") -> ProtectionCase:
    """Take the application for another term; it follows the former without a gap.

    It is taken from a month before the end, and also after the end as long as nobody has ended the case: it still hides.

    Ledger: residents.register.kept
    Raises: WrongStep; TooEarlyToRenew.
    """
    case = held(case)
    case.step = PROTECTION.after(case.step, "renew_protection")
    if not term_of(case).may_be_renewed(on):
        day = term_of(case).renewable_from
        raise TooEarlyToRenew(
            _("延長の申出は、期間の終わる1か月前の%(month)d月%(day)d日から受け付けます。")
            % {"month": day.month, "day": day.day}
        )
    case.ends_on = next_term(case, on).ends_on
    case.save()
    done(case, "renew_protection", on=on, note=note.strip())
    return case
