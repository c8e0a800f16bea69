"""やさしい日本語: every page answered in `ja-simple` leaves with furigana over its kanji."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .furigana import with_readings, without_readings

SIMPLE = "ja-simple"

# Whole elements that cannot hold <ruby>, single tags, and the text between.
PIECES = re.compile(
    r"(?P<keep><!--.*?-->"
    r"|<(?P<name>title|option|textarea|script|style|svg|ruby|head)\b.*?</(?P=name)\s*>)"
    r"|(?P<tag><(?:[^>\"']|\"[^\"]*\"|'[^']*')*>)"
    r"|(?P<text>[^<]+)",
    re.DOTALL,
)


class SimpleJapaneseMiddleware:
    """Adds the readings to whole HTML answers. It stands inside LocaleMiddleware, which tells the language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "LANGUAGE_CODE", "") == SIMPLE and is_page(response):
            response.content = page_with_readings(response.text)
            if response.has_header("Content-Length"):
                response["Content-Length"] = str(len(response.content))
        return response


def is_page(response: HttpResponse) -> bool:
    return not response.streaming and response.get("Content-Type", "").startswith("text/html")


def page_with_readings(html: str) -> str:
    """The page with <ruby> in its text nodes, and without the notation everywhere else."""
    return PIECES.sub(piece_with_readings, html)


def piece_with_readings(piece: re.Match[str]) -> str:
    return with_readings(piece["text"]) if piece["text"] else without_readings(piece[0])
