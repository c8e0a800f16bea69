"""Starting, meeting and cancelling a clock."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.town import Town

from jichi.kernel.actions.refusal import LeftNoTrace
from jichi.kernel.calendar import Backwards, Unit
from jichi.kernel.deadlines.clocks import NotOpen, meet
from jichi.kernel.deadlines.models import Deadline, State
from jichi.kernel.deadlines.queries import open_deadline
from jichi.kernel.deadlines.rules.fixed import FixedDay
from jichi.kernel.deadlines.tests.keeping import CLERK, STREAM, answer, asked, withdraw
from jichi.kernel.ledger.models import Event

LAST_DAY = date(2012, 9, 7)


def recorded(type_name: str) -> Event:
    return Event.objects.get(type=type_name, stream__name=STREAM)


def test_a_clock_keeps_its_last_day_and_how_it_was_found(town: Town) -> None:
    deadline = asked(town.section)

    assert (deadline.due_on, deadline.state, deadline.length, deadline.unit) == (
        LAST_DAY,
        State.RUNNING,
        60,
        "day",
    )
    steps = list(deadline.steps.order_by("position").values_list("day", "rule_code", "basis"))
    assert steps == [
        (date(2012, 7, 9), "period.event", "試験条例第5条第1項"),
        (date(2012, 7, 10), "period.first_day_not_counted", "民法第140条"),
        (LAST_DAY, "period.last_of_the_days", "民法第141条"),
    ]


def test_the_start_stands_on_the_stream_of_the_record_with_its_basis(town: Town) -> None:
    deadline = asked(town.section)
    happened = recorded("deadlines.deadline.started")

    assert happened.basis == "試験条例第5条第1項"
    assert happened.public["due_on"] == "2012-09-07"
    assert deadline.started_by.type == "deadlines.test.asked"


def test_a_clock_may_run_backwards_or_to_a_named_day(town: Town) -> None:
    backwards = Backwards(length=7, unit=Unit.DAY, basis="試験規則第2条")
    named = FixedDay(day=date(2012, 5, 31), basis="評価実施要領")

    assert asked(town.section, rule=backwards).due_on == date(2012, 7, 2)
    assert asked(town.section, rule=named, kind="test.other").due_on == date(2012, 5, 31)
    assert Deadline.objects.get(kind="test.other").length is None


def test_one_record_has_one_open_clock_of_a_kind(town: Town) -> None:
    asked(town.section)

    with pytest.raises(IntegrityError), transaction.atomic():
        asked(town.section)


def test_after_a_clock_was_met_another_of_its_kind_may_start(town: Town) -> None:
    answer(actor=CLERK, deadline=asked(town.section), on=LAST_DAY)
    second = asked(town.section)

    assert open_deadline(kind="test.answer", subject="12-0001-9") == second


@pytest.mark.parametrize(("on", "late"), [(LAST_DAY, False), (date(2012, 9, 8), True)])
def test_a_clock_met_on_its_last_day_is_met_in_time(town: Town, on: date, late: bool) -> None:
    deadline = answer(actor=CLERK, deadline=asked(town.section), on=on)

    assert (deadline.state, deadline.closed_on, deadline.was_late) == (State.MET, on, late)
    assert recorded("deadlines.deadline.met").public["on"] == on.isoformat()


def test_a_cancelled_clock_says_why(town: Town) -> None:
    deadline = withdraw(actor=CLERK, deadline=asked(town.section), on=LAST_DAY)

    assert (deadline.state, deadline.cancelled_because) == (State.CANCELLED, "質問が取り下げられました。")
    assert recorded("deadlines.deadline.cancelled").public["because"] == "質問が取り下げられました。"


def test_a_closed_clock_is_not_closed_again(town: Town) -> None:
    deadline = answer(actor=CLERK, deadline=asked(town.section), on=LAST_DAY)

    with pytest.raises(NotOpen):
        withdraw(actor=CLERK, deadline=deadline, on=LAST_DAY)
    assert not Event.objects.filter(type="deadlines.deadline.cancelled").exists()


def test_no_clock_is_touched_outside_an_action(town: Town) -> None:
    deadline = asked(town.section)

    with pytest.raises(LeftNoTrace):
        meet(deadline=deadline, on=LAST_DAY)
    deadline.refresh_from_db()
    assert deadline.state == State.RUNNING


@pytest.mark.parametrize(
    "changes",
    [
        {"state": State.MET},
        {"closed_on": LAST_DAY},
        {"state": State.CANCELLED, "closed_on": LAST_DAY},
        {"basis": ""},
        {"length": None},
    ],
)
def test_the_database_refuses_a_clock_that_makes_no_sense(town: Town, changes: dict[str, object]) -> None:
    asked(town.section)

    with pytest.raises(IntegrityError), transaction.atomic():
        Deadline.objects.update(**changes)
