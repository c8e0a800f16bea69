"""A 年度 runs from 1 April to 31 March, and is read in every way that plans write it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.values import DaySpan, FiscalYear, FiscalYears, OutsideEra, Unreadable

YEARS = st.integers(min_value=1873, max_value=2100).map(FiscalYear)
DAYS = st.dates(min_value=date(1873, 4, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2011, 3, 31), 2010),
        (date(2011, 4, 1), 2011),
        (date(2011, 4, 2), 2011),
        (date(2012, 3, 31), 2011),
        (date(2012, 4, 1), 2012),
    ],
)
def test_the_year_turns_on_the_first_of_april(day, year):
    assert FiscalYear.of(day) == FiscalYear(year)


@given(DAYS)
def test_every_day_lies_in_exactly_its_own_year(day):
    year = FiscalYear.of(day)
    assert day in year
    assert day not in year.next()
    assert day not in year.previous()


@given(YEARS)
def test_years_follow_each_other_without_a_gap(year):
    assert (year.next().first_day - year.last_day).days == 1
    assert year.next().previous() == year
    assert year < year.next()
    assert len(year.span) in {365, 366}


@pytest.mark.parametrize(
    ("year", "label", "era_label"),
    [
        (1925, "1925年度", "大正14年度"),
        (1926, "1926年度", "大正15年度"),
        (1927, "1927年度", "昭和2年度"),
        (1988, "1988年度", "昭和63年度"),
        (1989, "1989年度", "平成元年度"),
        (2011, "2011年度", "平成23年度"),
        (2018, "2018年度", "平成30年度"),
        (2019, "2019年度", "令和元年度"),
        (2020, "2020年度", "令和2年度"),
    ],
)
def test_years_are_named_both_ways(year, label, era_label):
    assert FiscalYear(year).label == label
    assert FiscalYear(year).era_label == era_label


@given(YEARS)
def test_every_year_is_read_back_by_both_its_names(year):
    assert FiscalYear.parse(year.label) == year
    assert FiscalYear.parse(year.era_label) == year


@pytest.mark.parametrize(
    "text", ["2011年度", "２０１１年度", "平成23年度", "平成二十三年度", "H23", "H23年度", "平23", "㍻23年度"]
)
def test_the_same_year_in_all_its_spellings(text):
    assert FiscalYear.parse(text) == FiscalYear(2011)


def test_2019_is_read_by_the_name_it_began_with_too():
    assert FiscalYear.parse("平成31年度") == FiscalYear.parse("令和元年度") == FiscalYear(2019)


def test_an_old_plan_may_name_later_years_by_the_old_era():
    with pytest.raises(OutsideEra):
        FiscalYear.parse("平成32年度")
    assert FiscalYear.parse("平成32年度", overrun=True) == FiscalYear(2020)


@pytest.mark.parametrize("text", ["", "2011", "2011年", "平成23年", "11年度", "来年度"])
def test_what_is_not_a_fiscal_year_is_refused(text):
    with pytest.raises(Unreadable) as refused:
        FiscalYear.parse(text)
    assert refused.value.code == "fiscal_year.form"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2011～2013年度", 2011, 2013),
        ("2011~2013年度", 2011, 2013),
        ("2011〜2013年度", 2011, 2013),
        ("2011年度から2013年度まで", 2011, 2013),
        ("平成23～25年度", 2011, 2013),
        ("平成23年度～平成25年度", 2011, 2013),
        ("平成30年度～令和3年度", 2018, 2021),
        ("H23～25", 2011, 2013),
        ("2011年度", 2011, 2011),
        ("2014年度以降", 2014, None),
        ("2012年度～", 2012, None),
    ],
)
def test_runs_of_years_are_read_as_plans_write_them(text, first, last):
    run = FiscalYears.parse(text)
    assert run.first == FiscalYear(first)
    assert run.last == (FiscalYear(last) if last else None)


@pytest.mark.parametrize("text", ["", "～", "～2013年度", "2013～2011年度", "2011～2012～2013年度"])
def test_what_is_not_a_run_of_years_is_refused(text):
    with pytest.raises(Unreadable):
        FiscalYears.parse(text)


@given(YEARS, st.integers(min_value=0, max_value=20))
def test_a_run_counts_each_of_its_years_once(first, more):
    run = FiscalYears(first=first, last=FiscalYear(first.year + more))
    assert [year.year for year in run] == list(range(first.year, first.year + more + 1))
    assert all(year in run for year in run)
    assert first.previous() not in run
    assert run.last.next() not in run
    assert FiscalYears.parse(run.label) == run


def test_a_run_without_an_end_holds_every_later_year_and_cannot_be_counted():
    run = FiscalYears.parse("2014年度以降")
    assert FiscalYear(2014) in run
    assert FiscalYear(2099) in run
    assert FiscalYear(2013) not in run
    assert run.label == "2014年度以降"
    with pytest.raises(ValueError, match="no end"):
        list(run)


def test_the_days_of_a_year_are_a_span():
    assert FiscalYear(2011).span == DaySpan(first=date(2011, 4, 1), last=date(2012, 3, 31))
