"""What day and what moment it is, for the city."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from .models import DemoDay

CITY_TIME = ZoneInfo("Asia/Tokyo")


def now() -> datetime:
    """The real moment, aware, in UTC. The ledger and the logs use it; the demo day never bends it."""
    return datetime.now(UTC)  # noqa: TID251 - this is the clock


def today() -> date:
    """The city's day: the demo day where one is set on a demo city, else the local date."""
    if settings.DEMO and (demo := demo_day()) is not None:
        return demo
    return local_day(now())


def demo_day() -> date | None:
    """The demo day, or None where the real day counts."""
    return DemoDay.objects.values_list("day", flat=True).first()


def local_day(moment: datetime) -> date:
    """The date in the city at a moment."""
    return moment.astimezone(CITY_TIME).date()


def in_the_past(moment: datetime, span: timedelta) -> bool:
    """Whether more than `span` has passed since the moment."""
    return now() - moment > span
