"""How long a protection lasts, and when it may be renewed. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from jichi.kernel.calendar import Backwards, Period, Unit
from jichi.kernel.law.book import LegalValue

PROTECTION_YEARS = LegalValue("residents.protection_years", int, unit="years")
RENEWAL_MONTHS = LegalValue("residents.protection_renewal_months", int, unit="months")
LAW = (PROTECTION_YEARS, RENEWAL_MONTHS)


@dataclass(frozen=True, kw_only=True)
class Term:
    """The days of a protection. `renewable_from` is the first day on which a renewal is taken."""

    starts_on: date
    ends_on: date
    renewable_from: date

    def may_be_renewed(self, on: date) -> bool:
        """From a month before the end; also after it, as long as nobody has ended the case."""
        return self.renewable_from <= on

    def has_run_out(self, on: date) -> bool:
        return self.ends_on < on


def term_from(starts_on: date, *, years: int, months: int, source: str) -> Term:
    """The day on which the applicant was told is counted as the first one (起算)."""
    last = Period(length=years, unit=Unit.YEAR, basis=source, first_day_counts=True).last_day(starts_on).day
    return Term(
        starts_on=starts_on, ends_on=last, renewable_from=opens_before(last, months=months, source=source)
    )


def opens_before(ends_on: date, *, months: int, source: str) -> date:
    return Backwards(length=months, unit=Unit.MONTH, basis=source).latest_day(ends_on).day


def after(ends_on: date) -> date:
    """A renewed term follows the former without a gap."""
    return ends_on + timedelta(days=1)


# Days before the end on which the officers are reminded; after the end, once a week.
REMINDERS = (30, 14, 7, 0)
WEEK = 7


def reminder_on(ends_on: date, on: date) -> date | None:
    """The day of the newest reminder that is due on a day: a month, two weeks, a week ahead, the last day, then weekly."""
    left = (ends_on - on).days
    if left < 0:
        return ends_on + timedelta(days=-left // WEEK * WEEK)
    days = [each for each in REMINDERS if left <= each]
    return ends_on - timedelta(days=min(days)) if days else None
