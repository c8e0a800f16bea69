"""Eras change at the start of a day, and no day bears the name of an era that was over."""

from datetime import date, timedelta

import pytest

from jichi.kernel.values import (
    NoEra,
    OutsideEra,
    Unreadable,
    era_of,
    format_era_day,
    format_era_day_short,
    format_era_year,
    parse_era_day,
    parse_era_year,
)

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(1873, 1, 1), "明治6年1月1日", "M6.1.1"),
        (date(1912, 7, 29), "明治45年7月29日", "M45.7.29"),
        (date(1912, 7, 30), "大正元年7月30日", "T1.7.30"),
        (date(1912, 7, 31), "大正元年7月31日", "T1.7.31"),
        (date(1926, 12, 24), "大正15年12月24日", "T15.12.24"),
        (date(1926, 12, 25), "昭和元年12月25日", "S1.12.25"),
        (date(1926, 12, 26), "昭和元年12月26日", "S1.12.26"),
        (date(1989, 1, 7), "昭和64年1月7日", "S64.1.7"),
        (date(1989, 1, 8), "平成元年1月8日", "H1.1.8"),
        (date(1989, 1, 9), "平成元年1月9日", "H1.1.9"),
        (date(2019, 4, 30), "平成31年4月30日", "H31.4.30"),
        (date(2019, 5, 1), "令和元年5月1日", "R1.5.1"),
        (date(2019, 5, 2), "令和元年5月2日", "R1.5.2"),
    ],
)
def test_days_around_each_change_of_era(day, long, short):
    assert format_era_day(day) == long
    assert format_era_day_short(day) == short
    assert parse_era_day(long) == day
    assert parse_era_day(short) == day


def test_every_day_from_1873_to_2040_is_read_back_as_written():
    day = date(1873, 1, 1)
    while day.year <= 2040:
        assert parse_era_day(format_era_day(day)) == day
        assert parse_era_day(format_era_day_short(day)) == day
        day += DAY


def test_a_day_before_the_solar_calendar_has_no_name():
    with pytest.raises(NoEra):
        era_of(date(1872, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "平成23年4月1日",
        "平成二十三年四月一日",
        "㍻２３年４月１日",
        "平成 23年 4月 1日",
        "H23.4.1",
        "h23/4/1",
        "Ｈ２３．０４．０１",
        "平23・4・1",
    ],
)
def test_the_same_day_in_all_its_spellings(text):
    assert parse_era_day(text) == date(2011, 4, 1)


def test_the_first_year_is_written_and_read_as_gannen_and_as_one():
    assert format_era_year(date(2019, 5, 1)) == "令和元年"
    assert parse_era_day("令和元年5月1日") == parse_era_day("令和1年5月1日") == parse_era_day("R元.5.1")


@pytest.mark.parametrize(
    ("text", "code", "instead"),
    [
        ("昭和65年1月1日", "era.after_end", "平成2年1月1日"),
        ("昭和64年1月8日", "era.after_end", "平成元年1月8日"),
        ("平成元年1月7日", "era.before_start", "昭和64年1月7日"),
        ("令和元年4月30日", "era.before_start", "平成31年4月30日"),
        ("平成31年5月1日", "era.after_end", "令和元年5月1日"),
        ("明治45年7月30日", "era.after_end", "大正元年7月30日"),
        ("明治5年12月2日", "era.old_calendar", ""),
        ("明治元年9月8日", "era.old_calendar", ""),
    ],
)
def test_a_day_outside_its_era_is_refused_with_its_right_name(text, code, instead):
    with pytest.raises(OutsideEra) as refused:
        parse_era_day(text)
    assert (refused.value.code, refused.value.instead) == (code, instead)


def test_the_reason_says_when_the_era_ended():
    with pytest.raises(OutsideEra, match="昭和 ended on 1989-01-07"):
        parse_era_day("昭和65年1月1日")


def test_an_older_paper_may_name_later_days_by_the_old_era():
    assert parse_era_day("平成32年3月31日", overrun=True) == date(2020, 3, 31)
    assert parse_era_year("平成32年", overrun=True) == 2020


@pytest.mark.parametrize("text", ["平成23年2月29日", "平成23年13月1日", "令和2年4月31日", "令和2年0月1日"])
def test_a_day_that_no_calendar_has_is_refused(text):
    with pytest.raises(Unreadable) as refused:
        parse_era_day(text)
    assert refused.value.code == "era.no_such_day"


@pytest.mark.parametrize(
    "text", ["", "2011年4月1日", "慶応3年1月1日", "平成23年", "平成0年4月1日", "H23.4/1", "令和十十年1月1日"]
)
def test_what_is_not_an_era_day_is_refused(text):
    with pytest.raises(Unreadable):
        parse_era_day(text)


@pytest.mark.parametrize(
    ("text", "year"),
    [("平成23年", 2011), ("令和元年", 2019), ("平成31年", 2019), ("H23", 2011), ("明治元年", 1868)],
)
def test_years_are_read(text, year):
    assert parse_era_year(text) == year


def test_a_year_after_the_end_of_its_era_is_refused_with_its_right_name():
    with pytest.raises(OutsideEra) as refused:
        parse_era_year("昭和65年")
    assert refused.value.instead == "平成2年"
