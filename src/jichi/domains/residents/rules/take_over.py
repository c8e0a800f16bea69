"""Who of the alien register is taken over into the resident register on 2012-07-09, and why others are not. Pure.

Law: 住民基本台帳法第30条の45 (who is a foreign resident);
附則（平成21年法律第77号）第3条 to 第5条 (the take-over; from memory: unconfirmed).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from jichi.kernel.values.fault import gettext_noop

from .facts import Facts
from .words import Standing

MID_TERM, SPECIAL = "中長期在留者", "特別永住者"
REFUGE, PROVISIONAL, TRANSITIONAL = "一時庇護許可者", "仮滞在許可者", "経過滞在者"
ELIGIBLE = (MID_TERM, SPECIAL, REFUGE, PROVISIONAL, TRANSITIONAL)
# Whose stay has no end.
WITHOUT_END = (SPECIAL,)
PERMANENT = "永住者"


class Verdict(StrEnum):
    """What becomes of one record."""

    TAKEN = "taken"
    NO_STATUS = "no_status"
    NOT_ELIGIBLE = "not_eligible"
    STAY_ENDED = "stay_ended"
    STAY_END_UNKNOWN = "stay_end_unknown"
    NO_ADDRESS = "no_address"
    NO_HEAD = "no_head"
    TWO_HEADS = "two_heads"


# The words of the report.
SAID: Mapping[str, str] = MappingProxyType(
    {
        Verdict.TAKEN: gettext_noop("住民票に移した"),
        Verdict.NO_STATUS: gettext_noop("在留の区分が記録されていない"),
        Verdict.NOT_ELIGIBLE: gettext_noop("住民票を作る在留の区分に当たらない"),
        Verdict.STAY_ENDED: gettext_noop("在留期間が終わっている"),
        Verdict.STAY_END_UNKNOWN: gettext_noop("在留期間の終わりが記録されていない"),
        Verdict.NO_ADDRESS: gettext_noop("住所が記録されていない"),
        Verdict.NO_HEAD: gettext_noop("世帯主が分からない"),
        Verdict.TWO_HEADS: gettext_noop("同じ世帯に世帯主がもういる"),
    }
)


@dataclass(frozen=True, kw_only=True)
class Around:
    """The household that somebody would come into: heads that it has already, and those who would come with them."""

    heads_there: int
    heads_coming: int


def verdict(facts: Facts, around: Around, *, on: date) -> Verdict:
    """Whether this record of the alien register becomes one of the resident register on a day."""
    return stay_verdict(facts, on=on) or household_verdict(facts, around) or Verdict.TAKEN


def stay_verdict(facts: Facts, *, on: date) -> Verdict | None:
    if not facts.stay_kind:
        return Verdict.NO_STATUS
    if facts.stay_kind not in ELIGIBLE:
        return Verdict.NOT_ELIGIBLE
    has_no_end = facts.stay_kind in WITHOUT_END or facts.stay_status == PERMANENT
    if facts.stay_until is None and not has_no_end:
        return Verdict.STAY_END_UNKNOWN
    if facts.stay_until is not None and facts.stay_until < on:
        return Verdict.STAY_ENDED
    return None


def household_verdict(facts: Facts, around: Around) -> Verdict | None:
    if facts.town is None or not facts.lot or facts.standing == Standing.REMOVED:
        return Verdict.NO_ADDRESS
    if facts.is_head and around.heads_there:
        return Verdict.TWO_HEADS
    if around.heads_there + around.heads_coming == 0:
        return Verdict.NO_HEAD
    if facts.is_head and around.heads_coming > 1:
        return Verdict.TWO_HEADS
    return None


def lacks_years(facts: Facts) -> bool:
    """Whether the years of stay cannot be computed: no day from which they count, or no evidence of it."""
    return facts.counted_from is None or not facts.counted_evidence
