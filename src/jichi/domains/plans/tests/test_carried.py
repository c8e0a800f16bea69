"""What changed since last year's sheet, and what was only copied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.domains.plans.rules.carried import changes_since, copied
from jichi.domains.plans.rules.word_diff import Op

FIELDS = ("goal", "result")


@pytest.mark.parametrize(
    ("last", "now", "same"),
    [
        ("会議を7区で開いた。", "会議を7区で開いた。", True),
        ("会議を7区で開いた。", "会議を７区で\n 開いた。", True),
        ("会議を7区で開いた。", "会議を6区で開いた。", False),
        ("会議を7区で開いた。", "", False),
        ("", "", False),
    ],
)
def test_a_copy_is_a_copy_whatever_its_blanks_and_widths(last: str, now: str, same: bool) -> None:
    assert (copied({"result": last}, {"result": now}, ["result"]) == ("result",)) is same


def test_the_words_that_changed_are_told_field_by_field() -> None:
    goal, result = changes_since(
        {"goal": "区民会議の運営", "result": ""}, {"goal": "区民会議の運営", "result": "開催"}, FIELDS
    )
    assert goal.is_same
    assert goal.segments == ((Op.SAME, "区民会議の運営"),)
    assert not result.is_same
    assert result.segments == ((Op.ADDED, "開催"),)


def test_a_field_that_neither_year_fills_is_left_out() -> None:
    assert changes_since({"goal": ""}, {"goal": ""}, FIELDS) == ()


@given(st.text(min_size=1).filter(lambda text: "".join(text.split())))
def test_every_text_is_a_copy_of_itself(text: str) -> None:
    assert copied({"result": text}, {"result": f" {text}\n"}, ["result"]) == ("result",)
