"""The tables of the registers; one file per subject."""

from .certificates import Certificate, CertificateEntry
from .family import FamilyDomicile, FamilyEntry, FamilyItem, FamilyMember, FamilyRegister, MemberRecord
from .family_acts import AddressNote, FamilyNotification, FamilyParty, FamilyTie, NonAcceptance
from .looks import PersonLook, RegisterSearch
from .names import NameKey
from .people import Household, Person
from .protection import CityTold, CoveredPerson, ProtectedAttempt, ProtectionAct, ProtectionCase
from .register import Entry, Movement, Record
from .seals import SealAct, SealCard, SealImpression, SealRegistration
from .take_over import TakenOver, TakeOver
from .visits import Visit

__all__ = [
    "AddressNote",
    "Certificate",
    "CertificateEntry",
    "CityTold",
    "CoveredPerson",
    "Entry",
    "FamilyDomicile",
    "FamilyEntry",
    "FamilyItem",
    "FamilyMember",
    "FamilyNotification",
    "FamilyParty",
    "FamilyRegister",
    "FamilyTie",
    "Household",
    "MemberRecord",
    "Movement",
    "NameKey",
    "NonAcceptance",
    "Person",
    "PersonLook",
    "ProtectedAttempt",
    "ProtectionAct",
    "ProtectionCase",
    "Record",
    "RegisterSearch",
    "SealAct",
    "SealCard",
    "SealImpression",
    "SealRegistration",
    "TakeOver",
    "TakenOver",
    "Visit",
]
