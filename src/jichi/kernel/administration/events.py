"""What administration puts on the record. Who is concerned is always a personal field. Pure."""

from datetime import date, datetime

from jichi.kernel.ledger.event import Personal, event

ACCOUNTS, GRANTS, ELEVATIONS, LOOKS, DEMO_DAY = (
    "access/accounts",
    "access/grants",
    "access/elevations",
    "access/looks",
    "clock/demo-day",
)


@event("access.account.created")
class AccountCreated:
    works_for_city: bool
    account: Personal
    name: Personal
    email: Personal


@event("access.role.given")
class RoleGiven:
    grant: int
    role: str
    ward: str | None
    bureau: str | None
    section: str | None
    since: date
    until: date | None
    standby: bool
    account: Personal
    reason: Personal


@event("access.role.withdrawn")
class RoleWithdrawn:
    grant: int
    role: str
    until: date
    account: Personal
    reason: Personal


@event("access.elevation.started")
class ElevationStarted:
    elevation: int
    role: str
    ward: str | None
    bureau: str | None
    section: str | None
    ends_at: datetime
    account: Personal
    reason: Personal


@event("access.elevation.ended")
class ElevationEnded:
    elevation: int
    role: str
    ends_at: datetime


@event("access.record.looked_at")
class RecordLookedAt:
    what: str
    concerned: Personal
    why: Personal


@event("clock.demo_day.set")
class DemoDaySet:
    day: date | None
