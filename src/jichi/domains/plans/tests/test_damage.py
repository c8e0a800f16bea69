"""A damaged chapter is refused, with the line and the reason."""

import re

import pytest

from jichi.domains.plans.rules.damage import REASONS, DamagedChapter
from jichi.domains.plans.rules.reading import read_chapter, read_chapter_bytes

from .seed import CHAPTER_7, seed_text
from .small_chapter import SMALL, with_first_cell, with_line, with_planned

HEADER = next(line for line in SMALL.splitlines() if line.startswith("事業名"))
POLICY = "基本政策 Ⅲ 人を育て心を育むまちづくり"
MEASURE = "【基本施策 Ⅲ-1-(1)】子どもが育つ環境づくり"
EFFORT = "主な取組① 学びの支援"
ROW = "寺子屋事業 地域で子どもの学びを支えます。\t●検討\t●開設(2015年度完了)\t事業推進"
LAST_ROW = "こども文化センター運営 遊びの場を開きます。\t●運営\t●運営\t事業推進"

CASES = {
    "a missing policy": (with_line("", instead_of=POLICY), 2, "no_policy"),
    "no headings at all": ("ただの文章です。\n", 1, "no_policy"),
    "two policies": (SMALL + "\n基本政策 Ⅳ 環境\n", 36, "second_policy"),
    "a policy number that is none": (SMALL.replace(POLICY, "基本政策 IIII 人"), 1, "bad_policy_number"),
    "a policy without title": (SMALL.replace(POLICY, "基本政策 Ⅲ"), 1, "no_title"),
    "no measures": (POLICY + "\n", 1, "no_measures"),
    "a measure code that is none": (SMALL.replace("Ⅲ-1-(1)", "Ⅲ-1"), 3, "bad_measure_code"),
    "a measure numbered zero": (SMALL.replace("Ⅲ-1-(1)", "Ⅲ-1-(0)"), 3, "bad_measure_code"),
    "a measure of another policy": (SMALL.replace("Ⅲ-1-(1)", "Ⅳ-1-(1)"), 3, "foreign_measure"),
    "a measure code used twice": (SMALL + "\n" + SMALL[len(POLICY) :], 38, "duplicate_measure"),
    "an effort number used twice": (SMALL.replace("主な取組②", "主な取組①"), 21, "duplicate_effort"),
    "an effort without a number": (SMALL.replace("主な取組②", "主な取組"), 21, "bad_effort_number"),
    "an effort with an unknown number sign": (
        SMALL.replace("主な取組②", "主な取組❷"),
        21,
        "bad_effort_number",
    ),
    "a file that ends between two tables": (SMALL[: SMALL.rindex("■主な事業")], 21, "cut_off"),
    "an effort outside of a measure": (with_line("", instead_of=MEASURE), 4, "effort_outside_measure"),
    "a section outside of an effort": (with_line("", instead_of=EFFORT), 6, "section_outside_effort"),
    "a section outside of a measure": (
        with_line("", instead_of=MEASURE).replace(EFFORT + "\n", ""),
        5,
        "section_outside_effort",
    ),
    "a measure without efforts": (SMALL + "\n【基本施策 Ⅲ-2-(1)】次\n", 36, "measure_is_empty"),
    "an effort without content": (SMALL + "\n主な取組③ 次\n", 36, "effort_is_empty"),
    "an effort without title": (SMALL.replace(EFFORT, "主な取組①"), 5, "no_title"),
    "a section without content": (SMALL + "\n■次\n", 36, "section_is_empty"),
    "a third section of statements": (
        SMALL.replace("\n主な取組②", "\n■次\n\n- 文。\n\n主な取組②"),
        21,
        "section_repeated",
    ),
    "a statement outside of a section": (
        SMALL.replace(EFFORT, EFFORT + "\n\n- 文。"),
        7,
        "statement_outside_section",
    ),
    "a statement after a table": (SMALL + "\n- 文。\n", 36, "statement_outside_section"),
    "a period that ends before it begins": (SMALL.replace("2014～2016", "2016～2014"), 11, "bad_period"),
    "two periods": (SMALL.replace("2014～2016", "2014～2017", 1), 17, "period_differs"),
    "a table without header": (SMALL.replace(HEADER + "\n", "", 1), 17, "table_without_header"),
    "a row cut off from its table": (SMALL.replace("\n読書推進", "\n\n読書推進"), 20, "table_without_header"),
    "a header without rows": (SMALL + f"\n{HEADER}\n", 36, "table_without_rows"),
    "a cell too few": (with_line(ROW.replace("\t●検討", ""), instead_of=ROW), 18, "wrong_cell_count"),
    "a cell too many": (with_line(ROW + "\t余分", instead_of=ROW), 18, "wrong_cell_count"),
    "a row that ends in the middle": (SMALL.replace(LAST_ROW, LAST_ROW[:-6]), 34, "truncated_row"),
    "a file that ends in the first cell": (
        SMALL.replace(LAST_ROW, "こども文化センター運営 遊びの"),
        34,
        "truncated_row",
    ),
    "a row of which only the name is left": (
        with_line("寺子屋事業 地域で", instead_of=ROW),
        18,
        "truncated_row",
    ),
    "two names and one row": (with_line(f"事業甲\n事業乙\n{ROW}", instead_of=ROW), 18, "truncated_row"),
    "a name above a row that has its own": (with_line(f"事業甲\n{ROW}", instead_of=ROW), 18, "truncated_row"),
    "a row without a name": (with_first_cell(" "), 18, "no_programme_name"),
    "a row with a flag for a name": (with_first_cell("(各区) 説明です。"), 18, "no_programme_name"),
    "a name that never ends": (with_first_cell("名" * 201), 18, "name_too_long"),
    "a tag that stays open": (with_first_cell("<p>寺子屋事業"), 18, "broken_tag"),
    "a tag that is cut": (with_planned('<ul style="list'), 18, "broken_tag"),
    "a tag that was never opened": (with_planned("開設</small>"), 18, "stray_tag"),
    "tags that cross": (with_planned("<p><b>開設</p></b>"), 18, "stray_tag"),
    "a repetition of nothing": (
        with_first_cell("寺子屋事業（再掲） 学びます。"),
        18,
        "relisted_without_original",
    ),
    "a repetition with another description": (
        with_first_cell("こども文化センター運営（再掲） まったく違う仕事を述べる文。"),
        18,
        "relisted_without_original",
    ),
    "a programme listed twice without saying so": (
        with_line(f"{ROW}\n{ROW}", instead_of=ROW),
        19,
        "duplicate_programme",
    ),
    "an empty file": ("", 1, "empty"),
    "a file of blanks": (" \n\t\n\u3000\n", 1, "empty"),
    "a control character": (SMALL.replace("足りません", "足り\x00ません", 1), 9, "control_character"),
    "a character lost in conversion": (
        SMALL.replace("足りません", "足り\ufffdません", 1),
        9,
        "lost_character",
    ),
}


