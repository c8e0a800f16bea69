from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.translation import override

from jichi.kernel.web import words
from jichi.kernel.web.city import in_language

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("days", "kind", "word", "left"),
    [
        (-2, "overdue", "期限切れ", "2日過ぎています"),
        (-1, "overdue", "期限切れ", "1日過ぎています"),
        (0, "soon", "", "今日まで"),
        (1, "soon", "", "あと1日"),
        (3, "soon", "", "あと3日"),
        (4, "open", "", "あと4日"),
    ],
)
def test_a_deadline_says_how_long_is_left(days: int, kind: str, word: str, left: str) -> None:
    badge = words.deadline_badge(DAY + timedelta(days=days), today=DAY)
    assert (badge.kind, badge.word, badge.left) == (kind, word, left)


def test_a_near_deadline_has_its_weekday_and_a_far_one_its_year() -> None:
    assert words.deadline_badge(date(2026, 11, 25), today=DAY).day_text == "11月25日 水曜"
    assert words.deadline_badge(date(2028, 11, 25), today=DAY).day_text == "2028年11月25日"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2019, 4, 30), "2019年（平成31年）4月30日"),
        (date(2019, 5, 1), "2019年（令和元年）5月1日"),
        (date(1870, 1, 1), "1870年1月1日"),
    ],
)
def test_a_day_carries_its_era(day: date, text: str) -> None:
    assert words.day_text(day) == text


def test_english_pages_write_days_and_years_in_english() -> None:
    with override("en"):
        assert words.day_text(DAY) == "22 November 2026"
        assert words.fiscal_year_text(2011) == "FY2011"
        assert words.yen_text(1234567) == "1,234,567 yen"


def test_japanese_pages_write_both_calendars_of_a_fiscal_year() -> None:
    assert words.fiscal_year_text(2019) == "2019年度（令和元年度）"


def test_a_moment_is_told_in_the_citys_time() -> None:
    assert words.moment_text(datetime(2026, 11, 21, 15, 5, tzinfo=UTC)) == "2026年11月22日 0時05分"


def test_the_city_is_named_in_the_language_of_the_page() -> None:
    profile = {
        "name": "川崎市",
        "name_en": "Kawasaki City",
        "contact": {"hours": "午前8時", "hours_en": "8 a.m."},
        "credits": [{"what": "区の境界", "what_en": "ward boundaries"}],
    }
    assert in_language(profile, "en")["name"] == "Kawasaki City"
    assert in_language(profile, "en")["contact"]["hours"] == "8 a.m."
    assert in_language(profile, "en")["credits"][0]["what"] == "ward boundaries"
    assert in_language(profile, "ja-simple")["name"] == "川崎市"
