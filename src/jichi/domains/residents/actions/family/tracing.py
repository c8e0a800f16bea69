"""The trace of an act on the family registers. Each act has a number of the movements' own row, so that the public record
does not tell a marriage from a move; which notification or register it was about is kept as a commitment."""

from collections.abc import Mapping
from typing import Any

from ..act_numbers import next_act_number
from ..keeping import kept


def traced(*, ward: str, verb: str, about: Mapping[str, Any], basis: str = "") -> None:
    """Ledger: residents.register.kept."""
    kept(act=next_act_number(), ward=ward, verb=verb, about=about, basis=basis)
