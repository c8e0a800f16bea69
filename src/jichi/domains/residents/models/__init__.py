"""The tables of the registers; one file per subject."""

from .certificates import Certificate, CertificateEntry
from .names import NameKey
from .people import Household, Person
from .register import Entry, Movement, Record

__all__ = [
    "Certificate",
    "CertificateEntry",
    "Entry",
    "Household",
    "Movement",
    "NameKey",
    "Person",
    "Record",
]
