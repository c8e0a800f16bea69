"""Any chapter in the form is read back as it was meant, in every shape; nothing else than damage is raised."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jichi.domains.plans.rules.chapter import Chapter, Effort
from jichi.domains.plans.rules.damage import DamagedChapter
from jichi.domains.plans.rules.reading import Reading, read_chapter

from .chapter_writer import (
    MadeChapter,
    MadeEffort,
    MadeMeasure,
    MadeRow,
    Shape,
    chapters,
    printed,
    shapes,
)
from .seed import seed, seed_text


@settings(max_examples=150, deadline=None)
@given(chapters(), shapes)
def test_a_printed_chapter_is_read_back(made: MadeChapter, shape: Shape):
    reading = read_chapter(printed(made, shape))
    assert as_made(reading.chapter) == made
    assert reading.accounting.unaccounted == 0
    assert reading.left_out == ()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_chapter_without_one_of_its_lines_is_read_whole_or_refused(data):
    lines = seed_text().split("\n")
    gone = data.draw(st.integers(0, len(lines) - 1))
    assert_whole_or_refused("\n".join(lines[:gone] + lines[gone + 1 :]))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 13_000))
def test_a_chapter_cut_off_anywhere_is_read_whole_or_refused(end):
    assert_whole_or_refused(seed_text()[:end])


@settings(max_examples=100, deadline=None)
@given(
    st.integers(0, 13_000),
    st.text(alphabet="<>/p●\t\n ■-【】①(各区)再掲\u3000\ufeffa1", min_size=1, max_size=6),
)
def test_a_chapter_with_something_stuck_into_it_is_read_whole_or_refused(at, stuck):
    assert_whole_or_refused(seed_text()[:at] + stuck + seed_text()[at:])


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="基本政策Ⅲ【施】-1()主な取組①■\t\n●<p>年度以降2014～6 ", max_size=80))
def test_noise_is_read_whole_or_refused(text):
    assert_whole_or_refused(text)


def test_a_missing_table_row_is_never_merged_with_another():
    """Cut each row of the real chapter after its first cell: the name must not run into the next row."""
    lines = seed_text().split("\n")
    for number, line in enumerate(lines):
        if "\t" in line and not line.startswith("事業名"):
            cut = "\n".join([*lines[:number], line.split("\t")[0], *lines[number + 1 :]])
            damage = read_or_refuse(cut)
            assert isinstance(damage, DamagedChapter)
            assert damage.line == number + 1


def assert_whole_or_refused(text: str) -> None:
    reading = read_or_refuse(text)
    if isinstance(reading, DamagedChapter):
        assert 1 <= reading.line <= text.count("\n") + 1
        return
    assert reading.accounting.unaccounted == 0
    assert reading.accounting.source == sum(not char.isspace() for char in text)


def read_or_refuse(text: str) -> Reading | DamagedChapter:
    try:
        return read_chapter(text)
    except DamagedChapter as damage:
        return damage


def as_made(chapter: Chapter) -> MadeChapter:
    assert chapter.counts["programmes"] == len(list(chapter.listings()))
    return MadeChapter(
        policy=chapter.policy.number,
        title=chapter.policy.title,
        first_year=chapter.period.first_year,
        last_year=chapter.period.last_year,
        measures=tuple(
            MadeMeasure(
                direction=measure.code.direction,
                number=measure.code.number,
                title=measure.title,
                efforts=tuple(effort_as_made(effort) for effort in measure.efforts),
            )
            for measure in chapter.measures
        ),
    )


def effort_as_made(effort: Effort) -> MadeEffort:
    return MadeEffort(
        title=effort.title,
        issues=tuple(statement.text for statement in effort.issues),
        approaches=tuple(statement.text for statement in effort.approaches),
        rows=tuple(
            MadeRow(
                name=row.name,
                description=row.description,
                each_ward=row.each_ward,
                past=tuple(item.text for item in row.past),
                planned=tuple(item.text for item in row.planned),
                later=tuple(item.text for item in row.later.items),
            )
            for row in effort.listings
        ),
    )


def test_the_chapter_is_long_enough_for_the_cuts_above():
    assert len(seed_text()) > 13_000
    assert seed().accounting.unaccounted == 0
