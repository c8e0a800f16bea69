"""The words that were searched, marked where they stand, in as much of the text as helps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .letters import in_letters
from .models import Document
from .question import Phrase, Question
from .words import words_of_title

BEFORE, LENGTH = 30, 140
MORE = "…"
Span = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """A piece of text; the template escapes it, and marks it where it was searched."""

    text: str
    is_hit: bool = False


def title_pieces(document: Document, question: Question) -> list[Piece]:
    """The whole title, with the words marked."""
    words = words_of_title(document.title)
    spans = spans_of([in_letters(word.key) for word in words], [(w.start, w.end) for w in words], question)
    return list(marked(document.title, spans, 0, len(document.title)))


def body_pieces(document: Document, question: Question) -> list[Piece]:
    """The part of the text in which most of the words stand; its beginning where none does.

    Read from the letters and places in the index: cutting the text into words again would take 100 times longer.
    """
    spans = spans_of(document.body_letters.split(), Places(document.body_places), question)
    start = max(0, densest(spans) - BEFORE)
    end = min(len(document.body), start + LENGTH)
    pieces = list(marked(document.body, spans, start, end))
    return [*edge(start > 0), *pieces, *edge(end < len(document.body))]


class Places(Sequence[Span]):
    """The places of the words of a text, of which few are asked for."""

    def __init__(self, written: str) -> None:
        self._written = written.split()

    def __len__(self) -> int:
        return len(self._written)

    def __getitem__(self, number: Any) -> Any:
        start, end = self._written[number].split("-")
        return int(start), int(end)


def spans_of(letters: list[str], places: Sequence[Span], question: Question) -> list[Span]:
    """Where the searched phrases stand in the text, in order and without overlap."""
    found = {
        (places[at][0], places[at + len(phrase.keys) - 1][1])
        for wanted in question.wanted
        for phrase in wanted.phrases
        for at in occurrences(letters, phrase)
    }
    return list(merged(sorted(found)))


def occurrences(letters: list[str], phrase: Phrase) -> Iterator[int]:
    """The numbers of the words at which the phrase begins."""
    sought = [in_letters(key) for key in phrase.keys]
    at = -1
    for _ in range(letters.count(sought[0])):
        at = letters.index(sought[0], at + 1)
        if letters[at : at + len(sought)] == sought:
            yield at


def merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Overlapping spans as one."""
    open_span: Span | None = None
    for span in spans:
        if open_span and span[0] <= open_span[1]:
            open_span = open_span[0], max(open_span[1], span[1])
            continue
        if open_span:
            yield open_span
        open_span = span
    if open_span:
        yield open_span


def densest(spans: Sequence[Span]) -> int:
    """The place from which most spans fit into one excerpt."""
    reach = LENGTH - BEFORE

    def how_many(start: int) -> int:
        return sum(start <= span[0] and span[1] <= start + reach for span in spans)

    return max((span[0] for span in spans), key=how_many, default=0)


def marked(text: str, spans: Iterable[Span], start: int, end: int) -> Iterator[Piece]:
    """The text from start to end, cut at the edges of the spans."""
    at = start
    for first, last in spans:
        first, last = max(first, start), min(last, end)
        if first >= last:
            continue
        if at < first:
            yield Piece(text[at:first])
        yield Piece(text[first:last], is_hit=True)
        at = last
    if at < end:
        yield Piece(text[at:end])


def edge(is_cut: bool) -> list[Piece]:
    return [Piece(MORE)] if is_cut else []
