import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.web.charts import (
    NARROW,
    WIDE,
    About,
    Bar,
    Chart,
    Group,
    Line,
    grade_bars,
    grouped_bars,
    line_chart,
    lying_bars,
    share_bar,
    sparkline,
    stacked_bars,
    standing_bars,
    svg,
)
from jichi.kernel.web.charts.lines import ticks_for
from jichi.kernel.web.ward_labels import apart, label_for
from jichi.kernel.web.wardmap import WardMap

ABOUT = About(title="声は<増えた>", unit="件", as_of=date(2012, 3, 31))
BARS = [Bar(label="川崎区", value=1200), Bar(label="幸区", value=0), Bar(label="麻生区", value=None)]
GROUPS = [Group(label="2011年度", values=[10, 20]), Group(label="2012年度", values=[12, None])]
CHARTS = [
    lying_bars(about=ABOUT, bars=BARS, head="区"),
    standing_bars(about=ABOUT, bars=BARS, head="区"),
    grade_bars(about=ABOUT, counts={"1": 0, "2": 3}, head="評価"),
    stacked_bars(about=ABOUT, series=["電話", "手紙"], groups=GROUPS, head="年度"),
    grouped_bars(about=ABOUT, series=["電話", "手紙"], groups=GROUPS, head="年度"),
    share_bar(about=ABOUT, parts=[("賛成", 3), ("反対", 1)], head="意見"),
    line_chart(
        about=ABOUT,
        periods=["2011", "2012", "2013"],
        lines=[
            Line(name="目標", values=[80, 82, 84], is_target=True),
            Line(name="実績", values=[76, None, 81]),
        ],
        head="年度",
    ),
]
WARDS: Path = settings.CITY_FOLDER / "places" / "wards.geojson"


