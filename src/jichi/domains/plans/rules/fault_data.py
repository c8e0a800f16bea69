"""The fault patterns of ``faults.toml``, read once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("faults.toml")
_VOWELS = "aiueo"


@dataclass(frozen=True, kw_only=True)
class Confusion:
    """A pattern of misread characters, what it stands for, and the reason in Japanese."""

    pattern: re.Pattern[str]
    proposed: str
    why: str


@dataclass(frozen=True, kw_only=True)
class FaultData:
    """What the detection knows about Japanese writing."""

    romaji: dict[str, str]
    old_forms: dict[str, str]
    in_names: frozenset[str]
    simplified: dict[str, str]
    confusions: tuple[Confusion, ...]
    kanji_to_kana: dict[str, str]


@cache
def fault_data() -> FaultData:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return FaultData(
        romaji=_syllables(data["romaji"]["vowels"]) | data["romaji"]["others"],
        old_forms=_pairs(data["old_forms"]["pairs"]),
        in_names=frozenset(data["old_forms"]["in_names"]),
        simplified=_pairs(data["simplified"]["pairs"]),
        confusions=tuple(_confusion(**entry) for entry in data["confusions"]),
        kanji_to_kana=_pairs(data["lookalikes"]["pairs"]),
    )


def _syllables(rows: dict[str, str]) -> dict[str, str]:
    return {
        consonant + vowel: kana
        for consonant, row in rows.items()
        for vowel, kana in zip(_VOWELS, row, strict=True)
        if kana != " "
    }


def _pairs(text: str) -> dict[str, str]:
    return {pair[0]: pair[1] for pair in text.split()}


def _confusion(*, pattern: str, proposed: str, why: str) -> Confusion:
    return Confusion(pattern=re.compile(pattern), proposed=proposed, why=why)
