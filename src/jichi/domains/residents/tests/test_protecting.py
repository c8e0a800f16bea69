"""The one rule: what a protection lets each reader see, find, get and count, by every channel."""

from datetime import UTC, date, datetime, timedelta

import pytest

from jichi.domains.residents.rules.channels import Channel
from jichi.domains.residents.rules.facts import WHEREABOUTS
from jichi.domains.residents.rules.look_reasons import REASONS, reason_text, told_reason
from jichi.domains.residents.rules.protecting import (
    ABSENT,
    HIDDEN,
    MASKED,
    OPEN,
    REFUSED,
    Block,
    Purpose,
    Reader,
    sight,
)
from jichi.domains.residents.rules.protection_term import term_from
from jichi.domains.residents.rules.unusual import LookedAt, Sign, many_within_an_hour, signs_of

BLOCK = Block(case=1, ward="14131", since=date(2012, 5, 10))
WORDS = {"open": OPEN, "mask": MASKED, "no": REFUSED, "absent": ABSENT}
TABLE = {
    # reader: read, find, find_by_place, issue, count
    Reader.OFFICER: ("open", "open", "open", "open", "open"),
    Reader.CLERK: ("mask", "mask", "absent", "no", "absent"),
    Reader.MYSELF: ("no", "no", "absent", "open", "absent"),
    Reader.JOINT: ("no", "no", "absent", "open", "absent"),
    Reader.NAMED: ("no", "no", "absent", "no", "absent"),
    Reader.THIRD: ("no", "no", "absent", "no", "absent"),
    Reader.PROXY: ("no", "no", "absent", "no", "absent"),
    Reader.OFFICE: ("no", "no", "absent", "no", "absent"),
}


@pytest.mark.parametrize(
    ("reader", "purpose", "expected"),
    [
        (reader, purpose, word)
        for reader, row in TABLE.items()
        for purpose, word in zip(Purpose, row, strict=True)
    ],
)
def test_at_a_counter_each_reader_may_do_what_the_table_says(
    reader: Reader, purpose: Purpose, expected: str
) -> None:
    assert sight(reader, purpose, [BLOCK]) == WORDS[expected]


@pytest.mark.parametrize("channel", [each for each in Channel if each is not Channel.COUNTER])
@pytest.mark.parametrize("reader", Reader)
def test_where_no_officer_stands_nobody_gets_anything(reader: Reader, channel: Channel) -> None:
    assert not sight(reader, Purpose.ISSUE, [BLOCK], channel=channel).allowed


@pytest.mark.parametrize("reader", Reader)
@pytest.mark.parametrize("purpose", Purpose)
def test_without_a_block_everything_is_open(reader: Reader, purpose: Purpose) -> None:
    assert sight(reader, purpose, [], channel=Channel.STORE) == OPEN


def test_a_term_that_has_run_out_blocks_as_before() -> None:
    overdue = Block(case=1, ward="14131", since=date(2012, 5, 10), is_overdue=True)
    assert sight(Reader.CLERK, Purpose.READ, [overdue]) == MASKED


def test_every_item_that_tells_a_place_is_hidden() -> None:
    assert set(WHEREABOUTS) < HIDDEN
    assert "standing" in HIDDEN


@pytest.mark.parametrize(
    ("told", "last", "renewable"),
    [
        (date(2012, 5, 21), date(2013, 5, 20), date(2013, 4, 20)),
        (date(2012, 2, 29), date(2013, 2, 28), date(2013, 1, 28)),
        (date(2012, 4, 1), date(2013, 3, 31), date(2013, 3, 1)),
    ],
)
def test_a_term_is_a_year_whose_first_day_counts(told: date, last: date, renewable: date) -> None:
    term = term_from(told, years=1, months=1, source="要領")
    assert (term.ends_on, term.renewable_from) == (last, renewable)
    day = timedelta(days=1)
    assert [term.may_be_renewed(on) for on in (renewable - day, renewable, last + day)] == [False, True, True]
    assert [term.has_run_out(on) for on in (last, last + day)] == [False, True]


def look(key: int = 1, *, minutes: int = 0, **more: object) -> LookedAt:
    at = datetime(2012, 6, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    return LookedAt(**{"key": key, "clerk": 7, "at": at, "person": 3, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("known", "sign"),
    [
        ({"clerk_person": 3}, (Sign.OWN,)),
        ({"clerk_person": 4, "household": 9, "clerk_household": 9}, (Sign.HOUSEHOLD,)),
        ({"is_colleague": True}, (Sign.COLLEAGUE,)),
        ({"surname": "見本", "clerk_surname": "見本"}, (Sign.SURNAME,)),
        ({"was_handed_over": True}, (Sign.PROTECTED,)),
        ({"surname": "", "clerk_surname": ""}, ()),
        ({"household": None, "clerk_household": None}, ()),
    ],
)
def test_a_look_bears_the_sign_of_what_is_odd_about_it(
    known: dict[str, object], sign: tuple[Sign, ...]
) -> None:
    assert signs_of(look(**known), frozenset()) == sign


def test_many_within_an_hour_are_marked_from_the_one_too_many_on() -> None:
    quick = [look(key, minutes=key) for key in range(4)]
    slow = [look(key, minutes=key * 60) for key in range(4)]
    assert many_within_an_hour(quick, many=3) == {2, 3}
    assert many_within_an_hour(slow, many=2) == set()


def test_a_reason_is_kept_with_what_was_written_beside_it() -> None:
    assert reason_text("counter", "") == REASONS["counter"]
    assert told_reason(reason_text("phone", "電話")) == (REASONS["phone"], "電話")
    assert told_reason(reason_text("other", "統計（検算）")) == ("統計（検算）", "")
