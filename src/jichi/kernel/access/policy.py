"""Which role may do what. Filled once from the manifests at start; what nobody allowed is refused."""

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

from .actor import Actor
from .roles import CITYWIDE, Held, Role, Scope

# By class and member: members of two StrEnums with the same text are equal, and `plans.May.PUBLISH`
# must never open the door of `councils.May.PUBLISH`.
_allowed: dict[tuple[type[StrEnum], str], set[Role]] = defaultdict(set)
_open: dict[tuple[type[StrEnum], str], None] = {}


def allow(role: Role, permissions: Iterable[StrEnum]) -> None:
    """Let a role do these things. Called by a subsystem's manifest only."""
    for permission in permissions:
        _allowed[key(permission)].add(role)


def allow_everybody(permissions: Iterable[StrEnum]) -> None:
    """Let everybody do these things, signed in or not. Called by a subsystem's manifest only."""
    _open.update(dict.fromkeys(key(permission) for permission in permissions))


def is_open_to_all(permission: StrEnum) -> bool:
    """Whether everybody may do this."""
    return key(permission) in _open


def key(permission: StrEnum) -> tuple[type[StrEnum], str]:
    return type(permission), permission.value


def may(actor: Actor, permission: StrEnum, within: Scope = CITYWIDE) -> bool:
    """Whether the actor may do this to a record of that scope. No rule, no role, no right."""
    return is_open_to_all(permission) or any(held.covers(within) for held in holding(actor, permission))


def may_somewhere(actor: Actor, permission: StrEnum) -> bool:
    """Whether there is any ward, bureau or section in which the actor may do this (for menus)."""
    return is_open_to_all(permission) or bool(holding(actor, permission))


def holding(actor: Actor, permission: StrEnum) -> frozenset[Held]:
    """The roles by which the actor may do this, each with its limits; lists filter rows by them."""
    roles = _allowed.get(key(permission), set())
    return frozenset(held for held in actor.held if held.role in roles)


def roles_that_may(permission: StrEnum) -> frozenset[Role]:
    """The roles a permission was given to (for the generated reference)."""
    return frozenset(Role) if is_open_to_all(permission) else frozenset(_allowed.get(key(permission), ()))


def permissions() -> list[StrEnum]:
    """Every permission that was given to some role, in the order in which the manifests gave them."""
    return [kind(value) for kind, value in (*_allowed, *_open)]
