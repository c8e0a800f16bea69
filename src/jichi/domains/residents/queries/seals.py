"""Seals that are registered: whose, and whether a certificate may be made of one. No seal is registered yet."""

from datetime import date

from ..models import Person


def standing_seal(person: Person, on: date) -> None:
    """The registration of which a certificate may be made on a day."""
    return None
