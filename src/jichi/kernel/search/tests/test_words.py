"""How a text is cut, and what counts as the same word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jichi.kernel.search.letters import in_letters
from jichi.kernel.search.words import AT_ONCE, folded, words_of


def keys(text: str) -> list[str]:
    return [word.key for word in words_of(text)]


def test_a_compound_is_cut_into_its_parts() -> None:
    assert keys("川崎市議会") == ["川崎", "市", "議会"]


def test_a_word_that_only_its_neighbours_make_is_not_there() -> None:
    assert "京都" not in keys("東京都")


def test_particles_part_words_and_are_not_words() -> None:
    assert keys("区役所の、場所") == ["区", "役所", "", "場所"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ﾜｸﾁﾝ", "ワクチン"),
        ("２０１１", "2011"),
        ("ＷＥＢ", "web"),
        ("こども", "子ども"),
        ("取組", "取り組み"),
        ("コンピュータ", "コンピューター"),
        ("ごみ", "ゴミ"),
    ],
)
def test_two_ways_to_write_a_word_are_one_key(one: str, other: str) -> None:
    assert keys(one) == keys(other)


def test_each_word_says_where_it_stands_in_the_text_as_it_was() -> None:
    text = "ﾜｸﾁﾝ接種\n自治の基本"
    assert [text[word.start : word.end] for word in words_of(text) if word.key] == [
        "ﾜｸﾁﾝ", "接種", "自治", "基本",
    ]  # fmt: skip


def test_a_text_longer_than_the_tokenizer_takes_is_read_to_its_end() -> None:
    text = "市民" * AT_ONCE
    assert len(words_of(text)) == AT_ONCE
    assert words_of(text)[-1].end == len(text)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60))
def test_words_stand_in_order_inside_the_text(text: str) -> None:
    at = 0
    for word in words_of(text):
        assert at <= word.start <= word.end <= len(text)
        at = word.end


@given(st.text(min_size=1, max_size=20), st.text(max_size=10))
def test_letters_are_letters_and_keep_beginnings(key: str, more: str) -> None:
    written = in_letters(key)
    assert set(written) <= set("abcdefghijklmnop")
    assert in_letters(key + more).startswith(written)


@given(st.text(max_size=30))
def test_a_folded_text_stays_as_it_is(text: str) -> None:
    assert folded(folded(text)) == folded(text)
