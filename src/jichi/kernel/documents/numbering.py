"""文書番号: which series a bureau counts in, and how a number of it is written. The symbols are data of the city.

`cities/<city>/documents/numbers.toml` holds the pattern, each bureau's symbol (文書記号) and, for series that a bureau counts
beside its usual one, the symbol that follows it (`[series]`), with source and confidence.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.values.fiscal_year import FiscalYear

PARTS = {"year", "symbol", "serial"}


class NoSymbol(Refusal):
    """A bureau, or a series, that has no symbol cannot number a document."""

    code = "documents.no_symbol"
    message = _(
        "この局の文書記号が決まっていないため、文書番号を付けられません。文書担当に、市のデータ（documents/numbers.toml）へ記号を入れてもらってください。"
    )


class WrongNumbers(ValueError):
    """The city's file of numbers is wrong; the message names file and reason."""


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """How this city numbers its documents. `confidence` is a word of the law book."""

    pattern: str
    symbols: dict[str, str]
    series: dict[str, str]
    source: str
    confidence: str

    def written(self, *, bureau: str, year: FiscalYear, serial: int, series: str = "") -> str:
        """For example `24川総企第12号`, of the series of receipts `24川川区領第12号`. Raises: NoSymbol."""
        if bureau not in self.symbols or (series and series not in self.series):
            raise NoSymbol
        symbol = self.symbols[bureau] + self.series.get(series, "")
        return self.pattern.format(year=era_number(year), symbol=symbol, serial=serial)


def era_number(year: FiscalYear) -> str:
    """The year of the era alone: `24` for 平成24年度, `元` for 令和元年度."""
    found = re.search(r"(元|\d+)年度$", year.era_label)
    assert found
    return found[1]


def numbers() -> Numbers:
    """The city's file, read anew: it is small, and a change counts from the next document on.

    Raises: WrongNumbers.
    """
    path = Path(settings.CITY_FOLDER, "documents", "numbers.toml")
    try:
        return checked(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise WrongNumbers(f"{path}: {fault}") from fault


def checked(told: dict[str, Any]) -> Numbers:
    found = Numbers(
        pattern=told["pattern"],
        symbols=dict(told["symbols"]),
        series=dict(told.get("series", {})),
        source=told["source"],
        confidence=told["confidence"],
    )
    named = set(re.findall(r"{(\w+)}", found.pattern))
    if named != PARTS:
        raise ValueError(
            f"pattern must name {', '.join(sorted(PARTS))}, and names {', '.join(sorted(named))}"
        )
    if found.confidence not in ("read", "inferred", "unconfirmed"):
        raise ValueError(f"confidence is read, inferred or unconfirmed, not {found.confidence}")
    written = [symbol + after for symbol in found.symbols.values() for after in ("", *found.series.values())]
    if len(set(written)) != len(written):
        raise ValueError("two bureaus or series have the same symbol: their numbers would be the same")
    return found
