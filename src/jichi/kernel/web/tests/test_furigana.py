import re

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from jichi.kernel.values.readings import without_readings
from jichi.kernel.web.furigana import with_readings
from jichi.kernel.web.language import SimpleJapaneseMiddleware, page_with_readings

RUBY = re.compile(r"<ruby>(.*?)<rp>（</rp><rt>(.*?)</rt><rp>）</rp></ruby>")


def read(text: str) -> str:
    """The readings in a form that a person can check: [kanji:reading]."""
    return RUBY.sub(r"[\1:\2]", with_readings(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("計画《けいかく》", "[計画:けいかく]"),
        ("川崎市の計画《プラン》です", "[川崎市:かわさきし]の[計画:プラン]です"),
        ("｜お茶《おちゃ》を", "[お茶:おちゃ]を"),
        ("日々《ひび》", "[日々:ひび]"),
    ],
)
def test_a_reading_by_hand_wins(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区役所の窓口", "[区役所:くやくしょ]の[窓口:まどぐち]"),
        ("決める", "[決:き]める"),
        ("お問い合わせ", "お[問:と]い[合:あ]わせ"),
        ("読み込み", "[読:よ]み[込:こ]み"),
        ("ひらがなとカタカナ", "ひらがなとカタカナ"),
        ("Decidim &amp; 声", "Decidim &amp; [声:こえ]"),
    ],
)
def test_what_nobody_read_is_read_by_the_dictionary_over_the_kanji_only(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11月20日", "11[月:がつ][20日:はつか]"),
        ("11月1日", "11[月:がつ][1日:ついたち]"),
        ("1日かかる", "1[日:にち]かかる"),
        ("25日", "25[日:にち]"),
        ("あと3日", "あと[3日:みっか]"),
        ("3日間", "[3日:みっか][間:かん]"),
        ("2日過ぎて", "[2日:ふつか][過:す]ぎて"),
        ("1人と2人と3人", "[1人:ひとり]と[2人:ふたり]と3[人:にん]"),
        ("5分と10分", "5[分:ふん]と10[分:ぷん]"),
        ("10分の1", "10[分:ぶん]の1"),
        ("3分野", "3[分野:ぶんや]"),
    ],
)
def test_a_counter_is_read_as_it_is_said(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "city",
    ["川崎区:かわさきく", "幸区:さいわいく", "高津区:たかつく", "宮前区:みやまえく", "麻生区:あさおく"],
)
def test_the_wards_are_read_rightly(city: str) -> None:
    assert read(city.split(":")[0]) == f"[{city}]"


def test_brackets_that_are_no_reading_are_left_alone() -> None:
    assert without_readings("『自治』《2012》") == "『自治』《2012》"


def test_titles_options_and_attributes_get_no_ruby_and_lose_the_notation() -> None:
    html = '<title>計画《けいかく》</title><a title="計画《けいかく》">計画《けいかく》</a><option>市《し》</option><textarea>市《し》</textarea>'
    page = page_with_readings(html)
    assert "<title>計画</title>" in page
    assert '<a title="計画"><ruby>計画' in page
    assert "<option>市</option><textarea>市</textarea>" in page


def test_scripts_drawings_and_existing_ruby_stay_as_they_are() -> None:
    html = "<script>const 市 = 1</script><svg><text>市</text></svg><ruby>市<rt>し</rt></ruby><!-- 市 -->"
    assert page_with_readings(html) == html


def test_a_sign_inside_an_attribute_does_not_end_the_tag() -> None:
    assert page_with_readings('<a title="市 > 区">') == '<a title="市 > 区">'


def answer(rf: RequestFactory, language: str, response: HttpResponse) -> HttpResponse:
    request = rf.get("/")
    request.LANGUAGE_CODE = language
    return SimpleJapaneseMiddleware(lambda _: response)(request)


def test_only_pages_in_simple_japanese_get_readings(rf: RequestFactory) -> None:
    assert b"<ruby>" in answer(rf, "ja-simple", HttpResponse("<p>市</p>")).content
    assert b"<ruby>" not in answer(rf, "ja", HttpResponse("<p>市</p>")).content
    assert b"<ruby>" not in answer(rf, "ja-simple", HttpResponse("市", content_type="text/csv")).content


def test_other_texts_lose_the_notation_and_get_no_ruby(rf: RequestFactory) -> None:
    calendar = HttpResponse("SUMMARY:計画《けいかく》", content_type="text/calendar; charset=utf-8")
    assert answer(rf, "ja-simple", calendar).text == "SUMMARY:計画"


def test_what_stands_on_the_record_stays_as_recorded(rf: RequestFactory) -> None:
    recorded = HttpResponse("計画《けいかく》", content_type="application/json")
    assert answer(rf, "ja-simple", recorded).text == "計画《けいかく》"


@pytest.mark.parametrize(
    ("town", "expected"),
    [
        ("浅田一丁目", "[浅田:あさだ][一丁目:いっちょうめ]"),
        ("浅田二丁目", "[浅田:あさだ][二丁目:にちょうめ]"),
        ("土橋八丁目", "[土橋:どばし][八丁目:はっちょうめ]"),
    ],
)
def test_the_block_of_a_town_is_read_as_it_is_said(town: str, expected: str) -> None:
    assert read(town) == expected


def test_the_length_of_the_answer_is_told_anew(rf: RequestFactory) -> None:
    response = answer(rf, "ja-simple", HttpResponse("<p>市</p>", headers={"Content-Length": "10"}))
    assert response["Content-Length"] == str(len(response.content))


def test_a_streamed_answer_passes_untouched(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.LANGUAGE_CODE = "ja-simple"
    streamed = StreamingHttpResponse(["<p>市</p>"])
    assert SimpleJapaneseMiddleware(lambda _: streamed)(request) is streamed  # type: ignore[arg-type,return-value]
