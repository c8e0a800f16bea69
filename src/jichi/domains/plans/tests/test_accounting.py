"""Nothing is lost and nothing is counted twice."""

from collections import Counter
from dataclasses import fields, is_dataclass
from itertools import pairwise

import pytest

from jichi.domains.plans.rules.damage import DamagedChapter
from jichi.domains.plans.rules.reading import Reading
from jichi.domains.plans.rules.source import Source, Span

from .seed import demo_next, seed, seed_text


def visible(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isspace())


def test_every_visible_character_has_one_place():
    account = seed().accounting
    assert account.unaccounted == 0
    assert account.source == visible(seed_text()).total()
    assert account.result + account.structure + account.left_out == account.source
    assert sum(account.by_place.values()) == account.source


def test_places_do_not_overlap():
    entries = seed().accounting.entries
    assert all(one.end <= other.start for one, other in pairwise(entries))


def test_what_the_account_calls_result_is_what_the_fields_hold():
    taken = Counter[str]()
    for entry in seed().accounting.entries:
        if entry.kind == "result":
            taken += visible(seed_text()[entry.start : entry.end])
    flags = sum(listing.each_ward for listing in seed().chapter.listings())
    held = visible(texts_of(seed())) + visible("(各区)" * flags + "（再掲）")
    assert taken == held


def texts_of(reading: Reading) -> str:
    """All texts as read that stand in fields; places, keys and computed values do not count."""
    chapter = reading.chapter
    return "".join([chapter.policy.numeral, chapter.policy.title, *map(_texts, chapter.measures)])


def _texts(part: object) -> str:
    if isinstance(part, tuple):
        return "".join(map(_texts, part))
    if not is_dataclass(part):
        return ""
    named = ("code_as_read", "mark", "title", "name", "description", "text")
    own = "".join(getattr(part, field.name) for field in fields(part) if field.name in named)
    return own + "".join(
        _texts(getattr(part, field.name)) for field in fields(part) if field.name not in (*named, "years")
    )


def test_what_is_left_out_is_counted_as_left_out():
    for reading in (seed(), demo_next()):
        assert reading.accounting.left_out == visible("".join(e.text for e in reading.left_out)).total()


def test_a_character_that_nobody_took_is_refused_with_its_line():
    source = Source("一行目\n二行目")
    source.take(source.lines[0], place="x")
    with pytest.raises(DamagedChapter) as refused:
        source.close()
    assert (refused.value.line, refused.value.code) == (2, "unaccounted")
    assert "二行目" in refused.value.message


def test_a_character_cannot_be_taken_twice():
    source = Source("一行目")
    source.take(source.lines[0], place="x")
    with pytest.raises(ValueError, match="already taken"):
        source.take(Span(line=1, start=1, end=2), place="y")
