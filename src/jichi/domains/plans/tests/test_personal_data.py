"""What in a text looks like personal data: forms, in whatever width they are written."""

import pytest

from jichi.domains.plans.rules.personal_data import personal_data_in


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("電話は044-200-3939です", ["phone"]),
        ("電話は０４４－２００－３９３９です", ["phone"]),
        ("090ー1234ー5678へ", ["phone"]),
        ("044(200)3939", ["phone"]),
        ("09012345678", ["phone"]),
        ("taro.demo+a@example.jp へ", ["mail"]),
        ("〒210-8577", ["postal_code"]),
        ("番号は1234 5678 9012", ["individual_number"]),
        ("宮本町1丁目2番3号", ["house_number"]),
        ("宮本町１－２－３", ["house_number"]),
        ("101号室", ["house_number"]),
        ("デモ太郎と申します", ["name"]),
        ("試験と申します。1-2-3に住み、044-200-3939です", ["name", "house_number", "phone"]),
    ],
)
def test_what_may_tell_who_somebody_is_is_found(text: str, sorts: list[str]) -> None:
    assert [finding.sort for finding in personal_data_in(text)] == sorts


@pytest.mark.parametrize(
    "text",
    [
        "区民会議を年に4回、2012年度から2013年度まで開く",
        "予算は1,234,000円、平成24年3月31日まで",
        "2012-04-01から始める",
        "条例第4条第1項の100人",
        "10:00から17:00まで、第2・第4土曜日",
        "",
    ],
)
def test_a_number_that_tells_nothing_about_anybody_is_not_found(text: str) -> None:
    assert personal_data_in(text) == []


def test_what_is_found_is_shown_as_it_stands_in_normal_width() -> None:
    (finding,) = personal_data_in("電話は０４４－２００－３９３９")
    assert (finding.text, finding.place) == ("044-200-3939", 3)
    assert finding.words == "電話番号のようです"
