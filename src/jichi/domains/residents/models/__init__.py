"""The tables of the registers; one file per subject."""

from .family import FamilyDomicile, FamilyEntry, FamilyItem, FamilyMember, FamilyRegister, MemberRecord
from .family_acts import AddressNote, FamilyNotification, FamilyParty, FamilyTie, NonAcceptance
from .names import NameKey
from .people import Household, Person
from .register import Entry, Movement, Record

__all__ = [
    "AddressNote", "Entry", "FamilyDomicile", "FamilyEntry", "FamilyItem", "FamilyMember", "FamilyNotification",
    "FamilyParty", "FamilyRegister", "FamilyTie", "Household", "MemberRecord", "Movement", "NameKey", "NonAcceptance",
    "Person", "Record",
]  # fmt: skip
