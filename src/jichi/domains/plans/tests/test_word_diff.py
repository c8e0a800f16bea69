"""The word diff reads well and loses nothing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.domains.plans.rules.word_diff import Op, word_diff, words

texts = st.text(alphabet="地域区役所等のをまちづくりセンター2014年度、。 PR", max_size=40)


@given(texts, texts)
def test_the_pieces_make_up_both_texts(old, new):
    diff = word_diff(old, new)
    assert "".join(text for op, text in diff if op is not Op.ADDED) == old
    assert "".join(text for op, text in diff if op is not Op.REMOVED) == new


@given(texts, texts)
def test_neighbours_differ_in_kind_and_none_is_empty(old, new):
    diff = word_diff(old, new)
    assert all(text for _, text in diff)
    assert all(one[0] is not other[0] for one, other in pairwise(diff))


@given(texts)
def test_words_joined_are_the_text(text):
    assert "".join(words(text)) == text


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("同じ文です。", "同じ文です。", "同じ文です。"),
        ("", "新しい。", "{新しい。}"),
        ("古い。", "", "[古い。]"),
        ("区役所等庁舎の補修", "区役所庁舎の補修", "区役所[等]庁舎の補修"),
        ("2013年度まで", "2016年度まで", "[2013]{2016}年度まで"),
        ("計画を作る", "計画を直す", "計画を[作る]{直す}"),
    ],
)
def test_a_diff_is_cut_where_a_reader_would_cut_it(old, new, shown):
    signs = {Op.SAME: "{}", Op.REMOVED: "[{}]", Op.ADDED: "{{{}}}"}
    assert "".join(signs[op].format(text) for op, text in word_diff(old, new)) == shown
