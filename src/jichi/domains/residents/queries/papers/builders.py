"""Which builder makes which certificate. A register adds its kinds here, one a line."""

from collections.abc import Callable
from dataclasses import dataclass

from . import (
    acceptance,
    address_history,
    family_register,
    identity,
    moving_out,
    record_items,
    removed_record,
    resident_record,
    seal,
    vehicle_address,
)
from .content import Content, Wanted
from .reading import Reading, people_of_household, read_household, read_person


@dataclass(frozen=True, kw_only=True)
class Builder:
    """`read` is asked while the people are held, `content` is given what was read. `whom` says beforehand whom to hold:
    at the least all whom `read` will name; where nothing is given, it is read for it.
    """

    content: Callable[[Wanted, Reading], Content]
    read: Callable[[Wanted], Reading]
    whom: Callable[[Wanted], frozenset[int]] | None = None

    def to_hold(self, wanted: Wanted) -> frozenset[int]:
        return self.whom(wanted) if self.whom else self.read(wanted).people


def household(wanted: Wanted) -> Reading:
    return read_household(wanted.person, wanted.on)


def of_household(wanted: Wanted) -> frozenset[int]:
    return people_of_household(wanted.person, wanted.on)


def person(wanted: Wanted) -> Reading:
    return read_person(wanted.person, wanted.on)


def alone(wanted: Wanted) -> frozenset[int]:
    return frozenset({wanted.person.pk})


BUILDERS: dict[str, Builder] = {
    "resident_record": Builder(whom=of_household, read=household, content=resident_record.content),
    "removed_record": Builder(whom=alone, read=person, content=removed_record.content),
    "record_items": Builder(whom=of_household, read=household, content=record_items.content),
    "moving_out": Builder(whom=of_household, read=household, content=moving_out.content),
    "light_vehicle_address": Builder(whom=alone, read=person, content=vehicle_address.content),
    "seal": Builder(whom=alone, read=person, content=seal.content),
    "address_history": Builder(read=address_history.read, content=address_history.content),
    "family_full": Builder(read=family_register.read, content=family_register.content),
    "family_individual": Builder(read=family_register.read, content=family_register.content),
    "removed_family_full": Builder(read=family_register.read, content=family_register.content),
    "removed_family_individual": Builder(read=family_register.read, content=family_register.content),
    "family_entry_items": Builder(read=family_register.read, content=family_register.content),
    "identity": Builder(read=identity.read, content=identity.content),
    "acceptance": Builder(read=acceptance.read, content=acceptance.content),
    "acceptance_fine": Builder(read=acceptance.read, content=acceptance.content),
}


def builder_of(kind: str) -> Builder | None:
    """None for a kind that no register can fill: it is not offered."""
    return BUILDERS.get(kind)
