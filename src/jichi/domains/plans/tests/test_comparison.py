"""A later edition is compared part by part with the one before it."""

import pytest
from hypothesis import given, settings

from jichi.domains.plans.rules.changes import Change, ChangeKind
from jichi.domains.plans.rules.chapter import Chapter
from jichi.domains.plans.rules.comparison import Comparison, compare
from jichi.domains.plans.rules.reading import read_chapter

from .chapter_writer import MadeChapter, Shape, chapters, printed, shapes
from .seed import demo_next, seed
from .small_chapter import SMALL

PARTS = ("measures", "efforts", "statements", "programmes")


def small(*replacements: tuple[str, str]) -> Chapter:
    text = SMALL
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return read_chapter(text).chapter


def compared(*replacements: tuple[str, str]) -> Comparison:
    return compare(old=small(), new=small(*replacements))


def programme(comparison: Comparison, name: str) -> Change:
    return next(
        change
        for change in comparison.programmes
        if name in {ref.title for ref in (change.old, change.new) if ref}
    )


def test_an_edition_compared_with_itself_keeps_everything():
    comparison = compare(old=seed().chapter, new=seed().chapter)
    kept = {"measures": 6, "efforts": 11, "statements": 70, "programmes": 25}
    assert comparison.counts == {
        part: {"kept": kept[part], "changed": 0, "new": 0, "ended": 0, "moved": 0} for part in PARTS
    }


def test_the_demo_edition_has_every_fate():
    comparison = compare(old=seed().chapter, new=demo_next().chapter)
    assert comparison.counts["programmes"] == {"kept": 11, "changed": 12, "new": 1, "ended": 1, "moved": 1}
    assert programme(comparison, "町内会・自治会会館耐震化事業").kind is ChangeKind.ENDED
    assert programme(comparison, "区役所窓口混雑状況案内事業").kind is ChangeKind.NEW
    moved = programme(comparison, "商店街と連携したまちづくり推進")
    assert moved.kind is ChangeKind.MOVED
    assert (moved.old.parent, moved.new.parent) == ("7-2-1/1", "7-1-2/1")


def test_a_programme_under_a_new_name_is_recognised_by_what_it_says():
    change = programme(compare(old=seed().chapter, new=demo_next().chapter), "総合コンタクトセンター運営事業")
    assert (change.kind, change.renamed) == (ChangeKind.CHANGED, True)
    assert change.old.title == "総合コンタクトセンターの運営"


def test_two_programmes_of_one_name_are_not_mixed_up():
    comparison = compare(old=seed().chapter, new=demo_next().chapter)
    namesakes = [c for c in comparison.programmes if c.old and c.old.title == "区役所サービス向上事業"]
    assert [(c.old.line, c.kind) for c in namesakes] == [(152, ChangeKind.CHANGED), (157, ChangeKind.KEPT)]


def test_a_changed_text_carries_its_word_diff():
    change = programme(compared(("本に親しむ場を", "本に親しむ時間を")), "読書推進事業")
    assert change.kind is ChangeKind.CHANGED
    assert [(field.field, field.diff) for field in change.fields] == [
        (
            "description",
            (("same", "本に親しむ"), ("removed", "場"), ("added", "時間"), ("same", "をつくります。")),
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("●検討\t", "●準備\t", "past"),
        ("開設(2015年度完了)", "開設(2016年度完了)", "planned"),
        ("読書推進事業(各区)", "読書推進事業", "each_ward"),
        ("●運営\t事業推進", "●運営\t", "later"),
    ],
)
def test_each_column_of_a_programme_is_compared(old, new, field):
    changed = [change for change in compared((old, new)).programmes if change.kind is ChangeKind.CHANGED]
    assert [[found.field for found in change.fields] for change in changed] == [[field]]


