"""Which listings are one programme: a （再掲） row is the programme it repeats, not another one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .chapter import Effort, Listing, Measure, Programme
from .damage import DamagedChapter
from .likeness import fold, likeness

# The same description, typed again: extraction may differ in a character or two.
SAME_DESCRIPTION = 0.8


def resolve(measures: Iterable[Measure]) -> tuple[tuple[Measure, ...], tuple[Programme, ...]]:
    """Give every listing the key of its programme and return the programmes in printed order.

    Two programmes may share a name (区役所サービス向上事業 and its (各区) sister): the ward flag and
    the description tell them apart.

    Raises: DamagedChapter (``duplicate_programme``, ``relisted_without_original``).
    """
    measures = tuple(measures)
    listings = [listing for measure in measures for effort in measure.efforts for listing in effort.listings]
    keys = _keys_of_originals(listings)
    originals = [listing for listing in listings if not listing.relisted]
    for listing in listings:
        if listing.relisted:
            keys[listing.place] = keys[_original(listing, originals).place]
    keyed = [replace(listing, programme=keys[listing.place]) for listing in listings]
    return tuple(_measure(measure, keyed) for measure in measures), _programmes(keyed)


def _keys_of_originals(listings: list[Listing]) -> dict[str, str]:
    keys: dict[str, str] = {}
    seen: dict[str, list[Listing]] = {}
    for listing in listings:
        if listing.relisted:
            continue
        name = fold(listing.name) + ("(各区)" if listing.each_ward else "")
        namesakes = seen.setdefault(name, [])
        for earlier in namesakes:
            if fold(earlier.description) == fold(listing.description):
                raise DamagedChapter(
                    listing.line, "duplicate_programme", name=listing.name, first=earlier.line
                )
        namesakes.append(listing)
        keys[listing.place] = name if len(namesakes) == 1 else f"{name}#{len(namesakes)}"
    return keys


def _original(relisted: Listing, originals: list[Listing]) -> Listing:
    """Find what a （再掲） row repeats: same name and flag, and a description that agrees if it has one."""
    namesakes = [
        listing
        for listing in originals
        if fold(listing.name) == fold(relisted.name) and listing.each_ward == relisted.each_ward
    ]
    if relisted.description:
        namesakes = [n for n in namesakes if _agreement(n, relisted) >= SAME_DESCRIPTION]
        namesakes.sort(key=lambda n: -_agreement(n, relisted))
    elif len(namesakes) > 1:
        namesakes = []
    if not namesakes:
        raise DamagedChapter(relisted.line, "relisted_without_original", name=relisted.name)
    return namesakes[0]


def _agreement(one: Listing, other: Listing) -> float:
    return likeness(one.description, other.description)


def _programmes(listings: list[Listing]) -> tuple[Programme, ...]:
    """Group by key; the original leads even when it is printed after its repetition."""
    groups: dict[str, list[Listing]] = {}
    for listing in listings:
        if not listing.relisted:
            groups[listing.programme] = [listing]
    for listing in listings:
        if listing.relisted:
            groups[listing.programme].append(listing)
    return tuple(Programme(key=key, listings=tuple(group)) for key, group in groups.items())


def _measure(measure: Measure, keyed: list[Listing]) -> Measure:
    return replace(measure, efforts=tuple(_effort(effort, keyed) for effort in measure.efforts))


def _effort(effort: Effort, keyed: list[Listing]) -> Effort:
    by_place = {listing.place: listing for listing in keyed}
    return replace(effort, listings=tuple(by_place[listing.place] for listing in effort.listings))
