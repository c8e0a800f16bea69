"""From an account to an actor."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from jichi.kernel.people.models import Account

from .actor import NOBODY, Actor, ActorKind
from .models import Elevation, Grant, Holding
from .roles import Held, Role


def actor_for(account: Account, *, on: date, at: datetime) -> Actor:
    """The account as an actor with the roles held on this day, and the elevations that run at this moment."""
    if not account.is_active:
        return NOBODY
    holdings: list[Holding] = [
        *grants_held(on).filter(account=account, standby=False).select_related("section"),
        *elevations_running(at).filter(account=account).select_related("section"),
    ]
    held = frozenset(as_held(holding) for holding in holdings)
    return Actor(kind=ActorKind.PERSON, name=str(account), account_id=account.pk, held=held)


def grants_held(on: date) -> QuerySet[Grant]:
    """The grants that hold on a day, those on standby included."""
    return Grant.objects.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on)


def elevations_running(at: datetime) -> QuerySet[Elevation]:
    """The elevations that run at a moment."""
    return Elevation.objects.filter(started_at__lte=at, ends_at__gt=at)


def as_held(holding: Holding) -> Held:
    """The role with its limit.

    A section's code is unique in the city and stands without its bureau; a record of the section names
    both in its scope, so that whoever holds the role for the whole bureau covers it too.
    """
    return Held(
        role=Role(holding.role),
        ward=holding.ward_id,
        bureau=holding.bureau_id,
        section=holding.section.code if holding.section else None,
    )
