"""Reads of administration. The functions that take an actor are the gates: not yours is not there."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from django.apps import apps
from django.db.models import Prefetch, Q, QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.models import Elevation, Grant, Holding, Look
from jichi.kernel.access.policy import may, permissions, roles_that_may
from jichi.kernel.access.queries import elevations_running, grants_held
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import local_day, now
from jichi.kernel.people.models import Account
from jichi.kernel.subsystem import SubsystemConfig

from .permissions import May

H = TypeVar("H", bound=Holding)


def gate(actor: Actor, permission: May) -> None:
    """Answer "not there" to whoever may not do this in the whole city."""
    if not may(actor, permission):
        raise NotThere


def with_places(rows: QuerySet[H]) -> QuerySet[H]:
    return rows.select_related("ward", "bureau", "section__bureau")


def staff(actor: Actor) -> QuerySet[Account]:
    """Everybody who works for the city, with the roles held today in `grants_today`."""
    gate(actor, May.SEE_STAFF)
    today = with_places(grants_held(local_day(now()))).order_by("role", "pk")
    return (
        Account.objects.filter(works_for_city=True)
        .prefetch_related(Prefetch("grants", queryset=today, to_attr="grants_today"))
        .order_by("name", "pk")
    )


def member(actor: Actor, public_id: UUID) -> Account:
    """One person who works for the city."""
    gate(actor, May.SEE_STAFF)
    found = Account.objects.filter(works_for_city=True, public_id=public_id).first()
    if found is None:
        raise NotThere
    return found


def member_to_change(actor: Actor, public_id: UUID) -> Account:
    """One person to whom the actor may give roles."""
    gate(actor, May.GIVE_ROLE)
    return member(actor, public_id)


def grant_to_end(actor: Actor, pk: int) -> Grant:
    """A grant that the actor may end."""
    gate(actor, May.GIVE_ROLE)
    found = with_places(Grant.objects.select_related("account")).filter(pk=pk).first()
    if found is None:
        raise NotThere
    return found


def grants_of(account: Account) -> QuerySet[Grant]:
    """Every role the account was ever given, the newest first."""
    return with_places(Grant.objects.filter(account=account)).order_by("-since", "-pk")


def elevations_of(account: Account) -> QuerySet[Elevation]:
    """Every elevation the account ever took, the newest first."""
    return with_places(Elevation.objects.filter(account=account)).order_by("-started_at", "-pk")


def own(actor: Actor) -> Q:
    """Finds what is the actor's; nothing for a machine and for nobody."""
    return Q(account_id=actor.account_id) if actor.account_id else Q(pk__in=[])


def own_standbys(actor: Actor, at: datetime) -> QuerySet[Grant]:
    """The roles on standby that the actor may take now."""
    held = grants_held(local_day(at)).filter(own(actor), standby=True)
    return with_places(held).order_by("role", "pk")


def own_standby(actor: Actor, pk: int) -> Grant:
    if (found := own_standbys(actor, now()).filter(pk=pk).first()) is None:
        raise NotThere
    return found


def own_elevations(actor: Actor, at: datetime) -> QuerySet[Elevation]:
    """The elevations of the actor that run now."""
    return with_places(elevations_running(at).filter(own(actor))).order_by("ends_at")


def own_elevation(actor: Actor, pk: int) -> Elevation:
    found = with_places(Elevation.objects.filter(own(actor), pk=pk)).first()
    if found is None:
        raise NotThere
    return found


def own_looks(actor: Actor) -> QuerySet[Look]:
    """Who looked at records about the actor."""
    return Look.objects.filter(concerned__pk=actor.account_id or 0).order_by("-at", "-pk")


@dataclass(frozen=True, kw_only=True)
class Line:
    """A permission, and for each role in order whether it has it."""

    label: str
    allowed: list[bool]


@dataclass(frozen=True, kw_only=True)
class Part:
    """The permissions of one room of the house."""

    title: str
    lines: list[Line]


def table_of_roles(actor: Actor) -> list[Part]:
    """Which role may do what, as the manifests say."""
    gate(actor, May.SEE_STAFF)
    return [
        Part(title=title_of(kind), lines=[line(each) for each in members])
        for kind, members in by_kind(permissions())
    ]


def by_kind(known: list[StrEnum]) -> list[tuple[type[StrEnum], list[StrEnum]]]:
    """Grouped by `May`, in the order in which each `May` lists its members."""
    kinds: dict[type[StrEnum], None] = dict.fromkeys(type(each) for each in known)
    return [(kind, [each for each in kind.__members__.values() if is_among(each, known)]) for kind in kinds]


def is_among(permission: StrEnum, known: list[StrEnum]) -> bool:
    # By class as well: members of two enums with one text are equal.
    return any(each is permission for each in known)


def title_of(kind: type[StrEnum]) -> str:
    app = apps.get_containing_app_config(kind.__module__)
    if isinstance(app, SubsystemConfig):
        return str(app.subsystem.title)
    return str(app.verbose_name) if app else kind.__module__


def line(permission: StrEnum) -> Line:
    roles = roles_that_may(permission)
    return Line(
        label=str(getattr(permission, "label", permission.value)), allowed=[role in roles for role in Role]
    )
