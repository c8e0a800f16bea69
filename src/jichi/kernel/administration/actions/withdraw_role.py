"""End a role."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.models import Elevation, Grant
from jichi.kernel.access.queries import grants_held
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.event import Personal
from jichi.kernel.ledger.lock import lock

from ..events import GRANTS, RoleWithdrawn
from ..permissions import May
from .end_elevation import close
from .give_role import OwnRole, ReasonIsMissing


class RoleHasEnded(Refusal):
    code = "administration.role_has_ended"
    message = _("この役割はもう終わっています。")


class LastAdministrator(Refusal):
    code = "administration.last_administrator"
    message = _("最後のシステム管理者です。終える前に、ほかの人をシステム管理者にしてください。")


@action(needs=May.GIVE_ROLE)
def withdraw_role(*, actor: Actor, grant: Grant, reason: str, on: date) -> Grant:
    """End a role today, and the elevations that stand on it; one that had not begun never begins.

    Ledger: access.role.withdrawn, access.elevation.ended
    Raises: OwnRole; ReasonIsMissing; RoleHasEnded; LastAdministrator.
    """
    grant = lock(Grant.objects.select_related("account").filter(pk=grant.pk)).get()
    check(actor, grant, reason, on)
    grant.until = max(on, grant.since)
    grant.save(update_fields=["until"])
    if grant.standby:
        end_what_stands_on_it(grant)
    record(told(grant, reason), stream=GRANTS)
    return grant


def check(actor: Actor, grant: Grant, reason: str, on: date) -> None:
    if actor.account_id == grant.account_id:
        raise OwnRole
    if not reason.strip():
        raise ReasonIsMissing(fields={"reason": str(ReasonIsMissing.message)})
    if grant.until is not None and grant.until <= max(on, grant.since):
        raise RoleHasEnded
    if is_last_administrator(grant, on):
        raise LastAdministrator


def is_last_administrator(grant: Grant, on: date) -> bool:
    everywhere = {"ward": None, "bureau": None, "section": None}
    administrators = grants_held(on).filter(
        role=Role.ADMINISTRATOR, standby=False, until=None, account__is_active=True, **everywhere
    )
    others = lock(administrators.exclude(pk=grant.pk).order_by("pk"))
    return grant.role == Role.ADMINISTRATOR and not grant.standby and not others.exists()


def end_what_stands_on_it(grant: Grant) -> None:
    at = now()
    running = Elevation.objects.filter(account=grant.account, role=grant.role, ends_at__gt=at)
    same_place = {"ward": grant.ward_id, "bureau": grant.bureau_id, "section": grant.section_id}
    for elevation in lock(running.filter(**same_place)):
        close(elevation, at)


def told(grant: Grant, reason: str) -> RoleWithdrawn:
    assert grant.until is not None
    return RoleWithdrawn(
        grant=grant.pk,
        role=grant.role,
        until=grant.until,
        account=Personal(str(grant.account.public_id)),
        reason=Personal(reason.strip()),
    )
