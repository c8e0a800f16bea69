"""The code on the paper: long enough, and slips are seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.documents.codes import ALPHABET, DocumentCode, MistypedCode, check_symbols

DRAWN = "K7QM2XAB9RTDHW4E"
CODE = DocumentCode(DRAWN + check_symbols(DRAWN))
drawn = st.text(alphabet=ALPHABET, min_size=16, max_size=16).map(lambda s: s + check_symbols(s))


def test_a_code_has_eighty_bits_of_chance_and_a_check() -> None:
    codes = {DocumentCode.drawn() for _ in range(200)}
    assert len(codes) == 200
    assert {len(code) for code in codes} == {18}
    assert set("".join(codes)) == set(ALPHABET)


@pytest.mark.parametrize(
    "typed",
    [
        CODE.text,
        CODE.lower(),
        f"  {CODE.text.replace('-', ' ')} ",
        CODE.text.translate({ord(each): ord(each) + 0xFEE0 for each in map(chr, range(0x21, 0x7F))}),
        CODE.text.replace("-", "－"),
    ],
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert DocumentCode.parse(typed) == CODE


@given(drawn, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_one_wrong_symbol_is_seen(code: str, place: int, symbol: str) -> None:
    wrong = code[:place] + symbol + code[place + 1 :]
    if wrong != code:
        with pytest.raises(MistypedCode):
            DocumentCode.parse(wrong)


@given(drawn, st.integers(0, 16))
def test_two_swapped_neighbours_are_seen(code: str, place: int) -> None:
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if wrong != code:
        with pytest.raises(MistypedCode):
            DocumentCode.parse(wrong)


def test_letters_that_look_like_digits_are_understood() -> None:
    with_digits = "0110110101010101"
    code = with_digits + check_symbols(with_digits)
    typed = code[:16].replace("0", "O").replace("1", "l") + code[16:]
    assert DocumentCode.parse(typed) == code


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "length"),
        (CODE[:17], "length"),
        (f"{CODE}0", "length"),
        (f"{CODE[:17]}U", "symbols"),
        ("漢" * 18, "symbols"),
    ],
)
def test_what_is_no_code_is_refused_with_its_reason(typed: str, why: str) -> None:
    with pytest.raises(MistypedCode) as refused:
        DocumentCode.parse(typed)
    assert refused.value.code == f"document_code.{why}"
