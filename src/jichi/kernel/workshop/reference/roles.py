"""docs/reference/roles.md: which role may do what."""

from enum import StrEnum
from itertools import groupby

from jichi.kernel.access.names import ROLE_NAMES
from jichi.kernel.access.policy import permissions, roles_that_may
from jichi.kernel.access.roles import Role

from . import markdown
from .rooms import is_ours


def page() -> str:
    granted = [each for each in permissions() if is_ours(type(each).__module__)]
    rooms = groupby(sorted(granted, key=room_of), key=room_of)
    return markdown.page(
        "Roles and permissions",
        "What stands nowhere in these tables, nobody may do. A role is held for the city, a ward, a bureau "
        "or a section, and reaches no further.",
        markdown.table(
            ["role", "in Japanese"], ((markdown.code(role), name) for role, name in ROLE_NAMES.items())
        ),
        *(f"## {room}\n\n{matrix(list(members))}" for room, members in rooms),
    )


def room_of(permission: StrEnum) -> str:
    return type(permission).__module__.split(".")[-2]


def matrix(granted: list[StrEnum]) -> str:
    rows = (
        [
            markdown.code(permission.value),
            getattr(permission, "label", ""),
            *("●" if role in roles_that_may(permission) else "" for role in Role),
        ]
        for permission in granted
    )
    return markdown.table(["permission", "in Japanese", *(role.replace("_", " ") for role in Role)], rows)
