"""The tables of the registers; one file per subject."""

from .certificates import Certificate, CertificateEntry
from .family import FamilyDomicile, FamilyEntry, FamilyItem, FamilyMember, FamilyRegister, MemberRecord
from .family_acts import AddressNote, FamilyNotification, FamilyParty, FamilyTie, NonAcceptance
from .files import Transfer
from .linking import AccountLink, LinkCode, WrongCode
from .looks import PersonLook, RegisterSearch
from .names import NameKey, NamePart
from .notices import CivilNotice
from .people import Household, Person
from .protection import CityTold, CoveredPerson, ProtectedAttempt, ProtectionAct, ProtectionCase
from .receipts import Receipt, ReceiptLine
from .register import Entry, Movement, Record
from .requests import CertificateRequest
from .seals import SealAct, SealCard, SealImpression, SealRegistration
from .seats import DeskSeat
from .sessions import StepKey, TerminalSession
from .take_over import TakenOver, TakeOver
from .terminals import ChannelStop, ServiceCard, Terminal
from .visits import Visit

__all__ = [
    "AccountLink",
    "AddressNote",
    "Certificate",
    "CertificateEntry",
    "CertificateRequest",
    "ChannelStop",
    "CityTold",
    "CivilNotice",
    "CoveredPerson",
    "DeskSeat",
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
    "LinkCode",
    "MemberRecord",
    "Movement",
    "NameKey",
    "NamePart",
    "NonAcceptance",
    "Person",
    "PersonLook",
    "ProtectedAttempt",
    "ProtectionAct",
    "ProtectionCase",
    "Receipt",
    "ReceiptLine",
    "Record",
    "RegisterSearch",
    "SealAct",
    "SealCard",
    "SealImpression",
    "SealRegistration",
    "ServiceCard",
    "StepKey",
    "TakeOver",
    "TakenOver",
    "Terminal",
    "TerminalSession",
    "Transfer",
    "Visit",
    "WrongCode",
]