@pytest.mark.parametrize(("text", "line", "code"), CASES.values(), ids=CASES.keys())
def test_a_chapter_is_refused_for(text, line, code):
    with pytest.raises(DamagedChapter) as refused:
        read_chapter(text)
    assert (refused.value.line, refused.value.code) == (line, code)
    assert refused.value.message.startswith(f"{line}行目: ")
    assert "%(" not in refused.value.message


def test_a_chapter_without_any_period_is_refused():
    text = POLICY + f"\n{MEASURE}\n{EFFORT}\n■現状\n- 文。\n"
    with pytest.raises(DamagedChapter) as refused:
        read_chapter(text)
    assert (refused.value.line, refused.value.code) == (1, "no_period")


@pytest.mark.parametrize("encoding", ["cp932", "utf-16"])
def test_a_file_in_another_encoding_is_refused(encoding):
    with pytest.raises(DamagedChapter) as refused:
        read_chapter_bytes(SMALL.encode(encoding))
    assert refused.value.code == "not_utf8"


def test_the_line_of_a_wrong_byte_is_named():
    content = CHAPTER_7.read_bytes().replace("幸区役所庁舎整備の基本的な方針".encode(), b"\xff", 1)
    with pytest.raises(DamagedChapter) as refused:
        read_chapter_bytes(content)
    assert (refused.value.line, refused.value.code) == (199, "not_utf8")


def test_the_reason_names_the_facts():
    with pytest.raises(DamagedChapter) as refused:
        read_chapter(seed_text().replace("Ⅶ-1-(2)", "Ⅵ-1-(2)"))
    assert refused.value.message == "52行目: 基本施策 Ⅵ-1-(2) は、この章の基本政策 Ⅶ のものではありません。"
    assert refused.value.template % refused.value.facts == refused.value.reason


def test_every_reason_is_tried_here():
    elsewhere = {"not_utf8", "no_period", "unaccounted"}
    assert {code for _, _, code in CASES.values()} | elsewhere == set(REASONS)


def test_reasons_are_whole_sentences_with_named_facts():
    for reason in REASONS.values():
        assert "%s" not in reason
        assert re.search(r"。$|」$", reason)
