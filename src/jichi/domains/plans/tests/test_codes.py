"""The numbers of measures, efforts and evaluation sheets."""

import pytest

from jichi.domains.plans.rules.codes import MeasureCode, effort_mark, effort_number, sheet_code


@pytest.mark.parametrize(
    ("direction", "number", "effort", "code"),
    [
        (1, 2, 1, "71201000"),
        (2, 1, 1, "72101000"),
        (2, 1, 2, "72102000"),
        (2, 3, 2, "72302000"),
        (2, 3, 3, "72303000"),
        (2, 4, 1, "72401000"),
        (3, 2, 1, "73201000"),
        (2, 3, 12, "72312000"),
    ],
)
def test_a_sheet_has_the_code_that_the_city_gives_it(direction, number, effort, code):
    assert sheet_code(MeasureCode(policy=7, direction=direction, number=number), effort) == code


@pytest.mark.parametrize(("number", "effort"), [(10, 1), (0, 1), (1, 0), (1, 100)])
def test_a_number_that_does_not_fit_has_no_sheet_code(number, effort):
    with pytest.raises(ValueError, match="no sheet code"):
        sheet_code(MeasureCode(policy=7, direction=1, number=number), effort)


@pytest.mark.parametrize("mark", ["②", "(2)", "（２）", "2", "２"])
def test_an_effort_number_is_read_in_every_writing(mark):
    assert effort_number(mark) == 2


@pytest.mark.parametrize(("number", "mark"), [(1, "①"), (20, "⑳"), (21, "(21)")])
def test_an_effort_number_is_written_in_a_circle_as_long_as_there_are_circles(number, mark):
    assert effort_mark(number) == mark
    assert effort_number(mark) == number


def test_codes_sort_as_they_are_printed():
    codes = [MeasureCode(policy=7, direction=d, number=n) for d, n in ((2, 1), (1, 10), (1, 2))]
    assert [str(code) for code in sorted(codes)] == ["Ⅶ-1-(2)", "Ⅶ-1-(10)", "Ⅶ-2-(1)"]
