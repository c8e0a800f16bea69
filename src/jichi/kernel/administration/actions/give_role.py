"""Give somebody a role."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.models import Grant
from jichi.kernel.access.place import CITY, Place
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.event import Personal
from jichi.kernel.people.models import Account

from ..events import GRANTS, RoleGiven
from ..permissions import May


class OwnRole(Refusal):
    code = "administration.own_role"
    message = _("自分の役割は自分で変えられません。ほかの管理者に頼んでください。")


class RoleIsHeld(Refusal):
    code = "administration.role_is_held"
    message = _("この人は、同じところで同じ役割をもう持っています。期間を変えるときは、先に終えてください。")


class EndsBeforeItBegins(Refusal):
    code = "administration.ends_before_it_begins"
    message = _("終わる日は、始まる日より後にしてください。")


class ReasonIsMissing(Refusal):
    code = "administration.reason_is_missing"
    message = _("理由を書いてください（例：2012年4月1日付け辞令）。")


class NotStaff(Refusal):
    code = "administration.not_staff"
    message = _("市の職員のアカウントではありません。役割を与えられるのは職員だけです。")


@action(needs=May.GIVE_ROLE)
def give_role(
    *,
    actor: Actor,
    account: Account,
    role: Role,
    reason: str,
    since: date,
    place: Place = CITY,
    until: date | None = None,
    standby: bool = False,
) -> Grant:
    """Give a role for the whole city or for one place, from `since` to the day before `until`.

    Ledger: access.role.given
    Raises: NotStaff; OwnRole; ReasonIsMissing; EndsBeforeItBegins; RoleIsHeld.
    """
    check_who(actor, account)
    check_period(since, until, reason)
    refuse_if_held(account, role, place, since, until)
    given = Grant.objects.create(
        account=account,
        role=role,
        reason=reason.strip(),
        since=since,
        until=until,
        standby=standby,
        **place.columns,
    )
    record(told(given, place), stream=GRANTS)
    return given


def check_who(actor: Actor, account: Account) -> None:
    if not account.works_for_city:
        raise NotStaff
    if actor.account_id == account.pk:
        raise OwnRole


def check_period(since: date, until: date | None, reason: str) -> None:
    if not reason.strip():
        raise ReasonIsMissing(fields={"reason": str(ReasonIsMissing.message)})
    if until is not None and until <= since:
        raise EndsBeforeItBegins(fields={"last_day": str(EndsBeforeItBegins.message)})


def refuse_if_held(account: Account, role: Role, place: Place, since: date, until: date | None) -> None:
    same = Grant.objects.filter(account=account, role=role, **place.filters).exclude(until__lte=since)
    if until is not None:
        same = same.filter(since__lt=until)
    if same.exists():
        raise RoleIsHeld


def told(given: Grant, place: Place) -> RoleGiven:
    return RoleGiven(
        grant=given.pk,
        role=given.role,
        ward=place.codes.ward,
        bureau=place.codes.bureau,
        section=place.codes.section,
        since=given.since,
        until=given.until,
        standby=given.standby,
        account=Personal(str(given.account.public_id)),
        reason=Personal(given.reason),
    )
