"""Legal values as people and as machines read them."""

from datetime import date, time
from fractions import Fraction
from pathlib import Path

import pytest
from django.utils import translation

from jichi.kernel.law.comparing import differences
from jichi.kernel.law.entry import Choice, Entry
from jichi.kernel.law.plain import plain
from jichi.kernel.law.tests.book_of import HEAD, REPEAL, ROW, book
from jichi.kernel.law.units import UNITS, MonthDay
from jichi.kernel.law.words import row_text, value_text

CHOICES = {
    "a": Choice(code="a", name="郵送", name_en="by post"),
    "b": Choice(code="b", name="窓口", name_en="in person"),
}

VALUES = [
    ("ratio", Fraction(1, 10), "10分の1", "1/10", "1/10"),
    ("days", 60, "60日", "60 days", 60),
    ("months", 3, "3か月", "3 months", 3),
    ("age", 18, "18歳", "18 years of age", 18),
    ("yen", 1200, "1,200円", "1,200 yen", 1200),
    ("flag", True, "はい", "はい", True),
    ("date", date(2012, 7, 9), "2012年7月9日", "9 July 2012", "2012-07-09"),
    ("time", time(8, 30), "8時30分", "08:30", "08:30:00"),
    ("month_day", MonthDay(12, 29), "12月29日", "12月29日", "12-29"),
    ("weekdays", frozenset({5, 6}), "土・日", "土・日", ["土", "日"]),
    ("choice", "a", "郵送", "by post", "a"),
    ("choices", ("a", "b"), "郵送、窓口", "by post、in person", ["a", "b"]),
    ("text", "自由な文", "自由な文", "自由な文", "自由な文"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "value", "japanese", "_english", "written"), VALUES)
def test_a_value_is_said_with_its_unit_and_written_plainly(
    unit: str, value: object, japanese: str, _english: str, written: object
) -> None:
    assert value_text(entry(unit), value) == japanese
    assert plain(value) == written


@pytest.mark.parametrize(
    ("unit", "value", "english"), [(u, v, e) for u, v, _j, e, _w in VALUES if e.isascii()]
)
def test_a_value_is_said_in_english_on_an_english_page(unit: str, value: object, english: str) -> None:
    if unit == "flag":
        pytest.skip("the catalogue says yes and no")
    with translation.override("en"):
        assert value_text(entry(unit), value) == english


def test_a_value_of_no_known_kind_is_a_mistake_in_the_code() -> None:
    with pytest.raises(TypeError, match="cannot be a float"):
        plain(0.1)


def test_the_days_before_and_after_a_rule_are_told_apart(tmp_path: Path) -> None:
    laws = book(tmp_path, x=HEAD + ROW + REPEAL)
    shares = laws.entry("x.share")

    assert row_text(shares, shares.row_at(date(2009, 3, 31))) == "まだ定めがない"
    assert row_text(shares, shares.row_at(date(2009, 4, 1))) == "10分の1"
    assert row_text(shares, shares.row_at(date(2019, 6, 28))) == "廃止"
    assert row_text(entry("ratio"), None) == "分かっていない"


def test_two_days_differ_only_in_what_changed_between_them(tmp_path: Path) -> None:
    laws = book(tmp_path, x=HEAD + ROW + REPEAL)

    assert [
        each.entry.key for each in differences(laws, on=date(2019, 6, 27), against=date(2019, 6, 28))
    ] == ["x.share"]
    assert list(differences(laws, on=date(2010, 1, 1), against=date(2019, 6, 27))) == []


def entry(unit: str) -> Entry:
    choices = CHOICES if unit.startswith("choice") else {}
    return Entry(
        key="x.y",
        name="名",
        name_en="name",
        unit=UNITS[unit],
        chosen_by="日",
        file=Path("x.toml"),
        choices=choices,
    )
