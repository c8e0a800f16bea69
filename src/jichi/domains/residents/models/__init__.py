"""The tables of the registers; one file per subject."""

from .certificates import Certificate, CertificateEntry
from .looks import PersonLook, RegisterSearch
from .names import NameKey
from .people import Household, Person
from .protection import CityTold, CoveredPerson, ProtectedAttempt, ProtectionAct, ProtectionCase
from .register import Entry, Movement, Record
from .take_over import TakenOver, TakeOver
from .visits import Visit

__all__ = [
    "Certificate",
    "CertificateEntry",
    "CityTold",
    "CoveredPerson",
    "Entry",
    "Household",
    "Movement",
    "NameKey",
    "Person",
    "PersonLook",
    "ProtectedAttempt",
    "ProtectionAct",
    "ProtectionCase",
    "Record",
    "RegisterSearch",
    "TakeOver",
    "TakenOver",
    "Visit",
]
