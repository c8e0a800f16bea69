"""What pure code raises when a person must be told: a sentence, with its fillings kept apart.

Pure rooms reach no Django, so they can not translate. They mark the Japanese sentence; whoever shows
the fault translates the sentence and fills it in.
"""

from collections.abc import Callable
from datetime import date
from typing import Protocol, runtime_checkable

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@runtime_checkable
class Named(Protocol):
    """Anything with a Japanese and an English name: a step, a move, a legal value."""

    @property
    def name(self) -> str: ...
    @property
    def name_en(self) -> str: ...


class Marked(str):
    """A text of the house, to be translated where it is shown; a person's own words are never."""


def gettext_noop(text: str) -> Marked:
    """Mark a text for translation; `makemessages` collects it by this name."""
    return Marked(text)


class Fault(Exception):
    """A broken rule that pure code found. Each rule is a subclass.

    `code` is stable and public; `message` is a Japanese sentence with named placeholders, and is the
    msgid; `params` fills it. A named thing, a day, or a row of them stands for itself in any language.
    """

    code = "fault"
    message = ""

    def __init__(self, **params: object) -> None:
        super().__init__(params)
        self.params = params

    def __str__(self) -> str:
        return self.said()

    def said(self, *, translate: Callable[[str], str] = gettext_noop, language: str = "ja") -> str:
        """The sentence in a language; `translate` is gettext with that language active."""
        shown = {name: in_words(value, translate, language) for name, value in self.params.items()}
        return translate(self.message) % shown


def in_words(value: object, translate: Callable[[str], str], language: str) -> str:
    """A filling as a person reads it."""
    is_english = language.startswith("en")
    if isinstance(value, tuple):
        return (", " if is_english else "、").join(in_words(one, translate, language) for one in value)
    if isinstance(value, Named):
        return value.name_en if is_english else translate(value.name)
    if isinstance(value, date):
        return long_date_en(value) if is_english else f"{value.year}年{value.month}月{value.day}日"
    return translate(value) if isinstance(value, Marked) else str(value)


def long_date_en(day: date) -> str:
    """9 July 2012."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
