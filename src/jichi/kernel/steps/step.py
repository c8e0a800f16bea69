"""Steps, the moves between them, and how far a case has come."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Step:
    """A state a case can be in. `final` ends it: no move leaves."""

    code: str
    name: str
    name_en: str
    final: bool = False


@dataclass(frozen=True)
class Move:
    """A verb that leads from one step to another.

    `needs` is the permission, `basis` the provision. Without a name, people read where it leads.
    """

    verb: str
    from_: str
    to: str
    needs: StrEnum | None = None
    basis: str | None = None
    name: str = ""
    name_en: str = ""


@dataclass(frozen=True)
class Label:
    """What people read for a move."""

    name: str
    name_en: str


class Reached(StrEnum):
    """Where a step lies, seen from the case. A case is stopped when it ended off the usual way."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Stage:
    """One piece of the step line of a page."""

    code: str
    name: str
    name_en: str
    state: Reached
