"""What of the index an actor may find. What is left out here is not counted, suggested or excerpted either."""

from enum import StrEnum

from django.db.models import Q

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import holding, permissions
from jichi.kernel.access.roles import Held


def readable_by(actor: Actor) -> Q:
    """The documents for everybody, and those that the actor's roles open."""
    found = Q(public=True)
    for permission in permissions() if actor.held else ():
        for held in holding(actor, permission):
            found |= Q(permission=permission_name(permission), **limits(held))
    return found


def permission_name(permission: StrEnum) -> str:
    """A permission as the index keeps it: two domains may use the same code."""
    return f"{type(permission).__module__}:{permission.value}"


def limits(held: Held) -> dict[str, str]:
    """Where the role was given; like `Held.covers`, a limited role opens nothing that names no owner."""
    where = {"ward": held.ward, "bureau": held.bureau, "section": held.section}
    return {name: code for name, code in where.items() if code is not None}
