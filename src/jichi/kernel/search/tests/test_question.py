"""What was typed, as what must be found."""

import pytest

from jichi.kernel.search.question import Phrase, Question, Wanted, read
from jichi.kernel.search.synonyms import from_groups, synonyms

NONE = from_groups([])
SOME = from_groups([["図書館", "としょかん", "library"], ["子育て", "育児"], ["区役所", "ward office"]])


def phrases(typed: str) -> list[list[tuple[str, ...]]]:
    return [[phrase.keys for phrase in wanted.phrases] for wanted in read(typed, SOME).wanted]


def test_blanks_and_particles_part_what_is_wanted() -> None:
    assert phrases("区民の 声") == [[("区民",)], [("声",)]]


def test_a_compound_is_one_phrase() -> None:
    assert phrases("自治基本条例") == [[("自治", "基本", "条例")]]


def test_what_stands_in_quotes_is_kept_together() -> None:
    assert phrases("「区民の声」") == [[("区民", "", "声")]]


def test_a_reading_in_kana_finds_its_word() -> None:
    assert ("図書", "館") in phrases("としょかん")[0]
    assert phrases("トショカン") == phrases("としょかん") == phrases("library")


def test_an_english_name_of_two_words_is_one_wish() -> None:
    assert phrases("Ward Office") == [[("区", "役所")]]


def test_a_part_of_a_compound_is_replaced_by_its_synonyms() -> None:
    assert sorted(phrases("子育て支援")[0]) == sorted([("子育て", "支援"), ("育児", "支援")])


@pytest.mark.parametrize("typed", ["", " ", "　", "。、", "の", '""', "「", "*", "OR"])
def test_nothing_that_is_typed_breaks_the_question(typed: str) -> None:
    assert isinstance(read(typed, SOME), Question)


def test_the_same_wish_twice_is_one() -> None:
    assert len(read("議会 議会", NONE).wanted) == 1


def test_a_part_in_kana_asks_for_what_is_read_so() -> None:
    question = read("じゅうみんとうひょう 場所", NONE, lambda kana: [("住民", "投票")])
    assert question.wanted[0] == Wanted((Phrase(("住民", "投票")),))


def test_half_a_character_breaks_nothing() -> None:
    assert read("議会\ud83d", NONE).wanted[0] == Wanted((Phrase(("議会",)),))


def test_the_citys_synonyms_can_be_read_and_each_group_finds_something() -> None:
    found = synonyms()
    assert found.of_text("しぎかい") == [("市", "議会")]
    assert all(found.by_text.values()), "a group of which no word can be found helps nobody"
