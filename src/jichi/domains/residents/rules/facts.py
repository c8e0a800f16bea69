"""What a record of one person says at one time: the items of a 住民票. Pure.

Source: 住民基本台帳法 第7条 (items), 第30条の45 (items of foreign residents, from 2012-07-09).
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self

from .words import HEAD, JAPAN, SPACE, Register, Sex, Standing


@dataclass(frozen=True, kw_only=True)
class Facts:
    """One record. Names are kept as written, variation selectors and all: never normalised.

    `household` and `town` are keys of rows. `name` and `kana` have a full-width space between surname and given name
    where there are both. `birth_as_told` keeps a day of birth that is no date (昭和10年月日不詳).
    """

    register: Register = Register.RESIDENT
    standing: Standing = Standing.REGISTERED
    name: str = ""
    kana: str = ""
    former_name: str = ""
    common_name: str = ""
    birth: date | None = None
    birth_as_told: str = ""
    sex: Sex = Sex.UNTOLD
    household: int | None = None
    relationship: str = ""
    town: int | None = None
    lot: str = ""
    building: str = ""
    address_since: date | None = None
    resident_since: date | None = None
    came_from: str = ""
    going_to: str = ""
    leaving_on: date | None = None
    gone_to: str = ""
    domicile: str = ""
    domicile_first: str = ""
    resident_code: str = ""
    individual_number: str = ""
    nationality: str = JAPAN
    stay_kind: str = ""
    stay_status: str = ""
    stay_period: str = ""
    stay_until: date | None = None
    card_number: str = ""
    counted_from: date | None = None
    counted_evidence: str = ""

    @property
    def is_head(self) -> bool:
        return self.relationship == HEAD

    @property
    def is_foreign(self) -> bool:
        return self.nationality != JAPAN

    @property
    def is_current(self) -> bool:
        """Whether the person is on the register: also with a move out announced, until it is carried out."""
        return self.standing != Standing.REMOVED

    @property
    def surname(self) -> str:
        return self.name.partition(SPACE)[0]

    @property
    def given_name(self) -> str:
        return self.name.partition(SPACE)[2]

    def changed_by(self, items: Mapping[str, Any]) -> Self:
        """The record after these items were written.

        Raises: TypeError for an item that no record has.
        """
        return replace(self, **items)


ITEMS: tuple[str, ...] = tuple(each.name for each in fields(Facts))
# What only people without Japanese nationality have, and what only people with it have.
FOREIGN_ITEMS = ("stay_kind", "stay_status", "stay_period", "stay_until", "card_number", "counted_from")
JAPANESE_ITEMS = ("domicile", "domicile_first")
# Where somebody lives, lived or goes: what protection hides.
WHEREABOUTS = (
    "household", "relationship", "town", "lot", "building", "address_since", "resident_since",
    "came_from", "going_to", "leaving_on", "gone_to", "domicile", "domicile_first",
)  # fmt: skip
