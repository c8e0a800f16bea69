"""The manifest: all that a subsystem may declare, on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.apps import AppConfig, apps

from jichi.kernel.access import policy
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.documents import templates
from jichi.kernel.documents.templates import DocumentTemplate
from jichi.kernel.notices.topics import Topic
from jichi.kernel.notices.topics import declare as declare_topics
from jichi.kernel.search import sources
from jichi.kernel.search.document import SearchDocument
from jichi.kernel.threads import declared
from jichi.kernel.threads.kinds import KindOfRecord, LinkRule

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


@dataclass(frozen=True, kw_only=True)
class NavItem:
    """A way in: menu entry or door of the public home. `needs` hides it from who may not."""

    label: str | StrPromise
    url_name: str
    explains: str | StrPromise = ""
    key: str = ""
    needs: StrEnum | None = None


@dataclass(frozen=True, kw_only=True)
class WorkItem:
    """Something that waits for a person: it appears on the desk, soonest first.

    `is_approval` sets apart what somebody else has finished and that waits for this person's yes; an item that
    is not `is_own` waits for somebody else of the person's section or bureau: they look after it, no more.
    """

    title: str
    url: str
    what_next: str
    due: date | None = None
    reference: str = ""
    is_approval: bool = False
    is_own: bool = True


@dataclass(frozen=True, kw_only=True)
class Card:
    """A block of the public home, rendered from the subsystem's own partial.

    Where `context` answers with nothing, nothing is shown: no empty blocks.
    """

    template: str
    context: Callable[[date], Mapping[str, Any]]
    order: int = 50


@dataclass(frozen=True, kw_only=True)
class WardCard:
    """A block of a ward's page; `context` takes the ward's code. Nothing is shown where it answers with nothing."""

    template: str
    context: Callable[[str, date], Mapping[str, Any]]
    order: int = 50


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """An open data set: columns with their meaning, rows as plain values."""

    name: str
    title: str | StrPromise
    describes: str | StrPromise
    columns: Mapping[str, str | StrPromise]
    rows: Callable[[], Iterable[tuple[Any, ...]]]
    updated: Callable[[], datetime | None]
    licence: str = "CC BY 4.0"
    is_demo: bool = False


@dataclass(frozen=True, kw_only=True)
class FeedEntry:
    title: str
    url: str
    at: datetime
    summary: str
    uid: str


@dataclass(frozen=True, kw_only=True)
class Feed:
    """An Atom feed."""

    name: str
    title: str | StrPromise
    entries: Callable[[], Iterable[FeedEntry]]


@dataclass(frozen=True, kw_only=True)
class Subsystem:
    """What a domain offers to the rest of the house. Everything is optional; nothing else is seen.

    `open_to_all` are permissions of everybody, signed in or not: to write to the city. `doors` are the four
    ways in of the public home, `asked` the shortcuts under its search box, `topics` what people may ask to be
    told of. `load` reads the city's own data, `demo` plays the demo story; both may be called again and answer
    with a sentence that says what they did. The desk of a part that `is_of_the_house` stands after all others.
    """

    name: str
    title: str | StrPromise
    urls: str = ""
    prefix: str = ""
    grants: Mapping[Role, Iterable[StrEnum]] = field(default_factory=dict)
    open_to_all: tuple[StrEnum, ...] = ()
    doors: tuple[NavItem, ...] = ()
    nav: tuple[NavItem, ...] = ()
    desk: tuple[NavItem, ...] = ()
    asked: tuple[NavItem, ...] = ()
    cards: tuple[Card, ...] = ()
    ward_cards: tuple[WardCard, ...] = ()
    work: Callable[[Actor, date], Iterable[WorkItem]] | None = None
    datasets: tuple[Dataset, ...] = ()
    feeds: tuple[Feed, ...] = ()
    search: Callable[[], Iterable[SearchDocument]] | None = None
    records: tuple[KindOfRecord, ...] = ()
    links: tuple[LinkRule, ...] = ()
    law: tuple[Any, ...] = ()
    documents: tuple[DocumentTemplate, ...] = ()
    topics: tuple[Topic, ...] = ()
    router: str = ""
    is_of_the_house: bool = False
    load: Callable[[], str] | None = None
    demo: Callable[[], str] | None = None


class SubsystemConfig(AppConfig):
    """The app of a domain: names its manifest, which is read once when the house starts."""

    default = False

    def manifest(self) -> Subsystem:
        raise NotImplementedError

    def ready(self) -> None:
        self.subsystem = self.manifest()
        for role, permissions in self.subsystem.grants.items():
            policy.allow(role, permissions)
        policy.allow_everybody(self.subsystem.open_to_all)
        declared.declare(records=self.subsystem.records, links=self.subsystem.links)
        templates.declare(self.subsystem.documents)
        declare_topics(self.subsystem.topics)
        if self.subsystem.search:
            sources.declare(name=self.subsystem.name, source=self.subsystem.search)


def installed() -> list[Subsystem]:
    """The manifests of the installed subsystems, in the order of the settings."""
    return [app.subsystem for app in apps.get_app_configs() if isinstance(app, SubsystemConfig)]
