"""End a protection whose term has run out."""

from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal

from ...models import ProtectionCase
from ...permissions import May
from ...queries.protection_cases import term_of
from ...states import PROTECTION
from .acts import done, held


class NotAsked(Refusal):
    code = "residents.applicant_not_asked"


class TermStillRuns(Refusal):
    code = "residents.term_still_runs"


@action(needs=May.DECIDE_PROTECTION, within="case")
def end_protection(*, actor: Actor, case: ProtectionCase, on: date, note: str) -> ProtectionCase:
    """End the case because the term has run out and the applicant, who was asked, does not renew it.

    Nothing ends by itself: a reminder that was missed must not uncover anybody.

    Ledger: residents.register.kept
    Raises: WrongStep; TermStillRuns; NotAsked.
    """
    case = held(case)
    case.step = PROTECTION.after(case.step, "end_protection")
    if not term_of(case).has_run_out(on):
        raise TermStillRuns(_("期間が終わっていません。期間の途中でやめるときは「解除」を求めてください。"))
    if not note.strip():
        raise NotAsked(fields={"note": _("本人にどのように確かめたかを書いてください。")})
    case.save()
    done(case, "end_protection", on=on, note=note.strip())
    return case
