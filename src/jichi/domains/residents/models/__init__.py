"""The tables of the registers; one file per subject."""

from .certificates import Certificate, CertificateEntry
from .linking import AccountLink, LinkCode, WrongCode
from .names import NameKey
from .people import Household, Person
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
    "Entry",
    "Household",
    "LinkCode",
    "Movement",
    "NameKey",
    "Person",
    "Record",
    "ServiceCard",
    "StepKey",
    "Terminal",
    "TerminalSession",
    "WrongCode",
]
