"""The groups of the desk."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jichi.kernel.subsystem import WorkItem
from jichi.kernel.web.rail import Rail, rail_of
from jichi.surfaces.desk.work import work_by_day

TODAY = date(2012, 7, 9)


def item(days: int | None, *, is_approval: bool = False) -> WorkItem:
    due = None if days is None else TODAY + timedelta(days=days)
    return WorkItem(title="仕事", url="/", what_next="", due=due, is_approval=is_approval)


@pytest.mark.parametrize(
    ("days", "is_approval", "group"),
    [
        (-1, False, "overdue"),
        (-1, True, "overdue"),
        (0, False, "due_today"),
        (0, True, "due_today"),
        (1, False, "waiting"),
        (1, True, "approvals"),
        (None, False, "waiting"),
        (None, True, "approvals"),
    ],
)
def test_each_item_stands_where_it_is_most_pressing(days: int | None, is_approval: bool, group: str) -> None:
    only = item(days, is_approval=is_approval)
    work = work_by_day([only], on=TODAY)
    groups = {name: getattr(work, name) for name in ("overdue", "due_today", "approvals", "waiting")}
    assert {name for name, items in groups.items() if items} == {group}
    assert not work.is_empty


def test_a_group_keeps_the_order_in_which_it_was_given() -> None:
    first, second = item(-3), item(-1)
    assert work_by_day([first, second], on=TODAY).overdue == [first, second]


@pytest.mark.parametrize("days", [-1, 0, 1, None])
def test_what_others_owe_stands_apart_whenever_it_is_due(days: int | None) -> None:
    of_others = replace(item(days), is_own=False)
    work = work_by_day([of_others], on=TODAY)
    assert work.of_section == [of_others]
    assert work.is_empty


def test_the_counts_are_of_own_work_only() -> None:
    items = [item(-1), replace(item(-1), is_own=False), replace(item(0), is_own=False)]
    assert rail_of(items, on=TODAY) == Rail(overdue=1, due_today=0, waiting=1)
