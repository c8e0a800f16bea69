"""その後どうなったか: from any record, everything it led to and came from, in the order of days."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from jichi.kernel.access.actor import Actor

from .declared import hub_numbers, voice_numbers
from .kinds import CONTEXT, LinkKind
from .models import Link, Record
from .queries import readable_keys

FARTHEST, MOST, JOINED_SHOWN = 12, 500, 3


@dataclass(frozen=True, kw_only=True)
class Tie:
    """A record as another record's step names it."""

    words: Any
    record: Record
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One record of a thread, with its ties to what stands before it.

    `joined` voices were heard together with this one; only `JOINED_SHOWN` of them stand in the thread,
    `unshown` more are on a page of their own.
    """

    record: Record
    is_start: bool
    ties: list[Tie] = field(default_factory=list)
    joined: int = 0
    unshown: int = 0

    @property
    def on(self) -> date:
        return self.record.happened_on


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """A link between two records of a thread, by their places in it, from the earlier to the later."""

    start: int
    end: int
    words: Any


@dataclass(frozen=True, kw_only=True)
class Thread:
    """The whole thread of a record; `is_cut` where it is longer than one page can show."""

    steps: list[Step]
    arrows: list[Arrow] = field(default_factory=list)
    is_cut: bool = False

    @property
    def start(self) -> Record:
        """The record from which the thread was followed."""
        return next(step.record for step in self.steps if step.is_start)

    @property
    def is_alone(self) -> bool:
        """Whether nothing has come of it yet."""
        return len(self.steps) == 1


def follow(start: Record, *, actor: Actor, farthest: int = FARTHEST, most: int = MOST) -> Thread:
    """The thread of a record, as far as the actor may read it.

    Two queries per step of distance (and one per kind of record that is not public), never one per record:
    of a thousand voices that were joined the first three are read, the others are counted.
    What the actor may not read is left out, and so is what only it leads to.
    """
    walk = Walk(start, actor, most)
    for _distance in range(farthest):
        if not walk.frontier:
            break
        walk.go_on()
    return walk.thread()


class Walk:
    """Outwards from a record, one link at a time in all directions."""

    def __init__(self, start: Record, actor: Actor, most: int) -> None:
        self.start, self.actor, self.most = start, actor, most
        self.known = {start.pk: start}
        self.links: dict[int, Link] = {}
        self.joined: dict[int, int] = {}
        self.frontier = {start.pk}
        self.new: set[int] = set()
        self.is_full = False

    def go_on(self) -> None:
        """Add all that stands one link away from the frontier."""
        found = links_at(self.frontier, with_context=self.start.pk in self.frontier)
        found += self.first_joined()
        self.meet([end for link in found for end in (link.from_record, link.to_record)])
        self.frontier = set()
        for link in found:
            ends = {link.from_record_id, link.to_record_id}
            if link.pk in self.links or not ends <= self.known.keys():
                continue
            self.links[link.pk] = link
            if LinkKind(link.kind) not in CONTEXT:
                self.frontier |= {end for end in ends & self.new if not self.is_hub(end)}

    def is_hub(self, key: int) -> bool:
        return self.known[key].kind in hub_numbers()

    def first_joined(self) -> list[Link]:
        """The first voices that were joined to voices of the frontier; how many there are is kept."""
        voices = {key for key in self.frontier if self.known[key].kind in voice_numbers()}
        if not voices:
            return []
        found = joined_at(voices)
        self.joined |= {link.to_record_id: link.all_joined for link in found}  # type: ignore[attr-defined]
        return found

    def meet(self, ends: Iterable[Record]) -> None:
        """Take in the records that the actor may read, until the thread is as long as a page can show."""
        strangers = {record.pk: record for record in ends if record.pk not in self.known}
        readable = readable_keys(self.actor, list(strangers.values()))
        room = self.most - len(self.known)
        self.is_full = self.is_full or len(readable) > room
        self.new = set(sorted(readable)[:room])
        self.known |= {key: strangers[key] for key in self.new}

    def thread(self) -> Thread:
        """What was met, in the order of days; each link stands at the later of its two records."""
        order = sorted(self.known.values(), key=place)
        steps = {record.pk: self.step(record) for record in order}
        places = {record.pk: number for number, record in enumerate(order)}
        arrows = []
        for link in self.links.values():
            early, late = sorted((link.from_record_id, link.to_record_id), key=places.__getitem__)
            kind = LinkKind(link.kind)
            words = kind.back if late == link.to_record_id else kind.there
            steps[late].ties.append(Tie(words=words, record=self.known[early], note=link.note))
            arrows.append(Arrow(start=places[early], end=places[late], words=kind.short))
        is_cut = self.is_full or bool(self.frontier)
        return Thread(steps=list(steps.values()), arrows=arrows, is_cut=is_cut)

    def step(self, record: Record) -> Step:
        shown = sum(
            link.kind == LinkKind.JOINED and link.to_record_id == record.pk for link in self.links.values()
        )
        joined = max(self.joined.get(record.pk, 0), shown)
        return Step(record=record, is_start=record.pk == self.start.pk, joined=joined, unshown=joined - shown)


def place(record: Record) -> tuple[date, int]:
    """Where a record stands in its thread: by its day, on one day in the order of registration."""
    return record.happened_on, record.pk


def links_at(keys: set[int], *, with_context: bool) -> list[Link]:
    """The links that begin or end at these records; ties to context only where they were asked for.

    Voices that were joined to one of them are left to `joined_at`; the voices about a hub are listed by
    its own page.
    """
    links = Link.objects.filter(parting=None).select_related("from_record", "to_record")
    if not with_context:
        links = links.exclude(kind__in=CONTEXT)
    voices = voice_numbers()
    ends_here = (
        Q(to_record__in=keys)
        & ~Q(kind=LinkKind.JOINED, to_record__kind__in=voices)
        & ~Q(kind=LinkKind.CONCERNS, from_record__kind__in=voices)
    )
    return list(links.filter(Q(from_record__in=keys) | ends_here).order_by("pk"))


def joined_at(keys: set[int], *, most: int = JOINED_SHOWN) -> list[Link]:
    """For each of these voices the first public ones that were joined to it, and how many there are."""
    links = Link.objects.filter(
        parting=None, kind=LinkKind.JOINED, to_record__in=keys, from_record__public=True
    )
    numbered = links.annotate(
        nth=Window(RowNumber(), partition_by=F("to_record"), order_by=F("pk").asc()),
        all_joined=Window(Count("pk"), partition_by=F("to_record")),
    )
    return list(numbered.filter(nth__lte=most).select_related("from_record", "to_record").order_by("pk"))
