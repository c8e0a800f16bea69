"""The closed lists of the register: what a record is, where it stands, and the sexes as the standard codes them. Pure."""

from enum import StrEnum


class Register(StrEnum):
    """Which register a record belongs to: the resident register, or the alien register until 2012-07-08."""

    RESIDENT = "resident"
    ALIEN = "alien"


class Standing(StrEnum):
    """Where a record stands: 住民票, with a move out announced (転出予定), or removed (除票)."""

    REGISTERED = "registered"
    LEAVING = "leaving"
    REMOVED = "removed"


class Sex(StrEnum):
    """As the national layouts code it; empty where the record does not tell."""

    MALE = "1"
    FEMALE = "2"
    UNTOLD = ""


HEAD = "世帯主"
JAPAN = "JPN"
# Between surname and given name, as the register writes it.
SPACE = "\u3000"
