"""Yen: whole numbers only, read from budget tables and written for people."""

import re
from collections.abc import Sequence
from fractions import Fraction

from .unreadable import Unreadable
from .width import narrow

_TERM = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?([十百千]?)([万億兆]?)")
_AMOUNT = re.compile(rf"(?P<minus>[-−△▲]?)[¥\\]?(?P<terms>(?:{_TERM.pattern})+)(?P<yen>円?)")
_SMALL = {"": 1, "十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}


def parse_yen(text: str, *, unit: int = 1) -> int:
    """Read ``1,234円``, ``￥１２３４``, ``12億3,456万円``, ``1.5百万円`` or ``△500`` as exact yen.

    Units: ``unit`` is the yen of one in a table headed 単位:千円 (1000) or 百万円 (1000000);
    it counts only for a bare number, since a unit written beside the number wins.

    Raises: Unreadable (``yen.form``; ``yen.fraction`` when the amount is not whole yen).
    """
    found = _AMOUNT.fullmatch("".join(narrow(text).split()))
    if not found:
        raise Unreadable("yen.form", text, "not an amount of yen")
    terms = [_term(match) for match in _TERM.finditer(found["terms"])]
    is_bare = not found["yen"] and all(not small and not large for _, small, large in terms)
    amount = _sum_of_terms(terms, original=text) * (unit if is_bare else 1)
    if amount.denominator != 1:
        raise Unreadable("yen.fraction", text, "there is no fraction of a yen")
    return -int(amount) if found["minus"] else int(amount)


def format_yen(amount: int) -> str:
    """Write ``1,234円``; a negative amount as ``-1,234円``."""
    return f"{amount:,}円"


def format_yen_by_myriads(amount: int) -> str:
    """Write ``12億3,456万円``: exact, grouped as Japanese is read aloud."""
    sign, rest, parts = "-" if amount < 0 else "", abs(amount), []
    for unit, factor in reversed(_LARGE.items()):
        count, rest = divmod(rest, factor)
        if count:
            parts.append(f"{count:,}{unit}")
    if rest or not parts:
        parts.append(f"{rest:,}")
    return f"{sign}{''.join(parts)}円"


def split_yen(total: int, *, weights: Sequence[int | Fraction]) -> tuple[int, ...]:
    """Share out a sum by weights so that the shares are whole yen and add up to it exactly.

    Each share is its exact part rounded down; the yen left over go one each to the largest
    remainders, and to the earlier of equals (the method of largest remainder, as for seats).

    Raises: ValueError for no weights, a negative one, or none above 0.
    """
    whole = sum(weights)
    if whole <= 0 or min(weights) < 0:
        raise ValueError("weights must not be negative, and one must be above 0")
    exact = [Fraction(abs(total)) * weight / whole for weight in weights]
    shares = [int(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda at: shares[at] - exact[at])
    for at in by_remainder[: abs(total) - sum(shares)]:
        shares[at] += 1
    return tuple(-share if total < 0 else share for share in shares)


def _term(match: re.Match[str]) -> tuple[Fraction, str, str]:
    whole, decimals, small, large = match.groups()
    return Fraction(whole.replace(",", "") + (decimals or "")), small, large


def _sum_of_terms(terms: list[tuple[Fraction, str, str]], *, original: str) -> Fraction:
    """Add the terms from the right, where 千 in 2千5百万 takes over the 万 that follows it.

    Units must grow to the left, and no term may reach into the unit above: 1億12,000万 is
    a slip of the pen, not an amount.
    """
    total, large, above = Fraction(0), 1, Fraction(0)
    for number, small, own_large in reversed(terms):
        large = _LARGE.get(own_large, large)
        weight = _SMALL[small] * large
        if weight <= above or total >= weight:
            raise Unreadable("yen.form", original, "the units of the amount do not descend")
        total, above = total + number * weight, Fraction(weight)
    return total
