"""What every page's frame needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from jichi.kernel.access.actor import NOBODY, Actor
from jichi.kernel.access.policy import may_somewhere
from jichi.kernel.clock.reading import demo_day, today
from jichi.kernel.subsystem import NavItem, Subsystem, installed

from .city import in_language
from .display import display_of
from .rail import rail_of, work_of

LANGUAGES = (("ja", "日本語"), ("en", "English"), ("ja-simple", "やさしい日本語"))


@dataclass(frozen=True, kw_only=True)
class Way:
    """A way in that this reader may take, ready for a template."""

    label: str
    url: str
    explains: str
    key: str
    is_here: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    """City, languages, display, today; doors, menus and my work are reckoned only when a page shows them."""
    actor, day, parts = getattr(request, "actor", NOBODY), cache(today), installed()
    language = get_language() or settings.LANGUAGE_CODE
    return {
        "city": in_language(settings.CITY, language),
        "language": language,
        "languages": LANGUAGES,
        "display": display_of(request),
        "is_demo": settings.DEMO,
        "demo_day": cache(demo_day),
        "today": day,
        "doors": SimpleLazyObject(lambda: ways(request, actor, (i for part in parts for i in part.doors))),
        "nav": SimpleLazyObject(lambda: ways(request, actor, (i for part in parts for i in part.nav))),
        "desk_nav": SimpleLazyObject(
            lambda: ways(request, actor, (i for part in work_first(parts) for i in part.desk))
        ),
        "rail": SimpleLazyObject(lambda: rail_of(work_of(actor, on=day()), on=day())),
    }


def work_first(parts: Iterable[Subsystem]) -> list[Subsystem]:
    """What a city does all day before what the house needs for itself."""
    return sorted(parts, key=lambda part: part.is_of_the_house)


def ways(request: HttpRequest, actor: Actor, items: Iterable[NavItem]) -> list[Way]:
    """The items that the actor may use; `is_here` marks the one whose page or sub-page is shown."""
    return [way(request, item) for item in items if item.needs is None or may_somewhere(actor, item.needs)]


def way(request: HttpRequest, item: NavItem) -> Way:
    url = reverse(item.url_name)
    is_here = request.path == url if url == "/" else request.path.startswith(url)
    return Way(label=str(item.label), url=url, explains=str(item.explains), key=item.key, is_here=is_here)
