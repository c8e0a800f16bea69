"""What a clerk types is read, or refused with an example."""

from datetime import date

import pytest

from jichi.domains.residents.rules.facts import Facts
from jichi.domains.residents.rules.name_folding import Key, folded, keys_of
from jichi.domains.residents.rules.search_terms import (
    NothingToFind,
    UnreadableBirth,
    UnreadableNumber,
    birth_span,
    lots_like,
    search_for,
    town_name,
)


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("1980-05-17", date(1980, 5, 17), date(1980, 5, 17)),
        ("１９８０／５／１７", date(1980, 5, 17), date(1980, 5, 17)),
        ("1980-02", date(1980, 2, 1), date(1980, 2, 29)),
        ("198002", date(1980, 2, 1), date(1980, 2, 29)),
        ("昭和64年", date(1989, 1, 1), date(1989, 12, 31)),
        ("平成元年1月", date(1989, 1, 1), date(1989, 1, 31)),
        ("H1.1.8", date(1989, 1, 8), date(1989, 1, 8)),
    ],
)
def test_a_birth_may_be_a_day_a_month_or_a_year(typed: str, since: date, until: date) -> None:
    assert birth_span(typed) == (since, until)


@pytest.mark.parametrize("typed", ["きのう", "1980-13", "1980-02-30", "昭和", "5-17"])
def test_what_is_no_birth_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableBirth):
        birth_span(typed)


@pytest.mark.parametrize("typed", ["21-0001-9", "23-0001-0", "花子", "12"])
def test_only_numbers_of_people_and_acts_are_read(typed: str) -> None:
    with pytest.raises(UnreadableNumber):
        search_for(number=typed)


@pytest.mark.parametrize("given", [{}, {"lot": "1-2"}, {"name": "　 "}])
def test_something_must_be_asked(given: dict[str, str]) -> None:
    with pytest.raises(NothingToFind):
        search_for(**given)


def test_a_town_and_a_lot_are_read_as_the_register_writes_them() -> None:
    assert town_name("見本町１丁目") == "見本町一丁目"
    assert lots_like("１－２") == ("1番2", "1番地2", "1番地の2", "1-2")
    assert lots_like("1番2号") == ("1番2号",)


def test_keys_are_few_and_tell_where_a_name_begins() -> None:
    born = date(1980, 5, 17)
    assert keys_of(Facts(name="髙橋　花子", kana="たかはし　はなこ", birth=born)) == {
        Key("高橋花子", True, born),
        Key("花子", False, born),
        Key("たかはしはなこ", True, born),
        Key("はなこ", False, born),
    }


def test_what_begins_a_name_begins_its_key() -> None:
    for name in ("おおのいちろう", "けーこ", "いのうえ", "髙橋", "服部きょうこ", "さいとー"):
        for length in range(1, len(name) + 1):
            assert folded(name).startswith(folded(name[:length]))
