from dataclasses import dataclass
from typing import Any

import pytest
from django import forms
from django.http import QueryDict
from django.test import RequestFactory
from django.utils.html import format_html
from pytest_django import DjangoAssertNumQueries

from jichi.kernel.places.models import Ward
from jichi.kernel.web.pages import page_links
from jichi.kernel.web.table import Column, FilterForm, ShownTable, Table, csv_of, show_table


@dataclass(frozen=True, kw_only=True)
class Hall:
    name: str
    built: int | None


HALLS = [Hall(name=f"会館{n:03}", built=1950 + n if n % 10 else None) for n in range(120)]


class BuiltBefore(FilterForm):
    year = forms.IntegerField(required=False)

    def narrow(self, rows: Any) -> Any:
        year = self.cleaned_data["year"]
        return [hall for hall in rows if year is None or (hall.built or 9999) < year]


COLUMNS = [
    Column(key="name", label="名前", sort="name", heading=True, link=lambda hall: f"/halls/{hall.name}"),
    Column(key="built", label="建てた年", sort="built", numeric=True),
    Column(key="mark", label="印", cell=lambda hall: format_html("<b>{}</b>", hall.name)),
]


def halls(**changes: Any) -> Table:
    return Table(**{"what": "会館", "rows": HALLS, "columns": COLUMNS, "filters": BuiltBefore, **changes})


def shown(query: str = "", **changes: Any) -> ShownTable:
    return ShownTable(halls(**changes), QueryDict(query))


def names(table: ShownTable) -> list[str]:
    return [row[0].text for row in table.rows]


def test_fifty_rows_make_a_page() -> None:
    assert len(shown().rows) == 50
    assert len(shown("page=3").rows) == 20


@pytest.mark.parametrize(
    ("asked", "given"), [("0", 1), ("-1", 1), ("four", 1), ("3", 3), ("99", 3), ("²", 1)]
)
def test_a_page_that_does_not_exist_becomes_the_nearest(asked: str, given: int) -> None:
    assert shown(f"page={asked}").number == given


def test_the_caption_says_what_and_how_many_in_one_sentence() -> None:
    assert shown().caption == "会館は120件あり、1から50までを表示しています。"
    assert shown("year=1955").caption == "会館は4件あります。"


def test_rows_sort_by_a_column_both_ways_and_nothing_comes_before_something() -> None:
    assert names(shown("sort=-name"))[0] == "会館119"
    assert names(shown("sort=built"))[0] == "会館000"


@pytest.mark.parametrize("sort", ["mark", "-mark", "built__secret", "-", ""])
def test_a_column_that_does_not_sort_cannot_be_asked_to(sort: str) -> None:
    assert names(shown(f"sort={sort}"))[0] == "会館000"


def test_the_head_of_the_sorted_column_says_so_and_turns_round() -> None:
    up, down = shown("sort=name&page=2").heads[0], shown("sort=-name").heads[0]
    assert (up.aria_sort, up.sort_url) == ("ascending", "?sort=-name")
    assert (down.aria_sort, down.sort_url) == ("descending", "?sort=name")
    assert shown().heads[0].aria_sort == ""


def test_filters_stay_while_sorting_and_turning_pages() -> None:
    table = shown("year=2030&page=2")
    assert table.heads[0].sort_url == "?year=2030&sort=name"
    assert table.pages[0].url == "?year=2030&page=1"


def test_a_wrong_filter_value_narrows_nothing_and_is_told_to_the_person() -> None:
    table = shown("year=old")
    assert table.total == 120
    assert table.filter_form is not None
    assert "year" in table.filter_form.errors


def test_a_missing_value_is_shown_as_a_dash_and_a_number_in_thousands() -> None:
    assert shown().rows[0][1].text == "－"
    assert ShownTable(halls(rows=[Hall(name="a", built=12345)]), QueryDict()).rows[0][1].text == "12,345"


def test_the_csv_holds_all_rows_that_were_found_and_no_markup() -> None:
    lines = b"".join(csv_of(halls(), QueryDict("year=1955&page=2&sort=-name"))).decode().splitlines()
    assert len(lines) == 1 + 4
    assert lines[1] == "会館004,1954,会館004"


@pytest.mark.django_db
def test_a_page_of_a_queryset_costs_two_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    columns = [Column(key="name", label="区", sort="name")]
    table = ShownTable(Table(what="区", rows=Ward.objects.all(), columns=columns), QueryDict("sort=-name"))
    with django_assert_num_queries(2):
        _ = table.rows, table.caption, table.pages, table.heads


def test_the_list_is_drawn_as_a_table_with_labelled_cells(rf: RequestFactory) -> None:
    html = show_table(rf.get("/", {"sort": "name"}), halls(), "kit/table.html").content.decode()  # type: ignore[union-attr]
    assert "<caption>会館は120件あり、1から50までを表示しています。</caption>" in html
    assert '<td data-label="建てた年" class="numeric">' in html
    assert '<th scope="row"><a href="/halls/会館000">会館000</a></th>' in html
    assert 'aria-sort="ascending"' in html


def test_a_number_that_names_its_row_stays_on_one_line(rf: RequestFactory) -> None:
    columns = [Column(key="name", label="番号", heading=True, whole=True)]
    html = show_table(rf.get("/"), halls(columns=columns), "kit/table.html").content.decode()  # type: ignore[union-attr]
    assert '<th scope="row" class="whole">会館000</th>' in html


def test_nothing_found_says_so_and_how_to_find_more(rf: RequestFactory) -> None:
    html = show_table(rf.get("/", {"year": "1"}), halls(), "kit/table.html").content.decode()  # type: ignore[union-attr]
    assert "条件に合うものがありません" in html
    assert "<table" not in html


def test_page_numbers_leave_out_the_middle() -> None:
    row = page_links(number=10, last=40, url=lambda page: f"?{page}")
    assert [page.label for page in row] == ["1", "…", "8", "9", "10", "11", "12", "…", "40"]
    assert [page.label for page in row if page.is_current] == ["10"]
    assert [page.label for page in page_links(number=1, last=3, url=str)] == ["1", "2", "3"]
