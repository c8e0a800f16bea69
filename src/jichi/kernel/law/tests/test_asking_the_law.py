"""A day and a key give a value, or a sentence why there is none."""

from datetime import date, time, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.law.book import (
    Confidence,
    Dated,
    LawBook,
    LegalValue,
    NotDeclared,
    NotInForce,
    NotKnown,
    Repealed,
)
from jichi.kernel.law.units import MonthDay

from .book_of import HEAD, REPEAL, ROW, book, folder

SHARE = LegalValue("votes.share", Fraction)
FIRST, LAST = date(2009, 4, 1), date(2019, 6, 27)
CHANGE = '\n[[share.values]]\nfrom = 2012-07-09\nvalue = "1/20"\nsource = "改正"\nconfidence = "inferred"\nnote = "推定"\n'


@pytest.fixture
def law(tmp_path: Path) -> LawBook:
    return book(tmp_path, votes=HEAD + ROW + CHANGE + REPEAL)


@pytest.mark.parametrize(
    ("on", "value", "since", "until"),
    [
        (FIRST, Fraction(1, 10), FIRST, date(2012, 7, 8)),
        (date(2012, 7, 8), Fraction(1, 10), FIRST, date(2012, 7, 8)),
        (date(2012, 7, 9), Fraction(1, 20), date(2012, 7, 9), LAST),
        (LAST, Fraction(1, 20), date(2012, 7, 9), LAST),
    ],
)
def test_a_change_holds_from_its_first_day(
    law: LawBook, on: date, value: Fraction, since: date, until: date
) -> None:
    found = law.at(on, SHARE)
    assert (found.value, found.since, found.until) == (value, since, until)


def test_a_value_comes_with_its_source_and_how_well_it_is_known(law: LawBook) -> None:
    assert law.at(LAST, SHARE) == Dated(
        value=Fraction(1, 20),
        since=date(2012, 7, 9),
        until=LAST,
        source="改正",
        confidence=Confidence.INFERRED,
        note="推定",
    )


def test_before_its_first_day_a_rule_is_not_in_force(law: LawBook) -> None:
    with pytest.raises(NotInForce) as refused:
        law.at(FIRST - timedelta(days=1), SHARE)
    assert str(refused.value) == (
        "「署名の割合」の定めは2009年4月1日に始まるため、その前の2009年3月31日には適用できません（根拠：条例 第4条）。"
    )


def test_from_the_day_of_its_repeal_a_rule_is_not_in_force(law: LawBook) -> None:
    with pytest.raises(NotInForce) as refused:
        law.at(LAST + timedelta(days=1), SHARE)
    assert str(refused.value) == (
        "「署名の割合」の定めは2019年6月28日に廃止されたため、2019年6月28日には適用できません（根拠：廃止条例）。"
    )


def test_a_value_that_nobody_knows_is_not_guessed(tmp_path: Path) -> None:
    law = book(tmp_path, votes=HEAD)
    with pytest.raises(NotKnown) as refused:
        law.at(FIRST, SHARE)
    assert str(refused.value) == (
        "「署名の割合」の値はまだ確かめられていないため、手続きを進められません。"
        f"法規の担当者は、根拠の条文を確かめて {tmp_path}/votes.toml の [share] に値と出典を書いてください。"
    )


def test_a_refusal_can_be_said_in_english(law: LawBook) -> None:
    with pytest.raises(NotInForce) as refused:
        law.at(date(2009, 3, 1), SHARE)
    early = refused.value
    english = {early.sentence: "%(name)s begins on %(first)s, after %(on)s (%(source)s)."}
    assert early.said(translate=lambda text: english.get(text, text), language="en") == (
        "Share of signatures begins on 1 April 2009, after 1 March 2009 (条例 第4条)."
    )


def test_the_history_shows_every_row_with_its_last_day(law: LawBook) -> None:
    rows = law.history("votes.share")
    assert [(row.since, row.until) for row in rows] == [
        (FIRST, date(2012, 7, 8)),
        (date(2012, 7, 9), LAST),
        (date(2019, 6, 28), None),
    ]
    assert [type(row) for row in rows] == [Dated, Dated, Repealed]


def test_a_rule_may_come_back_after_its_repeal(tmp_path: Path) -> None:
    again = ROW.replace("2009-04-01", "2021-01-01")
    law = book(tmp_path, votes=HEAD + ROW + REPEAL + again)
    assert law.at(date(2021, 1, 1), SHARE).until is None


@pytest.mark.parametrize(
    ("unit", "written", "read"),
    [
        ("ratio", '"3分の2"', Fraction(2, 3)),
        ("days", "60", 60),
        ("months", "3", 3),
        ("years", "2", 2),
        ("age", "18", 18),
        ("count", "0", 0),
        ("yen", "1400", 1400),
        ("flag", "false", False),
        ("date", "2012-07-09", date(2012, 7, 9)),
        ("time", "08:30:00", time(8, 30)),
        ("month_day", '"02-29"', MonthDay(2, 29)),
        ("weekdays", '["土", "日"]', frozenset({5, 6})),
        ("text", '"第31条"', "第31条"),
    ],
)
def test_each_unit_is_read_as_its_type(tmp_path: Path, unit: str, written: str, read: object) -> None:
    law = book(tmp_path, votes=HEAD.replace("ratio", unit) + ROW.replace('"1/10"', written))
    value = law.at(FIRST, LegalValue("votes.share", type(read), unit=unit)).value
    assert value == read
    assert type(value) is type(read)


