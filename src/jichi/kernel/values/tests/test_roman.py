"""The plan writes its seventh policy Ⅶ in one place and VII in another."""

import pytest

from jichi.kernel.values import Unreadable, format_roman, parse_roman, roman_letters


@pytest.mark.parametrize("text", ["Ⅶ", "ⅶ", "VII", "vii", "ＶＩＩ", "ＶⅡ", " Ⅶ "])
def test_seven_is_read_in_all_its_spellings(text):
    assert parse_roman(text) == 7


def test_every_numeral_is_read_back_as_written():
    for number in range(1, 4000):
        assert parse_roman(format_roman(number)) == number
        assert parse_roman(roman_letters(number)) == number


@pytest.mark.parametrize(
    ("number", "sign", "letters"), [(1, "Ⅰ", "I"), (7, "Ⅶ", "VII"), (12, "Ⅻ", "XII"), (13, "XIII", "XIII")]
)
def test_up_to_twelve_there_is_a_single_sign(number, sign, letters):
    assert format_roman(number) == sign
    assert roman_letters(number) == letters


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "7", "Ⅶ-1", "MMMM"])
def test_what_is_not_a_roman_numeral_is_refused(text):
    with pytest.raises(Unreadable) as refused:
        parse_roman(text)
    assert refused.value.code == "roman.form"


@pytest.mark.parametrize("number", [0, 4000])
def test_numbers_out_of_reach_are_not_written(number):
    with pytest.raises(ValueError, match="Roman"):
        roman_letters(number)
