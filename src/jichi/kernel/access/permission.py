"""What a permission is. Pure."""

from enum import StrEnum
from typing import Any, Self


class Permission(StrEnum):
    """Base of a domain's `May`: a code, and after it the words that the table of roles shows.

    Example:
        class May(Permission):
            GIVE_ROLE = "give_role", _("役割を与える")
    """

    label: Any

    def __new__(cls, value: str, label: Any = None) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = value if label is None else label
        return member
