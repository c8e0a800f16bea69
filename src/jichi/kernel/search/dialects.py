"""A question in the language of each database's index. Pure.

Both get letters (`letters.py`) only: nothing that was typed reaches a query unchanged.
"""

from collections.abc import Callable

from .letters import in_letters
from .question import Phrase, Question

Written = Callable[[Phrase], str]


def for_sqlite(question: Question, *, title_only: bool = False) -> str:
    """The question as an FTS5 expression."""
    found = whole(question, sqlite_phrase, both=" AND ", either=" OR ")
    return f"title_letters : ({found})" if title_only else found


def for_postgresql(question: Question, *, title_only: bool = False) -> str:
    """The question as a tsquery; titles have the weight A."""
    return whole(question, lambda phrase: tsquery_phrase(phrase, title_only), both=" & ", either=" | ")


def whole(question: Question, write: Written, *, both: str, either: str) -> str:
    found = [f"({either.join(map(write, wanted.phrases))})" for wanted in question.wanted]
    return (either if question.any_will_do else both).join(found)


def sqlite_phrase(phrase: Phrase) -> str:
    words = " ".join(map(in_letters, phrase.keys))
    return f'"{words}"{"*" if phrase.is_open else ""}'


def tsquery_phrase(phrase: Phrase, title_only: bool) -> str:
    *others, last = map(in_letters, phrase.keys)
    weight = "A" if title_only else ""
    end = f"{'*' if phrase.is_open else ''}{weight}"
    marked = [f"{word}:{weight}" if weight else word for word in others]
    return "(" + " <-> ".join([*marked, f"{last}:{end}" if end else last]) + ")"
