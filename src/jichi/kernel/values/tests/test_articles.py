"""Articles are read in both styles and stand in the order of the law."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.values import Article, Unreadable, parse_number, to_kanji

NUMBERS = st.integers(min_value=1, max_value=1200)
BRANCHES = st.lists(st.integers(min_value=1, max_value=30), max_size=2).map(tuple)
ARTICLES = st.builds(
    lambda number, branches, paragraph, item, item_branches: Article(
        number=number,
        branches=branches,
        paragraph=paragraph,
        item=item,
        item_branches=item_branches if item else (),
    ),
    NUMBERS,
    BRANCHES,
    st.integers(min_value=0, max_value=40),
    st.integers(min_value=0, max_value=40),
    BRANCHES,
)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "〇"),
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (31, "三十一"),
        (100, "百"),
        (123, "百二十三"),
        (204, "二百四"),
        (1000, "千"),
        (1050, "千五十"),
        (10_000, "一万"),
        (10_000_000, "一千万"),
        (110_100_001, "一億一千十万一"),
    ],
)
def test_numbers_are_written_as_statutes_write_them(number, written):
    assert to_kanji(number) == written
    assert parse_number(written) == number


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_every_number_is_read_back_as_written(number):
    assert parse_number(to_kanji(number)) == number
    assert parse_number(str(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("二〇一一", 2011), ("１２３", 123), ("千万", 10_000_000), ("一千万", 10_000_000), ("零", 0)],
)
def test_other_customary_spellings_are_read(text, number):
    assert parse_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "十百", "一十", "二二十", "百二百", "万", "一万億", "1二", "十〇", "-1", "²"]
)
def test_what_is_not_a_number_is_refused(text):
    with pytest.raises(Unreadable) as refused:
        parse_number(text)
    assert refused.value.code == "number.form"


@pytest.mark.parametrize("number", [-1, 10**12])
def test_numbers_out_of_reach_are_not_written(number):
    with pytest.raises(ValueError, match="漢数字"):
        to_kanji(number)


@pytest.mark.parametrize(
    ("text", "article", "arabic", "kanji"),
    [
        ("第三十一条の二", Article(number=31, branches=(2,)), "第31条の2", "第三十一条の二"),
        ("第百二十三条", Article(number=123), "第123条", "第百二十三条"),
        ("第31条の2", Article(number=31, branches=(2,)), "第31条の2", "第三十一条の二"),
        (
            "第４条第１項第２号",
            Article(number=4, paragraph=1, item=2),
            "第4条第1項第2号",
            "第四条第一項第二号",
        ),
        (
            "第二百五十二条の十七の十第一項第二号の三",
            Article(number=252, branches=(17, 10), paragraph=1, item=2, item_branches=(3,)),
            "第252条の17の10第1項第2号の3",
            "第二百五十二条の十七の十第一項第二号の三",
        ),
        ("第2条第3号", Article(number=2, item=3), "第2条第3号", "第二条第三号"),
    ],
)
def test_citations_are_read_and_written_in_both_styles(text, article, arabic, kanji):
    assert Article.parse(text) == article
    assert (article.arabic, article.kanji) == (arabic, kanji)


@given(ARTICLES)
def test_every_citation_is_read_back_in_both_styles(article):
    assert Article.parse(article.arabic) == article
    assert Article.parse(article.kanji) == article


def test_citations_stand_in_the_order_of_the_law():
    in_order = ["第9条", "第31条", "第31条第2項", "第31条の2", "第31条の2第1項", "第31条の2第1項第3号", "第31条の2の2",
                "第31条の10", "第32条"]  # fmt: skip
    assert [a.arabic for a in sorted(Article.parse(text) for text in reversed(in_order))] == in_order


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31条",
        "第条",
        "第31条の",
        "第31条第2",
        "第0条",
        "第1条の0",
        "第1条第0項",
        "第十百条",
        "第31条ただし書",
    ],
)
def test_what_is_not_a_citation_is_refused(text):
    with pytest.raises(Unreadable):
        Article.parse(text)


def test_a_branch_of_an_item_needs_the_item():
    with pytest.raises(ValueError, match="branch"):
        Article(number=1, item_branches=(2,))
