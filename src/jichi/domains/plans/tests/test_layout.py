"""Other chapters: the form is known, the words are not."""

import pytest

from jichi.domains.plans.rules.chapter import Listing, Period
from jichi.domains.plans.rules.reading import Reading, read_chapter

from .small_chapter import SMALL, with_first_cell, with_line, with_planned


def first_row(reading: Reading) -> Listing:
    return next(reading.chapter.listings())


def test_another_chapter_of_another_period_is_read():
    chapter = read_chapter(SMALL).chapter
    assert chapter.counts == {"measures": 1, "efforts": 2, "programmes": 3, "relisted": 0}
    assert chapter.policy.number == 3
    assert chapter.period == Period(first_year=2014, last_year=2016)
    assert first_row(read_chapter(SMALL)).later.first_year == 2017


@pytest.mark.parametrize(
    "cell",
    [
        "寺子屋事業 地域で学びを支えます。",
        "寺子屋事業\u3000地域で学びを支えます。",
        "<p>寺子屋事業 地域で学びを支えます。</p>",
        "寺子屋事業 <small>地域で学びを支えます。</small>",
        "寺子屋事業<small class='x'>地域で学びを支えます。</small>",
        "<p>寺子屋事業</p><p>地域で学びを支えます。</p>",
        "寺子屋事業<br>地域で学びを支えます。",
        "<b>寺子屋事業</b><br/>地域で学びを支えます。",
        "寺子屋事業\n地域で学びを支えます。",
        "寺子屋事業\n<small>地域で学びを支えます。</small>",
        "寺子屋事業 地域で学びを支えます。" + " " * 50_000,
    ],
)
def test_a_name_ends_at_a_break_a_small_print_or_a_blank(cell):
    row = first_row(read_chapter(with_first_cell(cell)))
    assert (row.name, row.description) == ("寺子屋事業", "地域で学びを支えます。")


@pytest.mark.parametrize(
    ("cell", "name", "description"),
    [
        ("DVD 作成事業 記録を残します。", "DVD 作成事業", "記録を残します。"),
        ("(仮称) 学びの館 PFI を使います。", "(仮称) 学びの館", "PFI を使います。"),
        ("学びの館(仮称) 整備します。", "学びの館(仮称)", "整備します。"),
        ("名前だけの事業", "名前だけの事業", ""),
        ("ICT 活用 <small>使います。</small>", "ICT 活用", "使います。"),
    ],
)
def test_a_blank_beside_a_foreign_word_does_not_end_a_name(cell, name, description):
    row = first_row(read_chapter(with_first_cell(cell)))
    assert (row.name, row.description) == (name, description)


@pytest.mark.parametrize(
    "flag", ["(各区)", "（各区）", " (各区)", "\u3000（ 各区 ）", "<small>(各区)</small>"]
)
@pytest.mark.parametrize("between", [" ", "", "<br>"])
def test_the_ward_flag_is_read_attached_or_apart(flag, between):
    row = first_row(read_chapter(with_first_cell(f"寺子屋事業{flag}{between}学びを支えます。")))
    assert (row.name, row.each_ward, row.description) == ("寺子屋事業", True, "学びを支えます。")


def test_a_ward_in_the_description_is_no_flag():
    row = first_row(read_chapter(with_first_cell("寺子屋事業 学びの場（各区）を支えます。")))
    assert (row.name, row.each_ward, row.description) == ("寺子屋事業", False, "学びの場（各区）を支えます。")


@pytest.mark.parametrize(
    "cell",
    [
        "●検討 ●開設",
        "●検討●開設",
        '<ul style="list-style-type: none"> ●検討 ●開設 ',
        "<ul> ●検討 ●開設 </ul>",
        "<ul class=dots><li>検討</li><li>開設</li></ul>",
        "<ul><li>検討<li>開設",
        "<p>●検討</p><p>●開設</p>",
        "検討<br>開設",
        "<p>検討</p><p>開設</p>",
        "<li>●検討 <li>●開設",
    ],
)
def test_items_are_read_in_every_shape_of_a_list(cell):
    row = first_row(read_chapter(with_planned(cell)))
    assert [item.text for item in row.planned] == ["検討", "開設"]


def test_an_item_that_runs_over_a_break_stays_one():
    row = first_row(read_chapter(with_planned("●検討と<br>準備 ●開設")))
    assert [item.text for item in row.planned] == ["検討と準備", "開設"]


def test_an_empty_item_is_no_item():
    assert first_row(read_chapter(with_planned("● ●開設"))).planned[0].text == "開設"


@pytest.mark.parametrize("tilde", ["～", "~", "〜", "-", "－", " ～ "])
def test_the_period_is_read_with_every_dash(tilde):
    text = SMALL.replace("2014～2016", f"2014{tilde}2016")
    assert read_chapter(text).chapter.period == Period(first_year=2014, last_year=2016)


@pytest.mark.parametrize("numeral", ["Ⅲ", "III", "ＩＩＩ", "iii"])
def test_a_policy_number_is_read_in_every_writing(numeral):
    chapter = read_chapter(SMALL.replace("Ⅲ", numeral)).chapter
    assert (chapter.policy.number, chapter.policy.numeral) == (3, numeral)
    assert str(chapter.measures[0].code) == "Ⅲ-1-(1)"
    assert chapter.measures[0].code_as_read == f"{numeral}-1-(1)"


@pytest.mark.parametrize("heading", ["【基本施策Ⅲ－１－（１）】 ", "[基本施策 Ⅲ - 1 - (1)]"])
def test_a_measure_heading_is_read_in_full_and_half_width(heading):
    chapter = read_chapter(SMALL.replace("【基本施策 Ⅲ-1-(1)】", heading)).chapter
    assert (str(chapter.measures[0].code), chapter.measures[0].title) == ("Ⅲ-1-(1)", "子どもが育つ環境づくり")


