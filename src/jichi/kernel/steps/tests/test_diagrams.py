"""A table draws itself: for a README, and for a page under a strict content policy."""

from itertools import combinations, pairwise
from xml.etree import ElementTree

from hypothesis import given

from jichi.kernel.steps import StepTable
from jichi.kernel.steps.layout import BOX_HEIGHT, Box, Point, lay_out

from .tables import PETITION, sound_tables

SVG = "{http://www.w3.org/2000/svg}"


def test_a_readme_gets_a_state_diagram() -> None:
    lines = PETITION.as_mermaid().splitlines()
    assert lines[:2] == ["stateDiagram-v2", '    state "Applied for" as applied']
    assert "    [*] --> applied" in lines
    assert "    applied --> signing: Open for signing" in lines
    assert "    signing --> withdrawn: withdraw" in lines
    assert [line for line in lines if line.endswith("--> [*]")] == [
        "    certified --> [*]",
        "    refused --> [*]",
        "    withdrawn --> [*]",
    ]


def test_the_diagram_comes_in_japanese_too() -> None:
    assert '    state "申請" as applied' in PETITION.as_mermaid(language="ja")
    assert "    signing --> withdrawn: 「取下げ」へ進む" in PETITION.as_mermaid(language="ja")


def test_the_picture_says_in_words_what_it_shows() -> None:
    picture = ElementTree.fromstring(PETITION.as_svg())
    title, desc = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert desc.text is not None
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert desc.text.startswith("1．「申請」から「署名収集中」：署名の収集を認める。2．")


def test_the_list_below_gives_each_number_its_move_and_provision() -> None:
    picture = ElementTree.fromstring(PETITION.as_svg(language="en"))
    legend = [text.text for text in picture.iter(f"{SVG}text") if text.get("class") == "step-diagram-legend"]
    assert legend[0] == "1  Open for signing（条例 第6条）"
    assert legend[2] == "3  Hand in the books"
    assert len(legend) == len(PETITION.moves)


def test_final_steps_look_final() -> None:
    picture = ElementTree.fromstring(PETITION.as_svg())
    assert sum(box.get("class") == "step-diagram-box is-final" for box in picture.iter(f"{SVG}rect")) == 3


@given(table=sound_tables())
def test_any_table_draws_every_step_and_move_without_inline_style(table: StepTable) -> None:
    picture = ElementTree.fromstring(table.as_svg())
    assert len(list(picture.iter(f"{SVG}rect"))) == len(table.steps)
    assert len(list(picture.iter(f"{SVG}circle"))) == len(table.moves)
    assert not [part for part in picture.iter() if part.tag == f"{SVG}style" or "style" in part.attrib]


@given(table=sound_tables())
def test_boxes_lie_apart_and_no_arrow_crosses_one(table: StepTable) -> None:
    picture = lay_out([(step.code, step.name) for step in table.steps], table.moves)
    assert not [pair for pair in combinations(picture.boxes, 2) if overlap(*pair)]
    lines = [line for arrow in picture.arrows for line in pairwise(arrow.points)]
    assert not [(line, box) for line in lines for box in picture.boxes if crosses(line, box)]
    points = [point for arrow in picture.arrows for point in (*arrow.points, arrow.number_at)]
    assert all(0 <= x <= picture.width and 0 <= y <= picture.height for x, y in points)


def overlap(one: Box, other: Box) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not beside and abs(one.y - other.y) < BOX_HEIGHT


def crosses(line: tuple[Point, Point], box: Box) -> bool:
    """Sampled along the line, strictly inside the box: arrows touch its edge where they begin and end."""
    (x1, y1), (x2, y2) = line
    samples = ((x1 + (x2 - x1) * at / 50, y1 + (y2 - y1) * at / 50) for at in range(51))
    return any(box.x < x < box.x + box.width and box.y + 0.5 < y < box.bottom - 0.5 for x, y in samples)
