"""Values every domain counts and names things with. Pure: no Django, no clock, no files."""

from .article import Article
from .day_span import DaySpan
from .era import (
    ERAS,
    Era,
    NoEra,
    era_of,
    format_era_day,
    format_era_day_short,
    format_era_year,
)
from .era_text import OutsideEra, parse_era_day, parse_era_year
from .fiscal_year import FiscalYear
from .fiscal_years import FiscalYears
from .kanji_numbers import parse_number, to_kanji
from .ratio import at_least, format_percent, format_ratio, more_than, parse_ratio
from .reference import MistypedReference, Reference
from .roman import format_roman, parse_roman, roman_letters
from .unreadable import Unreadable
from .width import narrow
from .yen import format_yen, format_yen_by_myriads, parse_yen, split_yen

__all__ = [
    "ERAS",
    "Article",
    "DaySpan",
    "Era",
    "FiscalYear",
    "FiscalYears",
    "MistypedReference",
    "NoEra",
    "OutsideEra",
    "Reference",
    "Unreadable",
    "at_least",
    "era_of",
    "format_era_day",
    "format_era_day_short",
    "format_era_year",
    "format_percent",
    "format_ratio",
    "format_roman",
    "format_yen",
    "format_yen_by_myriads",
    "more_than",
    "narrow",
    "parse_era_day",
    "parse_era_year",
    "parse_number",
    "parse_ratio",
    "parse_roman",
    "parse_yen",
    "roman_letters",
    "split_yen",
    "to_kanji",
]
