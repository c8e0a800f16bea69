"""From an account to an actor."""

from datetime import date, datetime

from django.db.models import Q

from jichi.kernel.people.models import Account

from .actor import NOBODY, Actor, ActorKind
from .models import Elevation, Grant, Holding
from .roles import Held, Role


def actor_for(account: Account, *, on: date, at: datetime) -> Actor:
    """The account as an actor with the roles held on this day, and the elevations that run at this moment."""
    if not account.is_active:
        return NOBODY
    grants = Grant.objects.select_related("section").filter(account=account, since__lte=on).filter(Q(until__isnull=True) | Q(until__gte=on))
    elevations = Elevation.objects.select_related("section").filter(account=account, started_at__lte=at, ends_at__gt=at)
    holdings: list[Holding] = [*grants, *elevations]
    held = frozenset(as_held(holding) for holding in holdings)
    return Actor(kind=ActorKind.PERSON, name=str(account), account_id=account.pk, held=held)


def as_held(holding: Holding) -> Held:
    # A section's code is unique in the city; its bureau is implied and must not narrow further.
    return Held(
        role=Role(holding.role),
        ward=holding.ward_id,
        bureau=holding.bureau_id,
        section=holding.section.code if holding.section_id else None,
    )
