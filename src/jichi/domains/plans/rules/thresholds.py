"""How alike is alike enough: the numbers of ``comparison.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("comparison.toml")


@dataclass(frozen=True, kw_only=True)
class Thresholds:
    """Likeness from which two parts are one, and the weights of a programme's texts.

    Units: likeness 0 to 1, as ``likeness()`` measures it.
    """

    title: float
    statement: float
    programme: float
    programme_weights: dict[str, int]


@cache
def thresholds() -> Thresholds:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return Thresholds(**data["likeness"], programme_weights=data["programme_weights"])
