"""Make up plan chapters and print them in every shape of the form, to be read back."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from jichi.kernel.values.roman import format_roman, roman_letters

WORDS = ("地域", "こども", "の", "支援", "センター", "を", "区役所", "PR", "まち", "づくり", "・", "環境", "「緑」", "3か所", "との", "連携")  # fmt: skip
MARKS = "①②③④⑤"


@dataclass(frozen=True)
class MadeRow:
    """A programme row as it should be read."""

    name: str
    description: str
    each_ward: bool
    past: tuple[str, ...]
    planned: tuple[str, ...]
    later: tuple[str, ...]


@dataclass(frozen=True)
class MadeEffort:
    title: str
    issues: tuple[str, ...]
    approaches: tuple[str, ...]
    rows: tuple[MadeRow, ...]


@dataclass(frozen=True)
class MadeMeasure:
    direction: int
    number: int
    title: str
    efforts: tuple[MadeEffort, ...]


@dataclass(frozen=True)
class MadeChapter:
    policy: int
    title: str
    first_year: int
    last_year: int
    measures: tuple[MadeMeasure, ...]


phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(lambda words: "地" + "".join(words))
sentences = phrases.map(lambda words: words + "を進めます。")
items = st.lists(phrases, min_size=1, max_size=3).map(tuple)


@st.composite
def chapters(draw: st.DrawFn) -> MadeChapter:
    """Whole chapters; programme names are numbered so that no two are one."""
    first_year = draw(st.integers(1993, 2060))
    codes = draw(
        st.lists(st.tuples(st.integers(1, 9), st.integers(1, 12)), min_size=1, max_size=3, unique=True)
    )
    counter = iter(range(1, 1000))
    return MadeChapter(
        policy=draw(st.integers(1, 12)),
        title=draw(phrases),
        first_year=first_year,
        last_year=first_year + draw(st.integers(0, 5)),
        measures=tuple(
            MadeMeasure(
                direction=direction,
                number=number,
                title=draw(phrases),
                efforts=tuple(_effort(draw, counter) for _ in range(draw(st.integers(1, 2)))),
            )
            for direction, number in codes
        ),
    )


def _effort(draw: st.DrawFn, counter) -> MadeEffort:
    return MadeEffort(
        title=draw(phrases),
        issues=tuple(draw(st.lists(sentences, min_size=1, max_size=3))),
        approaches=tuple(draw(st.lists(sentences, min_size=1, max_size=3))),
        rows=tuple(_row(draw, next(counter)) for _ in range(draw(st.integers(1, 3)))),
    )


def _row(draw: st.DrawFn, number: int) -> MadeRow:
    return MadeRow(
        name=f"第{number}{draw(phrases)}事業",
        description=draw(sentences),
        each_ward=draw(st.booleans()),
        past=draw(items),
        planned=draw(items),
        later=draw(st.sampled_from([(), ("事業推進",), ("完成(2040年度)",)])),
    )


@dataclass(frozen=True)
class Shape:
    """One way to print the form."""

    letters: bool
    tilde: str
    bullets: str
    name: str
    items: str
    gap: str
    year_blank: str
    new_header_each_row: bool


shapes = st.builds(
    Shape,
    letters=st.booleans(),
    tilde=st.sampled_from("～~〜"),
    bullets=st.sampled_from(["- ", "・", "-  "]),
    name=st.sampled_from(
        [
            "{n}{f} {d}",
            "{n} {f} {d}",
            "<p>{n}{f} {d}</p>",
            "{n}{f} <small>{d}</small>",
            "{n}{f}<br>{d}",
            "{n}{f}\n{d}",
        ]
    ),
    items=st.sampled_from(
        ["●{}", " ●{} ", "<li>{}</li>", "<p>●{}</p>", "<p class='x'>{}</p>", '<ul style="a: b"> ●{} ']
    ),
    gap=st.sampled_from(["\n\n", "\n", "\n\n\n \n"]),
    year_blank=st.sampled_from(["", " "]),
    new_header_each_row=st.booleans(),
)


def printed(chapter: MadeChapter, shape: Shape) -> str:
    """Print a chapter in one shape of the form."""
    numeral = (roman_letters if shape.letters else format_roman)(chapter.policy)
    lines = [f"基本政策 {numeral} {chapter.title}"]
    for measure in chapter.measures:
        lines.append(f"【基本施策 {numeral}-{measure.direction}-({measure.number})】{measure.title}")
        for mark, effort in zip(MARKS, measure.efforts, strict=False):
            lines += [f"主な取組{mark} {effort.title}", *_sections(chapter, effort, shape)]
    return shape.gap.join(lines) + "\n"


def _sections(chapter: MadeChapter, effort: MadeEffort, shape: Shape) -> list[str]:
    period = f"計画期間({chapter.first_year}{shape.tilde}{chapter.last_year}年度)"
    return [
        "■現状と課題",
        "\n".join(shape.bullets + text for text in effort.issues),
        f"■{period}の取組",
        "\n".join(shape.bullets + text for text in effort.approaches),
        "■主な事業",
        _table(chapter, period, effort, shape),
    ]


def _table(chapter: MadeChapter, period: str, effort: MadeEffort, shape: Shape) -> str:
    header = f"事業名\tこれまで\t{period}の具体的な取組\t{chapter.last_year + 1}{shape.year_blank}年度以降"
    if shape.new_header_each_row:
        return "\n\n".join(f"{header}\n{_printed_row(row, shape)}" for row in effort.rows)
    return "\n".join([header, *(_printed_row(row, shape) for row in effort.rows)])


def _printed_row(row: MadeRow, shape: Shape) -> str:
    flag = "(各区)" if row.each_ward else ""
    name = shape.name.format(n=row.name, f=flag, d=row.description).replace("  ", " ")
    return "\t".join([name, *(_cell(cell, shape) for cell in (row.past, row.planned, row.later))])


def _cell(texts: tuple[str, ...], shape: Shape) -> str:
    return "".join(shape.items.format(text) for text in texts)
