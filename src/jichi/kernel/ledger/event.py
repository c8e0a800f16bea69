"""Typed events. A domain declares them in its `events.py`. Pure.

Example:
    @event("plans.plan.imported")
    class PlanImported:
        edition: str
        programmes: int
        representative: Personal = Personal("")
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime
from fractions import Fraction
from typing import Any, ClassVar, Protocol, TypeVar, dataclass_transform


@dataclass(frozen=True)
class Personal:
    """A field that names or describes a person, or is not public yet (a draft).

    The record holds a salted commitment; the clear text beside it can be erased.
    """

    clear: str


class Event(Protocol):
    type_name: ClassVar[str]
    label: ClassVar[str]


C = TypeVar("C")
KNOWN: dict[str, type[Any]] = {}


@dataclass_transform(frozen_default=True, kw_only_default=True)
def event(type_name: str, *, label: str = "") -> Callable[[type[C]], type[C]]:
    """Declare an event type under its public name `domain.thing.happened`.

    `label` says in Japanese what happened, marked for translation; pages show it in place of the name.
    """

    def declare(cls: type[C]) -> type[C]:
        declared = dataclass(frozen=True, kw_only=True)(cls)
        if type_name in KNOWN and KNOWN[type_name].__qualname__ != declared.__qualname__:
            raise ValueError(f"Two events are called {type_name}.")
        declared.type_name = type_name  # type: ignore[attr-defined]
        declared.label = label or type_name  # type: ignore[attr-defined]
        KNOWN[type_name] = declared
        return declared

    return declare


def split(happened: Any) -> tuple[dict[str, Any], dict[str, str]]:
    """The public fields as JSON values, and the personal fields as clear text."""
    public: dict[str, Any] = {}
    personal: dict[str, str] = {}
    for each in fields(happened):
        value = getattr(happened, each.name)
        if isinstance(value, Personal):
            personal[each.name] = value.clear
        else:
            public[each.name] = plain(value)
    return public, personal


def plain(value: Any) -> Any:
    """A field's value as JSON without floats: days ISO 8601, shares "1/10", tuples as arrays."""
    match value:
        case datetime() | date():
            return value.isoformat()
        case Fraction():
            return f"{value.numerator}/{value.denominator}"
        case tuple() | list():
            return [plain(each) for each in value]
        case dict():
            return {str(key): plain(each) for key, each in value.items()}
        case None | bool():
            return value
        case int():
            return int(value)
        case str():
            return str(value)
    raise TypeError(f"An event field cannot hold a {type(value).__name__}.")
