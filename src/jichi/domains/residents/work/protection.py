"""What of protection waits for a person."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may_somewhere
from jichi.kernel.subsystem import WorkItem

from ..permissions import May
from ..queries.protection_cases import attempts_for, to_renew, waiting_for_decision


def work_of(actor: Actor, on: date) -> Iterable[WorkItem]:
    """Decisions, renewals within a month, and attempts to settle. The titles name nobody."""
    if not may_somewhere(actor, May.SEE_PROTECTED):
        return
    for case in waiting_for_decision(actor):
        yield item(case.number, reverse("residents:protection", args=[case.public_id]), _("決定・確認する"))
    for case in to_renew(actor, on):
        url = reverse("residents:protection", args=[case.public_id])
        yield item(case.number, url, _("延長するかどうかを本人に確かめる"), due=case.ends_on)
    for attempt in attempts_for(actor).filter(settled_at__isnull=True).order_by("at"):
        yield item(
            attempt.person.number,
            reverse("residents:settle_attempt", args=[attempt.pk]),
            _("求めた人を確認する"),
        )


def item(number: str, url: str, next_step: str, due: date | None = None) -> WorkItem:
    return WorkItem(title=_("支援措置"), url=url, what_next=next_step, due=due, reference=number)