@pytest.fixture(params=[WIDE, NARROW])
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def tree(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(re.sub(r' xmlns="[^"]+"', "", markup, count=1))


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_says_its_message_and_its_data_to_those_who_hear_it(chart: Chart, width: int) -> None:
    svg = tree(chart.svg(width=width))
    assert svg.get("role") == "img"
    ids = (svg.get("aria-labelledby") or "").split()
    words = [svg.find(f"*[@id='{one}']") for one in ids]
    assert [one.tag for one in words if one is not None] == ["title", "desc"]
    assert svg.findtext("title") == "声は<増えた>"
    assert "件" in (svg.findtext("desc") or "")


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_keeps_the_strict_content_policy(chart: Chart, width: int) -> None:
    for part in tree(chart.svg(width=width)).iter():
        assert part.tag not in {"style", "script", "foreignObject"}
        assert not [name for name in part.attrib if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("chart", CHARTS)
def test_every_pattern_that_is_used_is_there_and_no_id_stands_twice(chart: Chart, width: int) -> None:
    both = chart.svg(width=WIDE) + chart.svg(width=NARROW)
    ids = re.findall(r' id="([^"]+)"', both)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", both)) <= set(ids)


@pytest.mark.parametrize("chart", CHARTS)
def test_the_table_behind_a_chart_is_complete(chart: Chart) -> None:
    assert all(len(row) == len(chart.heads) for row in chart.rows)


@pytest.mark.parametrize("chart", CHARTS)
def test_nothing_of_a_chart_lies_outside_its_picture(chart: Chart, width: int) -> None:
    svg = tree(chart.svg(width=width))
    for box in [*svg.findall("rect"), *svg.findall(".//g/rect")]:
        assert float(box.get("x", "")) + float(box.get("width", "")) <= width + 0.2


def test_a_grade_that_nobody_gave_keeps_its_place() -> None:
    assert [list(row) for row in CHARTS[2].rows] == [["1", "0"], ["2", "3"]]


def test_a_year_without_a_figure_breaks_the_line_and_is_a_dash_in_the_table() -> None:
    paths = [
        one.get("d", "") for one in tree(CHARTS[6].svg()).findall("path") if "line-1" in one.get("class", "")
    ]
    assert len(paths) == 2
    assert list(CHARTS[6].rows[1]) == ["2012", "82", "－"]


def test_a_negative_number_is_refused_rather_than_drawn_as_nothing() -> None:
    with pytest.raises(ValueError, match="negative"):
        lying_bars(about=ABOUT, bars=[Bar(label="a", value=-1)], head="区").svg()


def test_a_seventh_series_is_refused_rather_than_drawn_like_the_first() -> None:
    chart = stacked_bars(
        about=ABOUT, series=list("abcdefg"), groups=[Group(label="x", values=[1] * 7)], head="年度"
    )
    with pytest.raises(ValueError, match="at most 6"):
        chart.svg()


def test_the_same_data_draw_the_same_bytes() -> None:
    assert lying_bars(about=ABOUT, bars=BARS, head="区").svg() == CHARTS[0].svg()


def test_a_sparkline_says_itself_in_words() -> None:
    assert tree(sparkline([1, 3, 2], label="3年の件数 1、3、2")).get("aria-label") == "3年の件数 1、3、2"
    assert tree(sparkline([], label="なし")).get("role") == "img"


@given(st.lists(st.integers(-(10**9), 10**9) | st.fractions(0, 1), min_size=1, max_size=20))
def test_the_scale_encloses_every_value_in_few_steps(values: Sequence[int]) -> None:
    ticks = ticks_for(values)
    assert ticks[0] <= min(map(float, values)) + 1e-6
    assert ticks[-1] >= max(map(float, values)) - 1e-6
    assert 2 <= len(ticks) <= 8


def ward_map(values: dict[str, int | None]) -> WardMap:
    return WardMap(about=ABOUT, outlines=WARDS, url=lambda code: f"/wards/{code}", values=values, head="件数")


def test_each_ward_is_a_link_with_its_name_and_value(width: int) -> None:
    links = [
        a for a in tree(ward_map({"14131": 1300}).svg(width=width)).findall("a") if not a.get("aria-hidden")
    ]
    assert len(links) == 7
    assert (links[0].get("href"), links[0].get("aria-label")) == ("/wards/14131", "川崎区 1,300件")
    assert links[1].get("aria-label") == "幸区"


def test_the_map_needs_no_values_to_be_a_way_to_the_wards() -> None:
    assert ward_map({}).legend == []
    assert "ward-hatch-680-1)" not in ward_map({}).svg()


@pytest.mark.parametrize(
    ("values", "steps"),
    [
        ([7], [5]),
        ([1, 2], [3, 5]),
        ([0, 10, 20, 30, 40, 50, 100], [1, 1, 1, 2, 2, 3, 5]),
        ([1, None, 1], [5, 0, 5]),
    ],
)
def test_shades_grow_with_the_value_in_at_most_five_steps(values: list[int | None], steps: list[int]) -> None:
    codes = [f"1413{n}" for n in range(1, 8)]
    shown = ward_map(dict(zip(codes, values, strict=False)))
    assert [shown.step_of(code) for code, _ in zip(codes, values, strict=False)] == steps


def test_no_name_covers_another_on_the_map(width: int) -> None:
    places = [(20.0, 20.0), (22.0, 24.0), (30.0, 22.0), (200.0, 200.0)]
    placed = apart([label_for(["川崎区"], at) for at in places], width=width, height=260)
    for index, a in enumerate(placed):
        for b in placed[index + 1 :]:
            assert abs(a.x - b.x) >= (a.width + b.width) / 2 or abs(a.y - b.y) >= (a.height + b.height) / 2


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("1 Far above the goal", ["1 Far above", "the goal"]),
        ("1 目標を大きく上回る", ["1 目標を大き", "く上回る"]),
    ],
)
def test_a_label_is_cut_between_japanese_signs_and_never_inside_an_english_word(
    words: str, lines: list[str]
) -> None:
    assert svg.wrapped(words, width=100, size=15) == lines
