"""Decide that a protection is needed: its term begins."""

from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal

from ...models import ProtectionCase
from ...permissions import May
from ...queries.protection_cases import term_on
from ...rules.protection_words import Opinion
from ...states import PROTECTION
from .acts import done, held


class NeedNotConfirmed(Refusal):
    code = "residents.need_not_confirmed"


@action(needs=May.DECIDE_PROTECTION, within="case")
def start_protection(
    *, actor: Actor, case: ProtectionCase, on: date, opinion: Opinion, opinion_of: str, opinion_on: date
) -> ProtectionCase:
    """Start the protection on the day on which the applicant is told; it lasts for the term of the law book.

    Ledger: residents.register.kept
    Raises: WrongStep; NeedNotConfirmed without an opinion or an order of a court; NotInForce.
    """
    case = held(case)
    case.step = PROTECTION.after(case.step, "start_protection")
    if opinion is Opinion.NOT_YET or not opinion_of.strip():
        raise NeedNotConfirmed(
            fields={
                "opinion": _(
                    "支援の必要性を確認した相談機関の意見か、裁判所の命令を選び、名前を書いてください。"
                )
            }
        )
    case.opinion, case.opinion_of, case.opinion_on = opinion.value, opinion_of.strip(), opinion_on
    term = term_on(on)
    case.starts_on, case.ends_on = term.starts_on, term.ends_on
    case.save()
    done(case, "start_protection", on=on)
    return case
