"""Countries in the language of the page."""

from jichi.kernel.web.words import is_english

from ..rules.countries import choices, country_name


def country_text(code: str) -> str:
    return country_name(code, language_of_page())


def country_choices() -> list[tuple[str, str]]:
    return choices(language_of_page())


def language_of_page() -> str:
    return "en" if is_english() else "ja"
