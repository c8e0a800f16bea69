"""Which looks somebody should ask about: a sign is no proof, and a page without signs proves nothing either. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MANY = 40
HOUR = timedelta(hours=1)


class Sign(StrEnum):
    OWN = "own"
    HOUSEHOLD = "household"
    COLLEAGUE = "colleague"
    SURNAME = "surname"
    MANY = "many"
    PROTECTED = "protected"


@dataclass(frozen=True, kw_only=True)
class LookedAt:
    """A look and what is known of the two people. Surnames are folded; households are keys, None where unknown."""

    key: int
    clerk: int | None
    at: datetime
    clerk_person: int | None = None
    person: int
    clerk_household: int | None = None
    household: int | None = None
    clerk_surname: str = ""
    surname: str = ""
    is_colleague: bool = False
    was_handed_over: bool = False


def signs_of(look: LookedAt, busy: frozenset[int]) -> tuple[Sign, ...]:
    """The signs of one look; `busy` are the looks of clerks who opened many records within an hour."""
    is_own = look.clerk_person == look.person
    shares_home = look.household is not None and look.household == look.clerk_household
    found = {
        Sign.OWN: is_own,
        Sign.HOUSEHOLD: shares_home and not is_own,
        Sign.COLLEAGUE: look.is_colleague and not is_own,
        Sign.SURNAME: bool(look.surname)
        and look.surname == look.clerk_surname
        and not (is_own or shares_home),
        Sign.MANY: look.key in busy,
        Sign.PROTECTED: look.was_handed_over,
    }
    return tuple(sign for sign, holds in found.items() if holds)


def many_within_an_hour(looks: Iterable[LookedAt], *, many: int = MANY) -> frozenset[int]:
    """Looks that are the n-th of one clerk within an hour, and all after it."""
    recent: dict[int | None, list[LookedAt]] = {}
    busy: set[int] = set()
    for look in sorted(looks, key=lambda each: (each.at, each.key)):
        window = [each for each in recent.get(look.clerk, []) if look.at - each.at < HOUR]
        recent[look.clerk] = [*window, look]
        if len(window) + 1 >= many:
            busy.add(look.key)
    return frozenset(busy)
