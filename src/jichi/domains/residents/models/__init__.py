"""The tables of the registers; one file per subject."""

from .names import NameKey
from .people import Household, Person
from .register import Entry, Movement, Record
from .take_over import TakenOver, TakeOver
from .visits import Visit

__all__ = ["Entry", "Household", "Movement", "NameKey", "Person", "Record", "TakeOver", "TakenOver", "Visit"]
