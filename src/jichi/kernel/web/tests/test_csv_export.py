import csv
import io
from datetime import date

import pytest

from jichi.kernel.web.csv_export import csv_lines, safe_cell


def read(*rows: list[object]) -> list[list[str]]:
    text = "".join(csv_lines(heads=["名前", "値"], rows=rows))
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_file_starts_with_the_mark_by_which_excel_knows_utf_8() -> None:
    assert next(csv_lines(heads=["名前"], rows=[])) == "\ufeff名前\r\n"


def test_headings_lose_the_notation_of_readings() -> None:
    assert next(csv_lines(heads=["取組《とりくみ》"], rows=[])) == "\ufeff取組\r\n"


def test_commas_quotes_and_line_breaks_come_back_as_written() -> None:
    assert read(['「a, "b"」\nc', 1])[1] == ['「a, "b"」\nc', "1"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_text_that_a_spreadsheet_would_run_is_made_text(start: str) -> None:
    assert safe_cell(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize(
    ("value", "written"), [(-5, -5), (0, 0), (None, ""), (True, "1"), (date(2012, 7, 9), "2012-07-09")]
)
def test_numbers_and_days_stay_what_they_are(value: object, written: object) -> None:
    assert safe_cell(value) == written


def test_a_dash_inside_a_text_is_left_alone() -> None:
    assert safe_cell("044-200-3939") == "044-200-3939"
