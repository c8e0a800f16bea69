"""What administration puts on the record. Who is concerned is always a personal field. Pure."""

from datetime import date, datetime

from jichi.kernel.ledger.event import Personal, event
from jichi.kernel.values.fault import gettext_noop as _

ACCOUNTS, GRANTS, ELEVATIONS, LOOKS, DEMO_DAY, CITY = (
    "access/accounts",
    "access/grants",
    "access/elevations",
    "access/looks",
    "clock/demo-day",
    "clock/city",
)


@event("access.account.created", label=_("アカウントを作った"))
class AccountCreated:
    works_for_city: bool
    account: Personal
    name: Personal
    email: Personal


@event("access.role.given", label=_("役割を与えた"))
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


@event("access.role.withdrawn", label=_("役割を終えた"))
class RoleWithdrawn:
    grant: int
    role: str
    until: date
    account: Personal
    reason: Personal


@event("access.elevation.started", label=_("一時的な権限を使い始めた"))
class ElevationStarted:
    elevation: int
    role: str
    ward: str | None
    bureau: str | None
    section: str | None
    ends_at: datetime
    account: Personal
    reason: Personal


@event("access.elevation.ended", label=_("一時的な権限を終えた"))
class ElevationEnded:
    elevation: int
    role: str
    ends_at: datetime


@event("access.record.looked_at", label=_("本人に関する記録を見た"))
class RecordLookedAt:
    what: str
    concerned: Personal
    why: Personal


@event("clock.demo_day.set", label=_("デモの日付を変えた"))
class DemoDaySet:
    day: date | None


@event("clock.city.set_up", label=_("市のデータベースをつくった"))
class CitySetUp:
    is_demo: bool
