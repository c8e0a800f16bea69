"""How much came of the voices, by period, ward and channel: a fixed number of queries, whatever their number."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, QuerySet

from jichi.kernel.places.models import Ward

from .kinds import LinkKind
from .models import Channel, Link, Voice
from .rules.coverage import SMALL, Shown, Tally, withheld

NO_WARD = "none"
REACHED = {f"n_{name}": Count(f"{name}_on") for name in ("replied", "decided", "changed", "resulted")}


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """All voices together, and by 年度, ward and channel; each in its own fixed order, never by rank."""

    all: Tally
    years: Sequence[Shown]
    wards: Sequence[Shown]
    channels: Sequence[Shown]

    @property
    def is_too_small(self) -> bool:
        return self.all.voices < SMALL

    @property
    def dimensions(self) -> dict[str, Sequence[Shown]]:
        return {"year": self.years, "ward": self.wards, "channel": self.channels}


def coverage() -> Coverage:
    """Seven queries."""
    voices = Voice.objects.all()
    years, wards, channels = (
        tallies(voices, "year"),
        tallies(voices, "ward_id"),
        tallies(voices, "channel"),
    )
    ward_codes = [*Ward.objects.order_by("code").values_list("code", flat=True), NO_WARD]
    return Coverage(
        all=total(list(years.values())),
        years=withheld([years[key] for key in sorted(years)]),
        wards=withheld(in_order(wards, ward_codes)),
        channels=withheld(in_order(channels, Channel.values)),
    )


def in_order(rows: dict[str, Tally], keys: Sequence[str]) -> list[Tally]:
    return [rows[key] if key in rows else Tally(key=key, voices=0) for key in keys]


def tallies(voices: QuerySet[Voice], column: str) -> dict[str, Tally]:
    """One row for each value of a column. Two queries."""
    days: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    waited = voices.filter(replied_on__isnull=False).values(column, "received_on", "replied_on")
    for row in waited.annotate(times=Count("pk")).order_by():
        days[key_of(row[column])][waiting(row["received_on"], row["replied_on"])] += row["times"]
    counted = voices.values(column).annotate(n_voices=Count("pk"), **REACHED).order_by()
    return {key: tally(key, row, days[key]) for row in counted for key in [key_of(row[column])]}


def key_of(value: str | int | None) -> str:
    return NO_WARD if value is None else str(value)


def waiting(received: date, replied: date) -> int:
    return (replied - received).days


def tally(key: str, row: dict[str, int], days: dict[int, int]) -> Tally:
    return Tally(
        key=key,
        voices=row["n_voices"],
        replied=row["n_replied"],
        decided=row["n_decided"],
        changed=row["n_changed"],
        resulted=row["n_resulted"],
        days=dict(days),
    )


def total(rows: Collection[Tally]) -> Tally:
    days: dict[int, int] = defaultdict(int)
    for row in rows:
        for number, times in row.days.items():
            days[number] += times
    sums = {
        name: sum(getattr(row, name) for row in rows)
        for name in ("voices", "replied", "decided", "changed", "resulted")
    }
    return Tally(key="all", days=dict(days), **sums)


def threads_with_a_result(*, most: int) -> list[Voice]:
    """Public voices that led furthest, the newest first; of voices heard together the one they were joined to."""
    joined = Link.objects.filter(kind=LinkKind.JOINED, parting=None).values("from_record")
    replied = Voice.objects.filter(record__public=True, replied_on__isnull=False)
    rows = replied.exclude(record__in=joined).select_related("record")
    return list(
        rows.order_by(
            F("resulted_on").desc(nulls_last=True),
            F("changed_on").desc(nulls_last=True),
            F("decided_on").desc(nulls_last=True),
            "-replied_on",
            "-pk",
        )[:most]
    )
