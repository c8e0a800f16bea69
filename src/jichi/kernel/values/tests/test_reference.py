"""A reference number finds out the slips of the hand, for every kind of case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.values import MistypedReference, Reference
from jichi.kernel.values.reference import (
    DAMM_TABLE,
    FIRST_KIND,
    LARGEST_SERIAL,
    LAST_KIND,
    check_digit,
)

DIGITS = range(10)
KINDS = range(FIRST_KIND, LAST_KIND + 1)
REFERENCES = st.builds(
    lambda kind, serial: Reference(kind=kind, serial=serial),
    st.sampled_from(KINDS),
    st.integers(min_value=1, max_value=LARGEST_SERIAL),
)


def digits_of(reference: Reference) -> str:
    return reference.text.replace("-", "")


def test_the_published_example_of_the_algorithm():
    """Source: Damm 2004; 572 has the check digit 4."""
    assert check_digit("572") == 4
    assert check_digit("5724") == 0


def test_the_table_is_a_latin_square_with_zeros_on_its_diagonal():
    for n in DIGITS:
        assert set(DAMM_TABLE[n]) == set(DIGITS)
        assert {DAMM_TABLE[row][n] for row in DIGITS} == set(DIGITS)
        assert DAMM_TABLE[n][n] == 0


def test_no_two_digits_may_change_places_anywhere_in_the_table():
    for interim in DIGITS:
        for x in DIGITS:
            for y in set(DIGITS) - {x}:
                assert DAMM_TABLE[DAMM_TABLE[interim][x]][y] != DAMM_TABLE[DAMM_TABLE[interim][y]][x]


@given(REFERENCES)
def test_every_reference_is_read_back_as_printed(reference):
    assert Reference.parse(reference.text) == reference


@pytest.mark.parametrize("kind", KINDS)
def test_every_single_wrong_digit_is_found(kind):
    for serial in (1, 345, 9_999, 10_000, LARGEST_SERIAL):
        digits = digits_of(Reference(kind=kind, serial=serial))
        for at, right in enumerate(digits):
            for wrong in set("0123456789") - {right}:
                with pytest.raises(MistypedReference):
                    Reference.parse(digits[:at] + wrong + digits[at + 1 :])


@pytest.mark.parametrize("kind", KINDS)
def test_every_swap_of_neighbours_is_found(kind):
    for serial in (1, 345, 9_876, 12_345, LARGEST_SERIAL - 1):
        digits = digits_of(Reference(kind=kind, serial=serial))
        for at in range(len(digits) - 1):
            swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
            if swapped != digits:
                with pytest.raises(MistypedReference):
                    Reference.parse(swapped)


@given(REFERENCES, st.data())
def test_one_slip_in_any_reference_is_found(reference, data):
    digits = digits_of(reference)
    at = data.draw(st.integers(min_value=0, max_value=len(digits) - 1))
    wrong = data.draw(st.sampled_from(sorted(set("0123456789") - {digits[at]})))
    with pytest.raises(MistypedReference):
        Reference.parse(digits[:at] + wrong + digits[at + 1 :])


def test_it_is_printed_in_three_groups():
    text = Reference(kind=12, serial=345).text
    assert text == f"12-0345-{check_digit('120345')}"
    assert Reference(kind=12, serial=123_456).text.startswith("12-123456-")


def test_it_is_read_however_a_person_types_it():
    reference = Reference(kind=12, serial=345)
    check = reference.text[-1]
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    for typed in (
        f"120345{check}",
        f"12 0345 {check}",
        f" 12-0345-{check} ",
        f"12‐0345−{check}",
        f"12ー0345—{check}",
        f"12・0345.{check}",
        f"12－0345－{check}".translate(wide),
        f"1203-45{check}",
    ):
        assert Reference.parse(typed) == reference


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "reference.characters"),
        ("12-O345-0", "reference.characters"),
        ("十二-0345-0", "reference.characters"),
        ("12-345-0", "reference.length"),
        ("12-123456789-0", "reference.length"),
        ("12-00345-0", "reference.length"),
        ("02-0345-0", "reference.length"),
        ("12-0000-0", "reference.length"),
    ],
)
def test_a_mistyped_reference_says_what_is_wrong(text, code):
    with pytest.raises(MistypedReference) as refused:
        Reference.parse(text)
    assert refused.value.code == code


def test_a_wrong_check_digit_has_its_own_code():
    reference = Reference(kind=12, serial=345)
    wrong = (int(reference.text[-1]) + 1) % 10
    with pytest.raises(MistypedReference) as refused:
        Reference.parse(f"{reference.text[:-1]}{wrong}")
    assert refused.value.code == "reference.check_digit"


@pytest.mark.parametrize(("kind", "serial"), [(9, 1), (100, 1), (12, 0), (12, LARGEST_SERIAL + 1)])
def test_kinds_and_serials_out_of_range_are_not_given_out(kind, serial):
    with pytest.raises(ValueError, match="is"):
        Reference(kind=kind, serial=serial)
