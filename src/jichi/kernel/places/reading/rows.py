"""The rows that the files give, each named like the columns of its table."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class WardRow:
    code: str
    name: str
    kana: str
    name_en: str


@dataclass(frozen=True, kw_only=True)
class TownRow:
    ward_id: str
    name: str
    hamlet: str
    latitude: Decimal | None
    longitude: Decimal | None


@dataclass(frozen=True, kw_only=True)
class BureauRow:
    code: str
    name: str
    name_en: str
    ward_id: str | None
    source: str
    confidence: str


@dataclass(frozen=True, kw_only=True)
class SectionRow:
    code: str
    bureau_id: str
    name: str
    name_en: str
    source: str
    confidence: str


@dataclass(frozen=True, kw_only=True)
class OfficeRow:
    """`town` is the name of a town of the ward, without its hamlet; empty where no address is known."""

    code: str
    kind: str
    name: str
    name_en: str
    ward_id: str
    town: str
    opened_on: date | None
    closed_on: date | None
    note: str
    source: str
    confidence: str
