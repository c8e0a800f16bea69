"""Who is on the register on a day: for rolls of referendums, and for the figures of towns."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, Count, Exists, OuterRef, QuerySet, Value, When

from jichi.kernel.calendar.age import age_on
from jichi.kernel.law.faults import NotInForce, NotKnown
from jichi.kernel.law.shelf import law

from ..models import Entry
from ..rules.population import SMALL_CELL, group_names, latest_births
from ..rules.small_cells import hidden_cells
from ..rules.words import JAPAN, Register, Standing
from .protection import countable, coverings
from .register import believed, holding_on

ROWS = 10_000


@dataclass(frozen=True, kw_only=True)
class OnRoll:
    """Somebody on the resident register on a day. `resident_since` is the day on which they became a resident of the city.

    `is_protected`: where they live must be shown to nobody but the officer in charge; a roll for inspection leaves them out.
    `age` is empty where the register has no day of birth.
    """

    person: str
    number: str
    name: str
    kana: str
    birth: date | None
    age: int | None
    sex: str
    nationality: str
    ward: str
    town: str
    lot: str
    building: str
    resident_since: date | None
    address_since: date | None
    stay_status: str
    is_protected: bool

    @property
    def is_foreign(self) -> bool:
        return self.nationality != JAPAN


def residents_on(day: date) -> QuerySet[Entry]:
    """The believed records of everybody on the resident register on a day; whoever has announced to leave is still on it."""
    entries = holding_on(believed(Entry.objects.filter(register=Register.RESIDENT)), day)
    return entries.exclude(standing=Standing.REMOVED)


def roll_at(day: date, *, ward: str = "", born_until: date | None = None) -> Iterator[OnRoll]:
    """Everybody on the roll of a day, person by person; of one ward, or born on or before a day, where that is asked.

    One query, read as it goes: 1.5 million rows need no more memory than ten thousand.
    """
    rows = residents_on(day)
    if ward:
        rows = rows.filter(town__ward=ward)
    if born_until:
        rows = rows.filter(birth__lte=born_until)
    covered = Exists(coverings().filter(person=OuterRef("person")))
    found = rows.annotate(is_protected=covered).select_related("person", "town").order_by("person_id")
    for entry in found.iterator(chunk_size=ROWS):
        yield on_roll(entry, day)


def on_roll(entry: Entry, day: date) -> OnRoll:
    return OnRoll(
        person=str(entry.person.public_id),
        number=entry.person.number,
        name=entry.name,
        kana=entry.kana,
        birth=entry.birth,
        age=age_on(born=entry.birth, on=day) if entry.birth and entry.birth <= day else None,
        sex=entry.sex,
        nationality=entry.nationality,
        ward=entry.town.ward_id if entry.town else "",
        town=entry.town.name if entry.town else "",
        lot=entry.lot,
        building=entry.building,
        resident_since=entry.resident_since,
        address_since=entry.address_since,
        stay_status=entry.stay_status,
        is_protected=entry.is_protected,  # type: ignore[attr-defined]
    )


def count_on(day: date, *, born_until: date | None = None) -> dict[str, int]:
    """How many are on the register of a day, by ward. One query."""
    rows = residents_on(day)
    if born_until:
        rows = rows.filter(birth__lte=born_until)
    counted = rows.values_list("town__ward").annotate(people=Count("pk")).order_by("town__ward")
    return {ward: people for ward, people in counted if ward}


@dataclass(frozen=True, kw_only=True)
class AgesOfTown:
    """One number. `people` is empty where it is hidden: too small, or one from which a small one could be reckoned."""

    ward: str
    town: str
    sex: str
    group: str
    people: int | None


def ages_by_town(on: date) -> Iterator[AgesOfTown]:
    """People by town, sex and age group of five years; small numbers hidden. Nobody under protection is counted.

    Nothing at all where the law of the day does not say which numbers are small.
    """
    try:
        threshold = law.at(on, SMALL_CELL).value
    except (NotInForce, NotKnown):
        return
    tables: dict[tuple[str, str], dict[tuple[str, str], int]] = {}
    for ward, town, sex, group, people in counted_by_town(on):
        tables.setdefault((ward, sex), {})[town, group] = people
    for (ward, sex), table in sorted(tables.items()):
        hidden = hidden_cells(table, threshold=threshold)
        for town in sorted({town for town, _ in table}):
            for group in group_names():
                shown = None if (town, group) in hidden else table.get((town, group), 0)
                yield AgesOfTown(ward=ward, town=town, sex=sex, group=group, people=shown)


def counted_by_town(on: date) -> QuerySet[Entry, tuple[str, str, str, str, int]]:
    names = group_names()
    cases = [When(birth__lte=born, then=Value(names[age // 5])) for age, born in latest_births(on)]
    group = Case(*cases, default=Value(names[0]), output_field=CharField())
    rows = countable(residents_on(on).exclude(birth=None))
    return (
        rows.values_list("town__ward__name", "town__name", "sex")
        .annotate(group=group, people=Count("pk"))
        .order_by("town__ward", "town__name", "sex", "group")
        .values_list("town__ward__name", "town__name", "sex", "group", "people")
    )
