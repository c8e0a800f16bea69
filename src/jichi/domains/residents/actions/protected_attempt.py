"""Tell the officer in charge, at once, that somebody asked for a blocked record."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor, machine
from jichi.kernel.access.queries import grants_held
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now, today
from jichi.kernel.notices.notify import notify
from jichi.kernel.people.models import Account

from ..models import Person, PersonLook, ProtectedAttempt, ProtectionCase
from ..permissions import May
from ..queries.protection import coverings
from ..rules.channels import Channel
from .act_numbers import next_act_number
from .keeping import kept

DETAILS = _("くわしくは、サインインして、このお知らせのページを見てください。")
WATCH = machine("protection-watch", Role.REGISTRY_CHIEF)


class ToTheOfficer(Refusal):
    """Raised inside a verb that must not go on. It rolls the verb back; `watched` then tells the officer.

    Its words are for a clerk. A resident's channel catches it and answers as it answers whoever it cannot serve.
    """

    code = "residents.to_the_officer"
    message = _(
        "この手続きは担当者が行います。担当者に連絡しました。お客さまには理由を言わずに「確認しますので、お待ちください」と伝えてください。"
    )

    def __init__(self, person: Person, what: str) -> None:
        self.person, self.what = person, what
        super().__init__()


@contextmanager
def watched(*, by: Actor, channel: Channel = Channel.COUNTER) -> Iterator[None]:
    """Around the call of a verb, outside its transaction: what was stopped for protection is told and still refused."""
    try:
        yield
    except ToTheOfficer as stopped:
        tell_officer(by=by, person=stopped.person, channel=channel, what=stopped.what)
        raise


def tell_officer(*, by: Actor, person: Person, channel: Channel, what: str) -> ProtectedAttempt | None:
    """Keep the attempt and tell the chiefs of the ward responsible. None where nobody is protected.

    Called after the attempt was refused, never inside the refused act: what is rolled back must not take this with it.
    """
    covering = coverings().filter(person=person).select_related("case").order_by("case_id").first()
    if covering is None:
        return None
    attempt = ProtectedAttempt(
        person=person,
        ward_id=covering.case.ward_id,
        channel=channel,
        what=what,
        tried_by_id=by.account_id,
        actor_title=by.title,
        at=now(),
    )
    return keep_attempt(actor=WATCH, attempt=attempt, on=today())


@action(needs=May.SEE_PROTECTED, within="attempt")
def keep_attempt(*, actor: Actor, attempt: ProtectedAttempt, on: date) -> ProtectedAttempt:
    """Keep an attempt on a blocked record and tell the officers in charge.

    The notice names nobody and nothing: it may leave the house as mail.

    Ledger: residents.register.kept
    """
    attempt.save()
    for officer in officers_of(attempt.ward_id, on):
        notify(
            account=officer,
            key=f"residents/attempt/{attempt.pk}",
            subject=_("住民の記録のことで、すぐに確認が必要です"),
            body=DETAILS,
            url=reverse("residents:attempts"),
            urgent=True,
        )
    about = {
        "attempt": attempt.pk,
        "person": attempt.person.number,
        "channel": attempt.channel,
        "what": attempt.what,
    }
    kept(act=next_act_number(), ward=attempt.ward_id, verb="keep_attempt", about=about)
    return attempt


def tell_of_look(look: PersonLook) -> None:
    """Tell the other officers in charge that one of them opened a protected record."""
    for covering in coverings().filter(person=look.person_id).select_related("case"):
        tell_other_officers(actor=WATCH, case=covering.case, look=look, on=today())


@action(needs=May.SEE_PROTECTED, within="case")
def tell_other_officers(*, actor: Actor, case: ProtectionCase, look: PersonLook, on: date) -> None:
    """Tell the officers of a ward of a look at one of the people in their charge.

    Ledger: residents.register.kept
    """
    for officer in officers_of(case.ward_id, on):
        if officer.pk != look.looked_by_id:
            notify(
                account=officer,
                key=f"residents/look/{look.pk}",
                subject=_("担当している人の記録が開かれました"),
                body=DETAILS,
                url=reverse("residents:protected_looks"),
            )
    kept(act=next_act_number(), ward=case.ward_id, verb="tell_other_officers", about={"look": look.pk})


def officers_of(ward: str, on: date) -> list[Account]:
    """The chiefs who answer for protections of a ward."""
    here = Q(ward=ward) | Q(ward__isnull=True, bureau__isnull=True, section__isnull=True)
    chiefs = grants_held(on).filter(here, role=Role.REGISTRY_CHIEF, standby=False, account__is_active=True)
    return list(Account.objects.filter(pk__in=chiefs.values("account")).order_by("pk"))