@pytest.mark.parametrize("numeral", ["3", "３", "三"])
def test_a_policy_may_be_numbered_in_digits(numeral):
    chapter = read_chapter(SMALL.replace("Ⅲ", numeral)).chapter
    assert (chapter.policy.number, chapter.policy.numeral) == (3, numeral)
    assert str(chapter.measures[0].code) == "Ⅲ-1-(1)"


def test_a_period_in_years_of_an_era_is_the_same_period():
    era = SMALL.replace("2014～2016", "平成26～28").replace("2017", "平成29").replace("2015", "平成27")
    chapter = read_chapter(era).chapter
    assert chapter.period == Period(first_year=2014, last_year=2016)
    row = next(chapter.listings())
    assert (row.later.first_year, row.completion_years) == (2017, (2015,))


def test_a_period_over_a_change_of_era_names_both():
    both = SMALL.replace("2014～2016", "平成30～令和2").replace("2017", "令和3")
    assert read_chapter(both).chapter.period == Period(first_year=2018, last_year=2020)


def test_empty_cells_after_the_last_column_are_no_cells():
    wide = "\n".join(line + "\t\t" if "\t" in line else line for line in SMALL.split("\n"))
    assert read_chapter(wide).chapter == read_chapter(SMALL).chapter


def test_sections_are_told_apart_by_form_not_by_title():
    text = SMALL.replace("■現状と課題", "■いま困っていること").replace("■主な事業", "■仕事の一覧")
    effort = read_chapter(text).chapter.measures[0].efforts[0]
    assert effort.issues[0].text == "学びの場が足りません。"
    assert effort.approaches[0].text == "学びの場を増やします。"


def test_a_section_that_names_the_period_holds_the_approaches_wherever_it_stands():
    first, rest = SMALL.split("主な取組②")
    issues, approaches = (
        first[first.index("■現状") : first.index("■計画")],
        first[first.index("■計画") : first.index("■主な")],
    )
    text = first.replace(issues + approaches, approaches + issues) + "主な取組②" + rest
    effort = read_chapter(text).chapter.measures[0].efforts[0]
    assert effort.issues[0].text == "学びの場が足りません。"
    assert effort.approaches[0].text == "学びの場を増やします。"


def test_a_header_repeated_inside_a_table_continues_it():
    header = next(line for line in SMALL.splitlines() if line.startswith("事業名"))
    text = SMALL.replace("\n読書推進事業", f"\n{header}\n読書推進事業")
    assert read_chapter(text).chapter.counts == read_chapter(SMALL).chapter.counts
    assert [row.line for row in read_chapter(text).chapter.listings()] == [18, 20, 35]


def test_a_header_with_blanks_and_tags_is_a_header():
    text = SMALL.replace("\t2017年度以降", "\t<b>2017 年度 以降</b>")
    assert first_row(read_chapter(text)).later.first_year == 2017


def test_a_statement_that_runs_over_a_line_stays_one():
    text = with_line("- 学びの場が\n足りません。", instead_of="- 学びの場が足りません。")
    effort = read_chapter(text).chapter.measures[0].efforts[0]
    assert [statement.text for statement in effort.issues] == ["学びの場が足りません。"]


def test_a_caption_under_a_finished_statement_is_not_swallowed():
    text = with_line("- 学びの場が足りません。\n教室の様子", instead_of="- 学びの場が足りません。")
    reading = read_chapter(text)
    assert [entry.text for entry in reading.left_out] == ["教室の様子"]
    assert reading.chapter.measures[0].efforts[0].issues[0].text == "学びの場が足りません。"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("※デモの文章です。", "注記（※で始まる行）"),
        ("- 12 -", "ページ番号"),
        ("41", "ページ番号"),
        ("教室の様子", "写真や図の説明"),
        ("この章では次のことを述べます。", "どの項目にも入らない文"),
    ],
)
def test_a_loose_line_is_left_out_with_its_reason(line, why):
    reading = read_chapter(SMALL.replace("\n主な取組②", f"\n{line}\n\n主な取組②"))
    assert [(entry.text, entry.why) for entry in reading.left_out] == [(line, why)]


def test_a_line_before_the_policy_is_a_preface():
    reading = read_chapter("川崎市の計画\n\n" + SMALL)
    assert [(entry.line, entry.why) for entry in reading.left_out] == [(1, "章の見出しより前にある文")]


def test_the_same_policy_heading_again_is_a_page_head():
    reading = read_chapter(
        SMALL.replace("\n主な取組②", "\n基本政策 Ⅲ 人を育て心を育むまちづくり\n\n主な取組②")
    )
    assert reading.chapter.counts == read_chapter(SMALL).chapter.counts


def test_a_relisted_programme_may_stand_before_its_original_and_without_description():
    text = SMALL.replace("読書推進事業(各区) 本に親しむ場をつくります。", "こども文化センター運営（再掲）")
    chapter = read_chapter(text).chapter
    programme = next(p for p in chapter.programmes if p.name == "こども文化センター運営")
    assert [listing.relisted for listing in programme.listings] == [False, True]
    assert programme.description == "遊びの場を開きます。"
    assert chapter.counts == {"measures": 1, "efforts": 2, "programmes": 2, "relisted": 1}


def test_both_flags_may_stand_together():
    text = SMALL.replace(
        "こども文化センター運営 遊びの場を開きます。", "読書推進事業(各区)（再掲） 本に親しむ場をつくります。"
    )
    assert read_chapter(text).chapter.counts["relisted"] == 1
