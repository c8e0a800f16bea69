"""A plan chapter of any size in the printed plan's layout, with the demo's story for every programme."""

from pathlib import Path

NUMERAL = "Ⅶ"
EFFORTS = "①②③"
PER_EFFORT = 10
MEASURES_PER_DIRECTION = 6
PERIOD = "計画期間(2011～2013年度)"
HEADER = f"事業名\tこれまで\t{PERIOD}の具体的な取組\t2014年度以降"


def write_plan(folder: Path, programmes: int) -> Path:
    """Put a chapter of so many programmes and its story in place of the city's own."""
    chapter = folder / "plans/measured.txt"
    chapter.write_text(chapter_of(programmes), encoding="utf-8")
    story = folder / "demo/plans.toml"
    story.write_text(story_of(story.read_text(encoding="utf-8"), programmes), encoding="utf-8")
    return chapter


def name_of(number: int) -> str:
    return f"計測用第{number}事業"


def chapter_of(programmes: int) -> str:
    lines = [f"基本政策 {NUMERAL} 計測のための章"]
    numbers = iter(range(1, programmes + 1))
    for place in range(programmes // (PER_EFFORT * len(EFFORTS))):
        direction, number = divmod(place, MEASURES_PER_DIRECTION)
        lines.append(f"【基本施策 {NUMERAL}-{direction + 1}-({number + 1})】計測用の施策その{place + 1}")
        for mark in EFFORTS:
            lines += effort(mark, [next(numbers) for _ in range(PER_EFFORT)])
    return "\n\n".join(lines) + "\n"


def effort(mark: str, numbers: list[int]) -> list[str]:
    return [
        f"主な取組{mark} 計測用の取組（第{numbers[0]}事業から）",
        "■現状と課題",
        "- 地域の課題が多様になり、市民と行政が力を合わせて解決するしくみが求められています。",
        f"■{PERIOD}の取組",
        "- 市民の参加と協働によるまちづくりを進め、区役所の機能を強化します。",
        "■主な事業",
        "\n".join([HEADER, *map(row, numbers)]),
    ]


def row(number: int) -> str:
    about = f"市民と行政が協働して地域の課題を解決するため、第{number}地区の取組を支援します。"
    past = "●しくみの検討●関係する団体との調整"
    planned = f"●第{number}地区での実施●効果の検証と改善●成果の公表"
    return f"{name_of(number)} {about}\t{past}\t{planned}\t事業推進"


def story_of(story: str, programmes: int) -> str:
    """The demo's story with its parts dealt out again and again under the made names."""
    head, *parts = story.split("[[programmes]]")
    head = head.split("[[outside]]")[0].replace("chapter7_2011-2013.txt", "measured.txt")
    # A key of the top level stands before the first table.
    top, *tables = head.split("[[rounds]]")
    dealt = (part_of(parts[number % len(parts)], number + 1) for number in range(programmes))
    # One published round and one open one: every programme has a grade, and the load stays in minutes.
    return "[[rounds]]".join([f"{top}outside = []\n\n", *tables[:2]]) + "".join(dealt)


def part_of(part: str, number: int) -> str:
    lines = [line for line in part.splitlines() if not line.startswith(("name =", "each_ward ="))]
    return "\n".join(["[[programmes]]", f'name = "{name_of(number)}"', "each_ward = false", *lines, "", ""])
