"""その後どうなったか: from any record, everything it led to and came from, in the order of days."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from jichi.kernel.access.actor import Actor

from .kinds import CONTEXT, LinkKind
from .models import Link, Record
from .queries import readable_keys

FARTHEST, MOST = 12, 2000


@dataclass(frozen=True, kw_only=True)
class Tie:
    """A record as another record's step names it."""

    words: Any
    record: Record
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One record of a thread, with its ties to what stands before it."""

    record: Record
    is_start: bool
    ties: list[Tie] = field(default_factory=list)

    @property
    def on(self) -> date:
        return self.record.happened_on


@dataclass(frozen=True, kw_only=True)
class Thread:
    """The whole thread of a record; `is_cut` where it is longer than one page can show."""

    steps: list[Step]
    is_cut: bool = False

    @property
    def is_alone(self) -> bool:
        """Whether nothing has come of it yet."""
        return len(self.steps) == 1


def follow(start: Record, *, actor: Actor, farthest: int = FARTHEST, most: int = MOST) -> Thread:
    """The thread of a record, as far as the actor may read it.

    One query per step of distance (and one per kind of record that is not public), never one per record.
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
        self.frontier = {start.pk}
        self.new: set[int] = set()
        self.is_full = False

    def go_on(self) -> None:
        """Add all that stands one link away from the frontier."""
        found = links_at(self.frontier, with_context=self.start.pk in self.frontier)
        self.meet([end for link in found for end in (link.from_record, link.to_record)])
        self.frontier = set()
        for link in found:
            ends = {link.from_record_id, link.to_record_id}
            if link.pk in self.links or not ends <= self.known.keys():
                continue
            self.links[link.pk] = link
            if LinkKind(link.kind) not in CONTEXT:
                self.frontier |= ends & self.new

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
        steps = {
            record.pk: Step(record=record, is_start=record.pk == self.start.pk)
            for record in sorted(self.known.values(), key=place)
        }
        for link in self.links.values():
            start, end = self.known[link.from_record_id], self.known[link.to_record_id]
            kind = LinkKind(link.kind)
            if place(start) > place(end):
                steps[start.pk].ties.append(Tie(words=kind.there, record=end, note=link.note))
            else:
                steps[end.pk].ties.append(Tie(words=kind.back, record=start, note=link.note))
        return Thread(steps=list(steps.values()), is_cut=self.is_full or bool(self.frontier))


def place(record: Record) -> tuple[date, int]:
    """Where a record stands in its thread: by its day, on one day in the order of registration."""
    return record.happened_on, record.pk


def links_at(keys: set[int], *, with_context: bool) -> list[Link]:
    """The links that begin or end at these records; ties to context only where they were asked for."""
    links = Link.objects.select_related("from_record", "to_record")
    if not with_context:
        links = links.exclude(kind__in=CONTEXT)
    return list(links.filter(Q(from_record__in=keys) | Q(to_record__in=keys)).order_by("pk"))
