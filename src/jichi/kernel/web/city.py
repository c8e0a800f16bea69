"""The city's profile, said in the language of the page. Pure."""

from collections.abc import Mapping
from typing import Any

SUFFIXES = {"en": "_en", "ja-simple": "_simple"}


def in_language(profile: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The profile with each text in that language where the city wrote one, else in Japanese.

    Example: ``name_en`` stands in for ``name`` on an English page.
    """
    suffix = SUFFIXES.get(language, "")
    return {key: said(profile.get(f"{key}{suffix}", value), language) for key, value in profile.items()}


def said(value: Any, language: str) -> Any:
    match value:
        case Mapping():
            return in_language(value, language)
        case list():
            return [said(one, language) for one in value]
    return value
