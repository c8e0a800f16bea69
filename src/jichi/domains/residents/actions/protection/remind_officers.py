"""Remind the officers of protections whose term is about to run out. Nothing leaves the house but a notice that names nobody."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.notices.models import Notice
from jichi.kernel.notices.notify import notify

from ...models import ProtectionCase
from ...permissions import May
from ...rules.protection_term import reminder_on
from ..act_numbers import next_act_number
from ..keeping import kept
from ..protected_attempt import DETAILS, WATCH, officers_of


def remind_of_terms(on: date) -> int:
    """Remind the officers of every case whose reminder is due and was not given yet; answers how many cases.

    The victim is asked by an officer in the way they chose: no letter, mail or call goes out by itself.
    """
    cases = ProtectionCase.objects.filter(step="started", ends_on__isnull=False).order_by("pk")
    due = [
        case for case in cases if (key := key_of(case, on)) and not Notice.objects.filter(key=key).exists()
    ]
    for case in due:
        remind_officers(actor=WATCH, case=case, on=on)
    return len(due)


def key_of(case: ProtectionCase, on: date) -> str:
    """Under which key the officers are told; empty as long as it is too early."""
    assert case.ends_on
    day = reminder_on(case.ends_on, on)
    return f"residents/term/{case.pk}/{day}" if day else ""


@action(needs=May.SEE_PROTECTED, within="case")
def remind_officers(*, actor: Actor, case: ProtectionCase, on: date) -> None:
    """Tell the officers of the ward that a term of theirs is about to run out, or has run out.

    Ledger: residents.register.kept
    """
    for officer in officers_of(case.ward_id, on):
        notify(
            account=officer,
            key=key_of(case, on),
            subject=_("担当している件の期間が終わります"),
            body=DETAILS,
            url=reverse("residents:protections"),
        )
    kept(
        act=next_act_number(),
        ward=case.ward_id,
        verb="remind_officers",
        about={"case": case.number, "on": on},
    )
