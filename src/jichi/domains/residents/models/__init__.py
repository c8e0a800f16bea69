"""The tables of the registers; one file per subject."""

from .files import Transfer
from .names import NameKey
from .people import Household, Person
from .register import Entry, Movement, Record

__all__ = ["Entry", "Household", "Movement", "NameKey", "Person", "Record", "Transfer"]
