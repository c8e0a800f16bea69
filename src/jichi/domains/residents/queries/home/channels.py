"""Which channels serve when, and which stand still. Open to everybody."""

from datetime import date, time

from jichi.kernel.calendar import YearlyClosure
from jichi.kernel.law.book import Confidence, LegalValue, NotInForce, NotKnown
from jichi.kernel.law.shelf import law
from jichi.kernel.law.units import MonthDay

from ...models import ChannelStop
from ...rules.channels import Channel
from ...rules.terminals import Hours

OPENS = LegalValue("residents.terminals_open", time)
CLOSES = LegalValue("residents.terminals_close", time)
CLOSED_FIRST = LegalValue("residents.terminals_closed_first", MonthDay)
CLOSED_LAST = LegalValue("residents.terminals_closed_last", MonthDay)
LAW = (OPENS, CLOSES, CLOSED_FIRST, CLOSED_LAST)


def hours_of(channel: Channel, on: date) -> Hours | None:
    """When a channel serves by the law of a day; None where no law says it, and then it does not serve."""
    try:
        rows = [law.at(on, key) for key in LAW]
    except (NotInForce, NotKnown):
        return None
    opens, closes, first, last = (row.value for row in rows)
    return Hours(
        opens=opens,
        closes=closes,
        closed=YearlyClosure(name="年末年始", first=tuple(first), last=tuple(last)),
        is_unconfirmed=any(row.confidence is not Confidence.READ for row in rows),
    )


def is_stopped(channel: Channel, kind: str = "") -> bool:
    """Whether the channel stands still, as a whole or for this kind."""
    stops = ChannelStop.objects.filter(channel=channel, resumed_at__isnull=True, kind__in={"", kind})
    return stops.exists()


def stops_now() -> dict[str, set[str]]:
    """What stands still, by channel; the empty kind stands for all of it."""
    found: dict[str, set[str]] = {}
    running = ChannelStop.objects.filter(resumed_at__isnull=True)
    for channel, kind in running.values_list("channel", "kind"):
        found.setdefault(channel, set()).add(kind)
    return found