def test_a_programme_that_is_listed_again_has_changed():
    row = "読書推進事業(各区)（再掲） 本に親しむ場をつくります。\t●実施\t●実施\t事業推進\n"
    comparison = compare(old=small(), new=read_chapter(SMALL + row).chapter)
    change = programme(comparison, "読書推進事業")
    assert [(found.field, found.new) for found in change.fields] == [("relisted", "Ⅲ-1-(1)②")]


def test_a_new_and_an_ended_programme_are_not_taken_for_one():
    comparison = compared(
        (
            "寺子屋事業 地域で子どもの学びを支えます。\t●検討\t●開設",
            "緑化推進事業 公園に花を植えます。\t●調査\t●植樹",
        )
    )
    assert programme(comparison, "寺子屋事業").kind is ChangeKind.ENDED
    assert programme(comparison, "緑化推進事業").kind is ChangeKind.NEW


def test_an_effort_that_keeps_its_title_in_another_measure_has_moved_with_its_programmes():
    comparison = compared(("主な取組② 居場所", "【基本施策 Ⅲ-2-(1)】新しい施策\n\n主な取組① 居場所"))
    effort = next(change for change in comparison.efforts if change.old.title == "居場所づくり")
    assert effort.kind is ChangeKind.MOVED
    assert [found.field for found in effort.fields] == ["mark"]
    assert programme(comparison, "こども文化センター運営").kind is ChangeKind.KEPT
    assert comparison.counts["measures"]["new"] == 1


def test_a_measure_with_another_code_has_moved_and_takes_its_efforts_along():
    comparison = compared(("Ⅲ-1-(1)", "Ⅲ-2-(1)"))
    assert comparison.counts["measures"]["moved"] == 1
    assert comparison.counts["efforts"]["kept"] == 2
    assert comparison.counts["programmes"]["kept"] == 3


def test_an_effort_with_another_number_in_its_measure_has_changed():
    comparison = compared(("主な取組② 居場所", "主な取組③ 居場所"))
    assert comparison.counts["efforts"] == {"kept": 1, "changed": 1, "new": 0, "ended": 0, "moved": 0}


def test_a_statement_found_word_for_word_elsewhere_has_moved():
    comparison = compared(
        ("- 学びの場が足りません。\n", "- 先生が足りません。\n"),
        ("- 居場所が足りません。\n", "- 学びの場が足りません。\n"),
    )
    change = next(c for c in comparison.statements if c.old and c.old.title == "学びの場が足りません。")
    assert (change.kind, change.new.parent) == (ChangeKind.MOVED, "3-1-1/2")


def test_a_statement_in_new_words_has_changed_but_has_no_name_to_lose():
    comparison = compared(("学びの場を増やします。", "学びの場を大きく増やします。"))
    change = next(c for c in comparison.statements if c.kind is ChangeKind.CHANGED)
    assert change.fields[0].diff == (
        ("same", "学びの場を"),
        ("added", "大きく"),
        ("same", "増やします。"),
    )
    assert not change.renamed


def test_the_years_of_both_editions_are_named():
    comparison = compare(old=seed().chapter, new=demo_next().chapter)
    assert (comparison.old_period, comparison.new_period) == ("2011～2013", "2014～2016")


@settings(max_examples=30, deadline=None)
@given(chapters(), chapters(), shapes)
def test_every_part_of_both_editions_has_exactly_one_fate(one: MadeChapter, other: MadeChapter, shape: Shape):
    old, new = (read_chapter(printed(made, shape)).chapter for made in (one, other))
    comparison = compare(old=old, new=new)
    assert comparison == compare(old=old, new=new)
    for part in PARTS:
        changes = getattr(comparison, part)
        before = [change.old.place for change in changes if change.old]
        after = [change.new.place for change in changes if change.new]
        assert len(before) == len(set(before)) == size(old, part)
        assert len(after) == len(set(after)) == size(new, part)


def size(chapter: Chapter, part: str) -> int:
    if part == "statements":
        return sum(len(effort.issues) + len(effort.approaches) for _, effort in chapter.efforts())
    return chapter.counts[part]
