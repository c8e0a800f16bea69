"""Who is on the roll of a day, and which small numbers of towns are never published."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from random import Random

import pytest
from tests.town import Town

from jichi.domains.residents.interface import ages_by_town, count_on, roll_at
from jichi.domains.residents.rules.population import group_names, latest_births
from jichi.domains.residents.rules.small_cells import hidden_cells
from jichi.domains.residents.rules.words import Standing

from .small_register import LONG_AGO, moved, resident

DAY = date(2014, 5, 12)
Table = dict[tuple[str, str], int]


@pytest.mark.django_db
def test_the_roll_of_a_day_has_who_was_on_the_register_that_day(town: Town) -> None:
    stays = resident(town, "見本　花子")
    gone = resident(town, "見本　太郎")
    moved(gone, town.ward, {"standing": Standing.REMOVED}, kind="died", on=date(2012, 1, 1))
    assert [row.number for row in roll_at(DAY)] == [stays.number]
    assert {row.number for row in roll_at(date(2011, 12, 31))} == {stays.number, gone.number}
    assert list(roll_at(LONG_AGO - timedelta(days=1))) == []
    assert count_on(DAY) == {town.ward.code: 1}


@pytest.mark.django_db
def test_the_roll_tells_age_and_since_when_somebody_is_a_resident(town: Town) -> None:
    resident(town, birth=date(1996, 5, 13))
    row = next(roll_at(DAY))
    # Of age with the end of the day before the birthday.
    assert (row.age, row.resident_since, row.is_foreign, row.is_protected) == (18, LONG_AGO, False, False)
    assert list(roll_at(DAY, born_until=date(1996, 5, 12))) == []


@pytest.mark.django_db
def test_a_small_town_gives_no_number_away(town: Town) -> None:
    for _ in range(3):
        resident(town)
    told = list(ages_by_town(DAY))
    assert told
    assert all(row.people is None for row in told if row.group == "30-34")
    assert len({row.group for row in told}) == len(group_names()) == len(latest_births(DAY)) + 1


def given_away(table: Table, hidden: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The hidden cells that sums of rows and columns and the shown cells settle: by solving the equations."""
    unknown = sorted(hidden)
    lines: list[list[Fraction]] = []
    for axis in (0, 1):
        for name in {cell[axis] for cell in unknown}:
            lines.append([Fraction(cell[axis] == name) for cell in unknown])
    reduced = reduce(lines)
    return {
        unknown[at]
        for line in reduced
        for at in [next((n for n, value in enumerate(line) if value), None)]
        if at is not None and sum(map(bool, line)) == 1
    }


def reduce(lines: list[list[Fraction]]) -> list[list[Fraction]]:
    done: list[list[Fraction]] = []
    rest = lines
    for column in range(len(lines[0]) if lines else 0):
        pivot = next((line for line in rest if line[column]), None)
        if pivot is None:
            continue
        rest = [line for line in rest if line is not pivot]
        pivot = [value / pivot[column] for value in pivot]
        rest = [[a - line[column] * b for a, b in zip(line, pivot, strict=True)] for line in rest]
        done = [[a - line[column] * b for a, b in zip(line, pivot, strict=True)] for line in done]
        done.append(pivot)
    return done


@pytest.mark.parametrize("seed", range(60))
def test_no_hidden_number_can_be_reckoned_from_the_sums(seed: int) -> None:
    by = Random(seed)
    rows, columns = by.randint(2, 6), by.randint(2, 7)
    table = {
        (f"r{r}", f"c{c}"): by.choice((0, 3, 12, 40, 80)) for r, c in product(range(rows), range(columns))
    }
    hidden = hidden_cells(table, threshold=10)
    assert {cell for cell, count in table.items() if 0 < count < 10} <= hidden
    if len(hidden) < len(table):
        assert given_away(table, hidden) == set()


def test_a_table_without_small_numbers_is_shown_whole() -> None:
    assert hidden_cells({("a", "x"): 10, ("a", "y"): 0, ("b", "x"): 12}, threshold=10) == set()


def test_one_row_alone_hides_everything_rather_than_give_its_small_number_away() -> None:
    assert hidden_cells({("a", "x"): 3, ("a", "y"): 30}, threshold=10) == {("a", "x"), ("a", "y")}
