"""Who is with whom, who comes next as head, and that every household has one head on every day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.deadlines.words import day_in_words

from ...models import Entry, Household
from ...queries.register import believed, members_on
from ...rules.relationships import Member, Reckoned, after_change, old_head_after_change
from ...rules.words import HEAD, Standing
from ..writing import Change
from .order import Order
from .refusals import (
    HouseholdBroken,
    NextHeadMissing,
    NobodyConcerned,
    OfSeveralHouseholds,
    RelationshipMissing,
)


def household_of(entries: Sequence[Entry]) -> Household:
    """The one household of all these people.

    Raises: NobodyConcerned; OfSeveralHouseholds.
    """
    if not entries:
        raise NobodyConcerned
    if len({entry.household_id for entry in entries}) > 1:
        raise OfSeveralHouseholds
    return Household(pk=entries[0].household_id)


def members(household: Household | None, day: date) -> list[Entry]:
    if household is None or household.pk is None:
        return []
    return list(members_on(household, day))


def head_of(entries: Iterable[Entry]) -> Entry | None:
    return next((entry for entry in entries if entry.relationship == HEAD), None)


def member(entry: Entry) -> Member:
    facts = entry.facts
    return Member(relationship=facts.relationship, sex=facts.sex, birth=facts.birth)


def succession(everybody: Sequence[Entry], gone: set[int], order: Order) -> list[Change]:
    """What is written of those who stay when the head goes and no other one is among them.

    Raises: NextHeadMissing; RelationshipMissing.
    """
    left = [entry for entry in everybody if entry.person_id not in gone]
    old = head_of(everybody)
    if not left or old is None or head_of(left):
        return []
    new = next_head(left, order)
    others = [entry for entry in left if entry.pk != new.pk]
    told = relationships(others, {entry.pk: to_next(old, new, entry) for entry in others}, order)
    return [Change(person=new.person, items={"relationship": HEAD}), *told]


def next_head(left: Sequence[Entry], order: Order) -> Entry:
    """The only one who is left, or the one who was chosen."""
    if len(left) == 1:
        return left[0]
    wanted = order.next_head.pk if order.next_head else None
    found = next((entry for entry in left if entry.person_id == wanted), None)
    if found is None:
        raise NextHeadMissing(fields={"next_head": str(NextHeadMissing.message)})
    return found


def to_next(old: Entry, new: Entry, other: Entry) -> Reckoned:
    """What somebody is to the next head."""
    if other.pk == old.pk:
        return old_head_after_change(old=member(old), new=member(new))
    return after_change(old=member(old), new=member(new), other=member(other))


def relationships(others: Iterable[Entry], reckoned: Mapping[int, Reckoned], order: Order) -> list[Change]:
    """As the clerk told them, else as they are certain.

    Raises: RelationshipMissing, with the people whom the clerk must be asked about.
    """
    changes, asked = [], {}
    for entry in others:
        word = order.rest.get(entry.person_id, "").strip() or reckoned[entry.pk].certain
        if not word or word == HEAD:
            asked[rest_field(entry)] = _("続柄を選んでください。")
        changes.append(Change(person=entry.person, items={"relationship": word}))
    if asked:
        raise RelationshipMissing(fields=asked)
    return changes


def rest_field(entry: Entry) -> str:
    """The field of a form in which the relationship of somebody who stays is told."""
    return f"rest-{entry.person.public_id.hex}"


def refuse_broken_households(households: Iterable[int], since: date) -> None:
    """Every household that has members has one head, on each day from a day on.

    Raises: HouseholdBroken, naming the first such household and day.
    """
    refuse_broken(household_entries(households), since)


def household_entries(households: Iterable[int]) -> list[Entry]:
    return list(believed(Entry.objects.filter(household__in=set(households))))


def refuse_broken(entries: Iterable[Entry], since: date) -> None:
    """The same of entries that may not be written yet.

    Raises: HouseholdBroken.
    """
    by_household: dict[int, list[Entry]] = {}
    for entry in entries:
        ends_before = entry.until is not None and entry.until <= since
        if entry.household_id and entry.standing != Standing.REMOVED and not ends_before:
            by_household.setdefault(entry.household_id, []).append(entry)
    for household, its in sorted(by_household.items()):
        for day in days_of_change(its, since):
            if (heads := heads_on(its, day)) is not None and heads != 1:
                raise broken(Household(pk=household), day, heads)


def days_of_change(entries: Sequence[Entry], since: date) -> list[date]:
    """The days on which somebody comes, changes or goes: who goes has an entry of that day in another household only."""
    comes = {max(since, entry.since) for entry in entries}
    return sorted(comes | {entry.until for entry in entries if entry.until and entry.until > since})


def heads_on(entries: Iterable[Entry], day: date) -> int | None:
    """How many heads a household has on a day; None where nobody is in it.

    Whoever announced a move out heads it until that day.
    """
    there = [
        entry
        for entry in entries
        if entry.since <= day and (entry.until is None or day < entry.until) and not has_left(entry, day)
    ]
    return sum(entry.relationship == HEAD for entry in there) if there else None


def has_left(entry: Entry, day: date) -> bool:
    return entry.standing == Standing.LEAVING and entry.leaving_on is not None and entry.leaving_on <= day


def broken(household: Household, day: date, heads: int) -> HouseholdBroken:
    words = {"household": household.number, "day": day_in_words(day)}
    if heads:
        sentence = _(
            "世帯%(household)sの世帯主が、%(day)sに二人になります。後の日の異動を先に確かめてください。"
        )
    else:
        sentence = _(
            "世帯%(household)sの世帯主が、%(day)sにいなくなります。世帯主変更を先に入力してください。"
        )
    return HouseholdBroken(sentence % words)
