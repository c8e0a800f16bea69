"""The tables of the registers; one file per subject."""

from .certificates import Certificate, CertificateEntry
from .linking import AccountLink, LinkCode, WrongCode
from .looks import PersonLook, RegisterSearch
from .names import NameKey
from .people import Household, Person
from .protection import CityTold, CoveredPerson, ProtectedAttempt, ProtectionAct, ProtectionCase
from .register import Entry, Movement, Record
from .requests import CertificateRequest
from .sessions import StepKey, TerminalSession
from .terminals import ChannelStop, ServiceCard, Terminal

__all__ = [
    "AccountLink",
    "Certificate",
    "CertificateEntry",
    "CertificateRequest",
    "ChannelStop",
    "CityTold",
    "CoveredPerson",
    "Entry",
    "Household",
    "LinkCode",
    "Movement",
    "NameKey",
    "Person",
    "PersonLook",
    "ProtectedAttempt",
    "ProtectionAct",
    "ProtectionCase",
    "Record",
    "RegisterSearch",
    "ServiceCard",
    "StepKey",
    "Terminal",
    "TerminalSession",
    "WrongCode",
]
