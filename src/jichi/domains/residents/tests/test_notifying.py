"""The fourteen days: the day of the movement is not counted, and a closed last day moves to the next open one."""

from datetime import date, timedelta

import pytest
from tests.town import Town

from jichi.domains.residents.actions.moves.order import Order
from jichi.domains.residents.actions.moves.refusals import BeforeItHappened, DayToCome, LateWithoutReason
from jichi.domains.residents.models import Movement
from jichi.domains.residents.queries.limits import due_of, foreigners_are_on_register
from jichi.domains.residents.rules.notifying import FOREIGN_BASIS, LIMITS
from jichi.kernel.calendar import Rule

from .families import FAMILY, address, clerk, enter, intake, newcomer


@pytest.mark.parametrize(
    ("happened_on", "last_day", "why"),
    [
        (date(2012, 10, 1), date(2012, 10, 15), "a Monday, two weeks later"),
        (date(2012, 9, 28), date(2012, 10, 12), "a Friday"),
        (date(2012, 9, 29), date(2012, 10, 15), "the last day is a Saturday"),
        (date(2012, 9, 30), date(2012, 10, 15), "the last day is a Sunday"),
        (date(2012, 9, 24), date(2012, 10, 9), "the last day is a holiday on a Monday"),
        (
            date(2012, 12, 15),
            date(2013, 1, 4),
            "the last day is the first of the closed days of the year's end",
        ),
        (date(2012, 12, 14), date(2012, 12, 28), "the last open day of the year"),
        (date(2012, 12, 20), date(2013, 1, 4), "the last day is the third of January"),
        (date(2012, 12, 21), date(2013, 1, 4), "the first open day of the year"),
        (date(2012, 4, 20), date(2012, 5, 7), "the holidays of May, and a weekend after them"),
    ],
)
def test_the_last_day_to_notify_a_move(happened_on: date, last_day: date, why: str) -> None:
    for kind in ("moved_in", "moved", "household_split"):
        due = due_of(kind, happened_on=happened_on, notified_on=last_day)
        assert due is not None
        assert due.day == last_day, why


def test_how_it_was_counted_is_told() -> None:
    due = due_of("moved", happened_on=date(2012, 9, 29), notified_on=date(2012, 10, 1))
    assert due is not None
    codes = [step.rule_code for step in due.reckoning.steps]
    assert codes[:3] == [Rule.EVENT, Rule.FIRST_DAY_NOT_COUNTED, Rule.LAST_OF_THE_DAYS]
    assert codes[-1] == Rule.ROLLED_FORWARD
    assert due.basis == "住民基本台帳法第23条"


def test_where_nobody_knows_the_law_of_that_day_there_is_no_last_day() -> None:
    assert due_of("moved", happened_on=date(2005, 1, 1), notified_on=date(2005, 1, 5)) is None


@pytest.mark.parametrize("kind", ["moving_out", "born", "died", "amended"])
def test_what_has_no_days_to_count_has_no_last_day(kind: str) -> None:
    assert kind not in LIMITS
    assert due_of(kind, happened_on=date(2012, 10, 1), notified_on=date(2012, 10, 1)) is None


def test_foreign_residents_notify_by_their_own_provision() -> None:
    for kind, basis in FOREIGN_BASIS.items():
        due = due_of(kind, happened_on=date(2012, 10, 1), notified_on=date(2012, 10, 1), all_foreign=True)
        assert due is not None
        assert due.basis == basis


@pytest.mark.parametrize(("day", "there"), [(date(2012, 7, 8), False), (date(2012, 7, 9), True)])
def test_foreign_residents_are_on_the_register_from_the_ninth_of_july(day: date, there: bool) -> None:
    assert foreigners_are_on_register(day) is there


HAPPENED = date(2012, 10, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "is_late"), [(0, False), (13, False), (14, False), (15, True)])
def test_from_the_fifteenth_day_on_a_reason_is_needed(town: Town, days: int, is_late: bool) -> None:
    actor = clerk(town)
    order = Order(seats=(newcomer(*FAMILY[0]),), address=address(town.ward))
    told = intake(town.ward, "moved_in", HAPPENED, days=days)
    if is_late:
        with pytest.raises(
            LateWithoutReason, match=r"2012年10月15日でした（住民基本台帳法第22条）"
        ) as refusal:
            enter(actor, told, order)
        assert "late_reason" in refusal.value.fields
        told = intake(town.ward, "moved_in", HAPPENED, days=days, late_reason="入院していたため")
    enter(actor, told, order)
    movement = Movement.objects.get()
    assert (movement.due_on, movement.late_reason) == (
        date(2012, 10, 15),
        "入院していたため" if is_late else "",
    )


@pytest.mark.django_db
def test_a_movement_happens_and_is_told_before_today_and_in_this_order(town: Town) -> None:
    actor = clerk(town)
    order = Order(seats=(newcomer(*FAMILY[0]),), address=address(town.ward))
    with pytest.raises(DayToCome):
        enter(actor, intake(town.ward, "moved_in", HAPPENED), order, on=HAPPENED - timedelta(days=1))
    with pytest.raises(BeforeItHappened):
        enter(actor, intake(town.ward, "moved_in", HAPPENED, days=-1), order)
