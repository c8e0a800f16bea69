"""Names of countries and regions for their three letters, as the Unicode CLDR has them (in Babel). Pure.

The registers keep the code of ISO 3166; people read a name. What stands behind a name in brackets is left out.
"""

import re
from functools import lru_cache

from babel import Locale
from babel.core import get_global

# Where the register means something else than CLDR: whoever is registered as of 朝鮮 is of no state by that; XXA is the code of
# machine-readable travel documents (ICAO Doc 9303) for stateless people.
OWN_NAMES = {"PRK": {"ja": "朝鮮", "en": "Chosen (Korea)"}, "XXA": {"ja": "無国籍", "en": "Stateless"}}
# Codes that another one replaced, and those that are no country.
NOT_OFFERED = frozenset({"BUR", "ZAR", "DDR", "FXX", "TMP", "YMD", "QUU", "XAA", "XBB", "ZZZ", "ATA"})
# Of most foreign residents: these stand first where a country is chosen.
USUAL = (
    "JPN", "CHN", "KOR", "PRK", "PHL", "BRA", "VNM", "NPL", "USA", "IND", "PER", "THA", "TWN", "GBR", "IDN",
)  # fmt: skip
IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
LANGUAGES = ("ja", "en")


def country_name(code: str, language: str = "ja") -> str:
    """For example 韓国 for KOR; the code itself where it has no name."""
    return names(language).get(code, code)


def country_code(text: str) -> str | None:
    """The code for a code or a name in one of the languages; None where there is none."""
    wanted = text.strip()
    if wanted.upper() in names("ja"):
        return wanted.upper()
    return codes_by_name().get(wanted.casefold())


def choices(language: str) -> list[tuple[str, str]]:
    told = names(language)
    return [(code, told[code]) for code in dict.fromkeys((*USUAL, *told))]


@lru_cache
def names(language: str) -> dict[str, str]:
    """Every code that may be chosen, in the order of its name."""
    told = Locale(language).territories
    found = {
        code: IN_BRACKETS.sub("", told[short[0]])
        for code, short in get_global("territory_aliases").items()
        if is_country(code, short) and short[0] in told
    }
    found |= {code: own[language] for code, own in OWN_NAMES.items()}
    return dict(sorted(found.items(), key=lambda each: each[1]))


def is_country(code: str, short: list[str] | None) -> bool:
    return bool(re.fullmatch("[A-Z]{3}", code)) and code not in NOT_OFFERED and len(short or ()) == 1


@lru_cache
def codes_by_name() -> dict[str, str]:
    return {name.casefold(): code for language in LANGUAGES for code, name in names(language).items()}
