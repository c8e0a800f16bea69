"""Pages about the site itself: plain text, no data."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from jichi.kernel.access.request import Request
from jichi.kernel.subsystem import NavItem, installed
from jichi.kernel.web.context import ways


def about(request: Request) -> HttpResponse:
    return render(request, "portal/about.html", {"source_url": settings.SOURCE_URL})


def accessibility(request: Request) -> HttpResponse:
    return render(request, "portal/accessibility.html")


def privacy(request: Request) -> HttpResponse:
    return render(request, "portal/privacy.html")


def keyboard(request: Request) -> HttpResponse:
    return render(request, "portal/keyboard.html")


def sitemap(request: Request) -> HttpResponse:
    """Every way in that this reader may take, by subsystem."""
    parts = [
        {
            "title": part.title,
            "ways": ways(request, request.actor, distinct(part.doors + part.nav + part.asked)),
        }
        for part in installed()
    ]
    return render(request, "portal/sitemap.html", {"parts": [part for part in parts if part["ways"]]})


def distinct(items: tuple[NavItem, ...]) -> list[NavItem]:
    """One item for each address: a door may also be in the menu."""
    return list({item.url_name: item for item in reversed(items)}.values())[::-1]