@pytest.mark.parametrize(
    ("unit", "written", "read"), [("choice", '"b"', "b"), ("choices", '["b", "a"]', ("b", "a"))]
)
def test_a_choice_is_one_of_its_list(tmp_path: Path, unit: str, written: str, read: object) -> None:
    choices = '[share.choices]\na = ["甲", "A"]\nb = ["乙", "B"]\n'
    law = book(tmp_path, votes=HEAD.replace("ratio", unit) + choices + ROW.replace('"1/10"', written))
    assert law.at(FIRST, LegalValue("votes.share", type(read))).value == read
    assert law.entry("votes.share").choices["b"].name == "乙"


def test_a_city_replaces_a_default_whole_and_adds_its_own(tmp_path: Path) -> None:
    national = folder(tmp_path / "defaults", votes=HEAD + ROW + CHANGE)
    other = (HEAD + ROW).replace("share", "other")
    own = folder(tmp_path / "city", votes=HEAD + ROW.replace("1/10", "1/6") + other)
    law = LawBook.load([national], own)
    assert [row.value for row in law.history("votes.share") if isinstance(row, Dated)] == [Fraction(1, 6)]
    assert law.at(FIRST, LegalValue("votes.other", Fraction)).value == Fraction(1, 10)


def test_without_a_word_of_the_city_the_default_holds(tmp_path: Path) -> None:
    law = LawBook.load([folder(tmp_path / "defaults", votes=HEAD + ROW)], folder(tmp_path / "city"))
    assert law.at(FIRST, SHARE).value == Fraction(1, 10)


def test_the_list_begins_with_what_a_lawyer_must_confirm(tmp_path: Path) -> None:
    def one(name: str, rows: str) -> str:
        return (HEAD + rows).replace("share", name)

    files = [
        one("a_read", ROW),
        one("b_inferred", ROW.replace('"read"', '"inferred"')),
        one("c_unset", ""),
        one("d_unconfirmed", ROW.replace('"read"', '"unconfirmed"')),
        one("e_later", ROW.replace("2009", "2030")),
        one("f_repealed", ROW + REPEAL),
    ]
    lines = book(tmp_path, votes="".join(files)).everything(date(2025, 1, 1))
    assert [(line.entry.key.removeprefix("votes."), line.standing.value) for line in lines] == [
        ("d_unconfirmed", "unconfirmed"),
        ("c_unset", "unset"),
        ("b_inferred", "inferred"),
        ("a_read", "read"),
        ("e_later", "not_in_force"),
        ("f_repealed", "not_in_force"),
    ]


def test_all_wrong_declarations_are_named_at_once(law: LawBook) -> None:
    keys = [SHARE, LegalValue("votes.nothing", bool), LegalValue("votes.share", int, unit="days")]
    with pytest.raises(NotDeclared) as refused:
        law.declared(keys)
    assert (
        str(refused.value)
        == "votes.nothing is in no law file; votes.share is asked for as days, its file says ratio"
    )


def test_days_are_not_months(tmp_path: Path) -> None:
    law = book(tmp_path, votes=HEAD.replace("ratio", "months") + ROW.replace('"1/10"', "3"))
    with pytest.raises(NotDeclared, match="asked for as days, its file says months"):
        law.at(FIRST, LegalValue("votes.share", int, unit="days"))


def test_a_whole_number_is_not_asked_for_without_its_unit() -> None:
    with pytest.raises(ValueError, match="an int needs its unit"):
        LegalValue("votes.days", int)


def test_a_unit_that_gives_another_type_is_not_asked_for() -> None:
    with pytest.raises(ValueError, match="the unit 'ratio' does not give int"):
        LegalValue("votes.days", int, unit="ratio")


@given(
    starts=st.lists(st.dates(date(1990, 1, 1), date(2050, 1, 1)), min_size=1, max_size=8, unique=True),
    on=st.dates(date(1989, 1, 1), date(2051, 1, 1)),
)
def test_a_day_falls_in_exactly_the_last_row_begun(
    tmp_path_factory: pytest.TempPathFactory, starts: list[date], on: date
) -> None:
    rows = [
        ROW.replace("2009-04-01", str(day)).replace("1/10", f"1/{at + 1}")
        for at, day in enumerate(sorted(starts))
    ]
    law = book(tmp_path_factory.mktemp("law"), votes=HEAD + "".join(rows))
    begun = [day for day in starts if day <= on]
    if not begun:
        with pytest.raises(NotInForce):
            law.at(on, SHARE)
        return
    found = law.at(on, SHARE)
    assert found.value == Fraction(1, len(begun))
    assert found.since <= on <= (found.until or date.max)
