"""What an event may carry, and the bytes that are hashed."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.ledger.canonical import canonical, commitment, digest
from jichi.kernel.ledger.event import KNOWN, Personal, event, plain, split

plain_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abcxyz"), inner),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2012, 7, 9), "2012-07-09"),
        (datetime(2012, 7, 9, tzinfo=UTC), "2012-07-09T00:00:00+00:00"),
        (Fraction(1, 10), "1/10"),
        ((1, "二"), [1, "二"]),
        ({1: None}, {"1": None}),
        (True, True),
    ],
)
def test_a_value_is_written_plainly(value: object, written: object) -> None:
    assert plain(value) == written


@pytest.mark.parametrize("value", [0.1, object(), b"x", {1, 2}])
def test_what_has_no_one_spelling_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        plain(value)


def test_canonical_bytes_are_those_of_rfc_8785() -> None:
    assert canonical({"b": [1, True, None], "a": "川崎\n"}) == '{"a":"川崎\\n","b":[1,true,null]}'.encode()


@pytest.mark.parametrize("value", [0.1, [0.1], {"a": {"b": 0.1}}])
def test_a_float_is_never_hashed(value: object) -> None:
    with pytest.raises(TypeError, match="floats"):
        canonical(value)


@given(plain_json, plain_json)
def test_two_values_have_one_digest_only_if_they_are_the_same(one: object, other: object) -> None:
    assert (digest(one) == digest(other)) is (canonical(one) == canonical(other))


@given(st.dictionaries(st.text("abcxyz"), st.integers()))
def test_the_order_of_keys_does_not_count(value: dict[str, int]) -> None:
    assert digest(value) == digest(dict(reversed(value.items())))


def test_a_commitment_binds_the_name_of_the_field() -> None:
    salt = b"0" * 32
    assert commitment(salt=salt, name="sender", clear="花子") != commitment(
        salt=salt, name="owner", clear="花子"
    )


def test_personal_fields_are_kept_apart() -> None:
    @event("tests.letter.sent")
    class LetterSent:
        pages: int
        to: Personal

    assert split(LetterSent(pages=2, to=Personal("花子"))) == ({"pages": 2}, {"to": "花子"})
    assert KNOWN["tests.letter.sent"] is LetterSent


def test_two_events_cannot_have_one_name() -> None:
    @event("tests.letter.lost")
    class LetterLost:
        pages: int

    with pytest.raises(ValueError, match=r"tests\.letter\.lost"):

        @event("tests.letter.lost")
        class LetterMislaid:
            pages: int


def test_an_event_is_never_changed_in_memory_either() -> None:
    @event("tests.letter.found")
    class LetterFound:
        pages: int

    with pytest.raises(AttributeError):
        LetterFound(pages=1).pages = 2  # type: ignore[misc]
