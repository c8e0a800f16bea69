"""Lift a protection, or refuse an application, before the term has run out: one proposes, another confirms."""

from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal

from ...models import ProtectionCase
from ...permissions import May
from ...states import PROTECTION
from .acts import done, held


class SecondPersonNeeded(Refusal):
    code = "residents.second_person_needed"


class LiftingHasNoReason(Refusal):
    code = "residents.lifting_has_no_reason"


@action(needs=May.PROTECT, within="case")
def propose_lifting(*, actor: Actor, case: ProtectionCase, on: date, because: str) -> ProtectionCase:
    """Propose to lift the protection or to refuse the application. Until another person confirms, all stays hidden.

    Ledger: residents.register.kept
    Raises: WrongStep; LiftingHasNoReason; SecondPersonNeeded for a machine.
    """
    case = held(case)
    case.step = PROTECTION.after(case.step, "propose_lifting")
    if not because.strip():
        raise LiftingHasNoReason(
            fields={"because": _("理由と、本人の意思をどのように確かめたかを書いてください。")}
        )
    if actor.account_id is None:
        raise SecondPersonNeeded(_("解除は、人が求めて別の人が確認します。"))
    case.lifting_proposed_by_id, case.lifting_because = actor.account_id, because.strip()
    case.save()
    done(case, "propose_lifting", on=on, note=because.strip())
    return case


@action(needs=May.DECIDE_PROTECTION, within="case")
def confirm_lifting(*, actor: Actor, case: ProtectionCase, on: date) -> ProtectionCase:
    """Confirm what another person proposed: from now on the people are hidden no more by this case.

    Ledger: residents.register.kept
    Raises: WrongStep; SecondPersonNeeded for who proposed it.
    """
    case = held(case)
    case.step = PROTECTION.after(case.step, "confirm_lifting")
    if actor.account_id is None or actor.account_id == case.lifting_proposed_by_id:
        raise SecondPersonNeeded(
            _("解除を求めた人とは別の人が確認してください。保護を外すには二人の確認が必要です。")
        )
    case.lifted_by_id, case.lifted_on = actor.account_id, on
    case.save()
    done(case, "confirm_lifting", on=on)
    return case


@action(needs=May.DECIDE_PROTECTION, within="case")
def keep_protection(*, actor: Actor, case: ProtectionCase, on: date, because: str) -> ProtectionCase:
    """Turn a proposal down: the case goes on as it was.

    Ledger: residents.register.kept
    Raises: WrongStep.
    """
    case = held(case)
    case.step = PROTECTION.after(case.step, "keep_protection")
    case.lifting_proposed_by, case.lifting_because = None, ""
    case.save()
    done(case, "keep_protection", on=on, note=because.strip())
    return case
