"""The picture of what led to what."""

import xml.etree.ElementTree as ET

import pytest

from jichi.kernel.web.charts import NARROW, WIDE, Arrow, Box, Flow
from jichi.kernel.web.charts.flow import GAP, lanes_of

BOXES = [
    Box(kind="声", day="2012年2月6日", title="道が暗い & 怖い"),
    Box(kind="声", day="2012年2月7日", title="夜道が見えない", is_here=True, more="ほか997件の声"),
    Box(kind="回答", day="2012年3月1日", title="街灯をつけます" * 20),
]
ARROWS = [Arrow(start=0, end=1, words="まとめ"), Arrow(start=0, end=2, words="回答")]
FLOW = Flow(id="thread-1", title="その後", desc="道が暗い。", boxes=BOXES, arrows=ARROWS)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_picture_is_well_formed_and_says_in_words_what_it_shows(width: int) -> None:
    drawn = ET.fromstring(FLOW.svg(width=width))
    words = "".join(drawn.itertext())
    assert drawn.get("role") == "img"
    for part in ("道が暗い & 怖い", "ほか997件の声", "まとめ", "道が暗い。"):
        assert part in words


def test_a_long_title_ends_in_dots_after_two_lines() -> None:
    words = [part.text or "" for part in ET.fromstring(FLOW.svg(width=NARROW)).iter() if part.text]
    assert sum("街灯を" in each or "つけます" in each for each in words if len(each) < 40) == 2
    assert any(each.endswith("…") for each in words)


def test_arrows_that_overlap_go_through_lanes_of_their_own() -> None:
    crossing = [
        Arrow(start=0, end=3, words="a"),
        Arrow(start=1, end=4, words="b"),
        Arrow(start=4, end=6, words="c"),
    ]
    lanes = lanes_of(crossing)
    assert lanes[crossing[0]] != lanes[crossing[1]]
    assert max(lanes.values()) == 1


def test_the_two_pictures_of_a_page_share_no_names() -> None:
    names = [
        {part.get("id") for part in ET.fromstring(FLOW.svg(width=width)).iter() if part.get("id")}
        for width in (WIDE, NARROW)
    ]
    assert not names[0] & names[1]
    assert GAP > 0
