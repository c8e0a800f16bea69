"""What pure code raises when a person must be told: a sentence, with its fillings kept apart.

Pure rooms reach no Django, so they can not translate. They mark the Japanese sentence; whoever shows
the fault translates the sentence and fills it in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
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


class Refusal(Exception):
    """Base of every refusal: what happened, why, what to do next. Each broken rule is a subclass.

    `code` is stable and public; `message` is a sentence for the person, or what `str()` makes one of;
    `fields` maps a field's name to the sentence shown at that field; `status` is the HTTP status.
    """

    code = "refused"
    status = 409
    message: object = ""

    def __init__(self, message: object = "", *, fields: Mapping[str, str] | None = None) -> None:
        self.message = message or self.message
        self.fields = dict(fields or {})
        super().__init__(self.message)


class Fault(Refusal):
    """A refusal by pure code: `sentence` is Japanese with named placeholders, and is the msgid.

    `params` fills it. A named thing, a day, or a row of them is said in the language of the reader.
    """

    sentence = ""

    def __init__(self, **params: object) -> None:
        self.params = params
        super().__init__(Lately(self))

    def __str__(self) -> str:
        return self.said(translate=_voice.translate, language=_voice.language())

    def said(self, *, translate: Callable[[str], str] = gettext_noop, language: str = "ja") -> str:
        """The sentence in a language; `translate` is gettext with that language active."""
        shown = {name: in_words(value, translate, language) for name, value in self.params.items()}
        return translate(self.sentence) % shown


@dataclass(frozen=True)
class Lately:
    """A fault's message, put into words only when it is shown, in the language of that moment."""

    fault: Fault

    def __str__(self) -> str:
        return str(self.fault)


@dataclass
class Voice:
    """How faults are said: in Japanese, until the house gives them its gettext."""

    translate: Callable[[str], str] = gettext_noop
    language: Callable[[], str] = lambda: "ja"


_voice = Voice()


def speak(*, translate: Callable[[str], str], language: Callable[[], str]) -> None:
    """Let every fault speak the reader's language from now on. Called once, when the house starts."""
    _voice.translate, _voice.language = translate, language


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
