"""やさしい日本語: every page answered in `ja-simple` leaves with furigana over its kanji."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from jichi.kernel.values.readings import without_readings

from .furigana import with_readings

SIMPLE = "ja-simple"
# Answers whose texts are all the house's own: readings there would be noise. Records stay as they were recorded.
TEXTS = (
    "application/problem+json",
    "application/ld+json",
    "application/atom+xml",
    "text/calendar",
    "text/plain",
)

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
        if getattr(request, "LANGUAGE_CODE", "") == SIMPLE:
            if is_a(response, "text/html"):
                replace(response, page_with_readings(response.text))
            elif is_a(response, *TEXTS):
                replace(response, without_readings(response.text))
        return response


def is_a(response: HttpResponse, *media: str) -> bool:
    return not response.streaming and response.get("Content-Type", "").startswith(media)


def replace(response: HttpResponse, text: str) -> None:
    response.content = text
    if response.has_header("Content-Length"):
        response["Content-Length"] = str(len(response.content))


def page_with_readings(html: str) -> str:
    """The page with <ruby> in its text nodes, and without the notation everywhere else."""
    return PIECES.sub(piece_with_readings, html)


def piece_with_readings(piece: re.Match[str]) -> str:
    return with_readings(piece["text"]) if piece["text"] else without_readings(piece[0])
