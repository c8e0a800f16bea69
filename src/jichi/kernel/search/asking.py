"""A question in the language of the mirror.

Only letters (`letters.py`), readings in kana and values that are compared whole reach it: nothing typed is a command.
"""

from collections.abc import Iterable, Mapping

from tantivy import Occur, Query

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import holding, permissions

from .letters import in_letters
from .question import Phrase, Question
from .rights import limits, permission_name
from .schema import PUBLIC, SCHEMA, pairs

# How much more a word counts in a title than in a text.
IN_TITLE = 4.0
# The letters of some fifty characters: who has typed so many is told no endings.
LONGEST_BEGINNING = 200


def wanted_by(question: Question, *, title_only: bool = False) -> Query:
    """The documents that have every wanted thing, or any where that will do."""
    found = [
        either(phrase_in_document(phrase, title_only) for phrase in wanted.phrases)
        for wanted in question.wanted
    ]
    return either(found) if question.any_will_do else every(found)


def phrase_in_document(phrase: Phrase, title_only: bool) -> Query:
    words = list(map(in_letters, phrase.keys))
    in_title = Query.boost_query(phrase_in("title", words, phrase.is_open), IN_TITLE)
    return in_title if title_only else either([in_title, phrase_in("body", words, phrase.is_open)])


def phrase_in(field: str, words: list[str], is_open: bool) -> Query:
    if is_open:
        return beginning_in(field, words)
    if len(words) == 1:
        return term(field, words[0])
    # Words that follow each other are pairs that follow each other, which are rarer: ten times quicker for 区役所.
    field, words = f"{field}_pairs", pairs(" ".join(words)).split()
    return term(field, words[0]) if len(words) == 1 else Query.phrase_query(SCHEMA, field, list(words))


def beginning_in(field: str, words: list[str]) -> Query:
    """The words, of which the last may go on."""
    if len(words) > 1:
        return Query.phrase_prefix_query(SCHEMA, field, words)  # type: ignore[arg-type]
    if len(words[0]) < LONGEST_BEGINNING:
        return Query.regex_query(SCHEMA, field, f"{words[0]}[a-p]*")
    return term(field, words[0])


def readable_by(actor: Actor) -> Query:
    """The documents for everybody, and those that the actor's roles open (`rights.py`, for the mirror)."""
    opened = [
        every([term("right", permission_name(permission)), *map(owner, limits(held).items())])
        for permission in (permissions() if actor.held else ())
        for held in holding(actor, permission)
    ]
    return uncounted(either([term("right", PUBLIC), *opened]))


def owner(limit: tuple[str, str]) -> Query:
    return term(f"own_{limit[0]}", limit[1])


def narrowed_to(chosen: Mapping[str, str]) -> list[Query]:
    """Only documents of this kind, ward, bureau and year."""
    return [uncounted(term(name, value)) for name, value in chosen.items() if value]


def term(field: str, value: str) -> Query:
    return Query.term_query(SCHEMA, field, value)


def uncounted(query: Query) -> Query:
    """The same, without a say in the order."""
    return Query.const_score_query(query, 0.0)


def every(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def either(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])
