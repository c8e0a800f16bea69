"""What a report of a mail server means, and when an address is left alone. Pure.

The classes of the codes are those of RFC 3463; how many reports are enough is this house's own rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# The address itself is wrong or switched off. 5.2.2 (full) and 5.7.x (taken for spam) are not about the address.
NO_SUCH_ADDRESS = ("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1")
ENOUGH_REFUSALS, WITHIN = 3, timedelta(days=30)
MOST_RETURNS = 3
FIRST_WAIT = timedelta(hours=1)


class Verdict(StrEnum):
    HARD = "hard"
    SOFT = "soft"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class Reported:
    """One earlier report about an address."""

    verdict: Verdict
    on: date


def verdict_of(action: str, status: str) -> Verdict | None:
    """What a report means; None where nothing went wrong, or the other server is still trying."""
    if action in ("delivered", "relayed", "expanded", "delayed"):
        return None
    if status in NO_SUCH_ADDRESS:
        return Verdict.HARD
    if status.startswith("4") or status == "5.2.2":
        return Verdict.SOFT
    return Verdict.REFUSED


def is_enough(reports: Iterable[Reported], *, on: date) -> bool:
    """Whether the address is left alone from now on: one report that it does not exist, or refusals on three days of a month."""
    recent = [report for report in reports if on - report.on <= WITHIN]
    if any(report.verdict is Verdict.HARD for report in recent):
        return True
    return len({report.on for report in recent if report.verdict is Verdict.REFUSED}) >= ENOUGH_REFUSALS


def wait_before_return(returned: int) -> timedelta | None:
    """How long to wait before a mail that could not be taken is sent once more; None when it has been tried enough."""
    return FIRST_WAIT * 6 ** (returned - 1) if returned <= MOST_RETURNS else None
