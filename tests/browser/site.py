"""Which pages the city has: found by following its own links, as every person who can sign in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import APIRequestContext

LINK = re.compile(r"""<a\b[^>]*?\shref=(?:"([^"]*)"|'([^']*)')""")
SHAPES = {"sort", "page", "format"}
MOST_PAGES = 400


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One address as it was answered, and the page whose link led there."""

    path: str
    status: int
    kind: str
    came_from: str

    @property
    def is_page(self) -> bool:
        return self.kind.startswith("text/html")


@dataclass(kw_only=True)
class Walk:
    """All pages one person reaches, one of each pattern."""

    request: APIRequestContext
    home: str
    seen: set[str] = field(default_factory=set)
    waiting: list[tuple[str, str]] = field(default_factory=list)

    def answers(self, *starts: str) -> Iterator[Answer]:
        for start in starts:
            self.note(start, came_from="")
        while self.waiting:
            path, came_from = self.waiting.pop(0)
            yield self.ask(path, came_from)

    def ask(self, path: str, came_from: str) -> Answer:
        response = self.request.get(urljoin(self.home, path), timeout=30_000)
        answer = Answer(
            path=path,
            status=response.status,
            kind=response.headers.get("content-type", ""),
            came_from=came_from,
        )
        if answer.is_page:
            for link in links(response.text(), page=response.url):
                self.note(link, came_from=path)
        return answer

    def note(self, link: str, *, came_from: str) -> None:
        parts = urlsplit(urljoin(self.home, link))
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        if f"{parts.scheme}://{parts.netloc}" != self.home or pattern(path) in self.seen:
            return
        if len(shaping(path)) > 1:
            return
        if len(self.seen) >= MOST_PAGES:
            raise RuntimeError(f"more than {MOST_PAGES} kinds of pages: {path}")
        self.seen.add(pattern(path))
        self.waiting.append((path, came_from))


def links(html: str, *, page: str) -> list[str]:
    return [urljoin(page, unescape(double or single)) for double, single in LINK.findall(html)]


def pattern(path: str) -> str:
    """What two pages of one kind have in common: the route of the house, and the names of the query."""
    parts = urlsplit(path)
    names = sorted({name for name, _value in parse_qsl(parts.query, keep_blank_values=True)})
    return route(parts.path) + ("?" + "&".join(names) if names else "")


def shaping(path: str) -> set[str]:
    """What of the query only orders or cuts the same table; one of them at a time is looked at."""
    return SHAPES & {name for name, _value in parse_qsl(urlsplit(path).query, keep_blank_values=True)}


def route(path: str) -> str:
    """The route that answers here. Static files and the style pages have none: each stands for itself."""
    try:
        return f"/{resolve(path).route}"
    except Resolver404:
        return path
