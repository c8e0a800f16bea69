"""The tables of the registers; one file per subject."""

from .names import NameKey
from .people import Household, Person
from .register import Entry, Movement, Record
from .seals import SealAct, SealCard, SealImpression, SealRegistration

__all__ = [
    "Entry",
    "Household",
    "Movement",
    "NameKey",
    "Person",
    "Record",
    "SealAct",
    "SealCard",
    "SealImpression",
    "SealRegistration",
]
