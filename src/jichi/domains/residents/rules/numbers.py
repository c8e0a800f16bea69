"""The numbers that the register gives, each with its check digit: of a person, of an act, of a household. Pure."""

from jichi.kernel.values.reference import Reference

PERSON, ACT, PROTECTION, SEAL, CERTIFICATE, FAMILY, HOUSEHOLD = 21, 22, 23, 24, 25, 26, 27
FAMILY_NOTIFICATION, NON_ACCEPTANCE, REQUEST = 28, 29, 30


def number(kind: int, serial: int) -> str:
    """For example ``21-0001-4``."""
    return Reference(kind=kind, serial=serial).text
