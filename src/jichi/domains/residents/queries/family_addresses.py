"""The address history of a member (戸籍の附票). No gate: who shows it asks `seeing` and `protection` first.

Addresses in this city are read from the resident register itself, so that a movement that was corrected or voided is
right here at once; those elsewhere are what other municipalities told.
"""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from ..models import AddressNote, Entry, Person
from ..rules.words import Register
from .register import entries_of


@dataclass(frozen=True, kw_only=True)
class Address:
    """Where, and the day on which the address was taken (住所を定めた日)."""

    text: str
    since: date


def addresses_of(person: Person, *, since: date) -> list[Address]:
    """All addresses that held on or after a day, the oldest first. Two queries."""
    here = [
        Address(text=address_text(entry), since=entry.address_since or entry.since)
        for entry in entries_of(person)
        if entry.register == Register.RESIDENT and entry.town and entry.facts.is_current
    ]
    notes = AddressNote.objects.filter(person=person, superseded_at__isnull=True)
    elsewhere = [Address(text=note.address, since=note.since) for note in notes]
    ordered = sorted({each.text + str(each.since): each for each in [*here, *elsewhere]}.values(), key=by_day)
    return from_day(ordered, since)


def by_day(address: Address) -> date:
    return address.since


def from_day(ordered: list[Address], since: date) -> list[Address]:
    """Without those that had ended before the day, and each address once as long as nobody moved."""
    lasting = [
        each for at, each in enumerate(ordered) if at + 1 == len(ordered) or ordered[at + 1].since > since
    ]
    return [each for at, each in enumerate(lasting) if at == 0 or lasting[at - 1].text != each.text]


def address_text(entry: Entry) -> str:
    if entry.town is None:
        return ""
    building = f"　{entry.building}" if entry.building else ""
    return f"{settings.CITY['name']}{entry.town.ward.name}{entry.town.name}{entry.town.hamlet}{entry.lot}{building}"
