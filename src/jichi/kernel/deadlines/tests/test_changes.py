"""A clock is paused, resumed and extended by actions only, and only where its provision allows it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.town import Town

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import LeftNoTrace, NotAllowed, Refusal
from jichi.kernel.calendar import Backwards, Unit
from jichi.kernel.deadlines.actions.extend_clock import extend_clock
from jichi.kernel.deadlines.actions.mark_missed import mark_missed
from jichi.kernel.deadlines.actions.pause_clock import pause_clock
from jichi.kernel.deadlines.actions.remind_owners import remind_owners
from jichi.kernel.deadlines.actions.resume_clock import resume_clock
from jichi.kernel.deadlines.changes import pause
from jichi.kernel.deadlines.models import Deadline, PauseOfClock, State
from jichi.kernel.deadlines.queries import due_for, just_missed, overdue, to_remind
from jichi.kernel.deadlines.refused import (
    DayOutOfReach,
    NoExtensionAllowed,
    NoPauseAllowed,
    NotPaused,
    NotRunning,
    ReasonNeeded,
    TooLong,
)
from jichi.kernel.deadlines.rules.fixed import FixedDay
from jichi.kernel.deadlines.tests.keeping import CLERK, CORRECTION, STREAM, answer, asked, requested, withdraw
from jichi.kernel.deadlines.work import work_of
from jichi.kernel.ledger.models import Event

A_DAY = timedelta(days=1)
WHY = "請求書のどの文書かがわからないため"
ON_THE_12TH = date(2012, 7, 12)


def july(day: int) -> date:
    return date(2012, 7, day)


@pytest.fixture
def staff(town: Town) -> Actor:
    return town.actor(town.staff(Role.SECTION_STAFF, section=town.section))


@pytest.fixture
def chief(town: Town) -> Actor:
    return town.actor(town.staff(Role.SECTION_CHIEF, section=town.section))


@pytest.fixture
def deadline(town: Town) -> Deadline:
    return requested(town.section)


def paused(deadline: Deadline, staff: Actor, on: date = ON_THE_12TH) -> Deadline:
    return pause_clock(actor=staff, deadline=deadline, on=on, because=WHY)


def last(type_name: str) -> Event:
    return Event.objects.filter(type=f"deadlines.deadline.{type_name}", stream__name=STREAM).latest("pk")


def codes(deadline: Deadline) -> list[str]:
    return list(deadline.steps.order_by("position").values_list("rule_code", flat=True))


def test_a_paused_clock_is_on_record_with_its_provision_and_its_reason_can_be_erased(
    deadline: Deadline, staff: Actor
) -> None:
    stopped = paused(deadline, staff)

    assert (stopped.state, stopped.due, stopped.is_open) == (State.PAUSED, None, True)
    assert stopped.pauses.get().because == WHY
    happened = last("paused")
    assert happened.basis == "試験条例第12条第1項ただし書"
    assert happened.public == {
        "kind": "test.answer",
        "subject": "12-0001-9",
        "on": "2012-07-12",
        "awaits": "請求書の補正",
    }
    assert WHY not in str(happened.public)
    assert "because" in happened.commitments


def test_a_resumed_clock_has_its_new_day_and_keeps_how_it_was_found(deadline: Deadline, staff: Actor) -> None:
    again = resume_clock(actor=staff, deadline=paused(deadline, staff), on=july(19))

    assert (again.state, again.due_on) == (State.RUNNING, july(31))
    assert last("resumed").public["days_not_counted"] == 7
    assert last("resumed").public["due_on"] == "2012-07-31"
    assert codes(again)[-3:] == ["change.paused", "change.resumed", "change.days_not_counted"]


def test_a_clock_may_be_paused_more_than_once(deadline: Deadline, staff: Actor) -> None:
    once = resume_clock(actor=staff, deadline=paused(deadline, staff), on=july(19))
    twice = resume_clock(actor=staff, deadline=paused(once, staff, july(20)), on=july(22))

    # 24 and 7 and 2 days: Thursday 2 August.
    assert (twice.due_on, twice.pauses.count()) == (date(2012, 8, 2), 2)


def test_the_new_day_moves_off_a_closed_day_as_the_old_one_would(deadline: Deadline, staff: Actor) -> None:
    again = resume_clock(actor=staff, deadline=paused(deadline, staff), on=july(16))

    assert again.due_on == july(30)  # 28 July is a Saturday
    assert codes(again)[-3:] == ["closed.weekday", "closed.weekday", "roll.next_open_day"]


def test_while_a_clock_is_paused_nothing_is_missed_and_nobody_is_reminded(
    town: Town, deadline: Deadline, staff: Actor, chief: Actor
) -> None:
    paused(deadline, staff)
    late = july(24) + 60 * A_DAY

    assert not just_missed(late).exists()
    assert to_remind(late) == []
    assert not overdue(chief, late).exists()
    (item,) = work_of(staff, late)
    assert (item.due, item.what_next) == (None, "請求書の補正を待っています。その間、期限は進みません。")
    assert due_for(staff, late).get() == deadline


def test_a_clock_that_resumed_is_reminded_and_missed_by_its_new_day(
    town: Town, deadline: Deadline, staff: Actor
) -> None:
    remind_owners(actor=CLERK, on=july(17))
    resume_clock(actor=staff, deadline=paused(deadline, staff, july(18)), on=july(20))

    assert not just_missed(july(26)).exists()
    assert [day for _, day in to_remind(july(26))] == [july(26)]
    assert mark_missed(actor=CLERK, on=july(27)) == 1


def test_what_is_done_while_the_clock_stands_still_is_in_time(deadline: Deadline, staff: Actor) -> None:
    done = answer(actor=CLERK, deadline=paused(deadline, staff), on=july(24) + 90 * A_DAY)

    assert (done.state, done.was_late) == (State.MET, False)
    assert last("resumed").pk < last("met").pk
    assert done.pauses.get().resumed_on == july(24) + 90 * A_DAY


def test_a_duty_that_falls_away_ends_its_pause(deadline: Deadline, staff: Actor) -> None:
    gone = withdraw(actor=CLERK, deadline=paused(deadline, staff), on=july(20))

    assert gone.state == State.CANCELLED
    assert not PauseOfClock.objects.filter(resumed_on__isnull=True).exists()


def test_a_correction_asked_for_on_the_last_day_and_entered_late_still_stops_the_clock(
    deadline: Deadline, staff: Actor
) -> None:
    mark_missed(actor=CLERK, on=july(25))
    again = resume_clock(actor=staff, deadline=paused(deadline, staff, july(24)), on=july(27))

    assert (again.state, again.due_on) == (State.RUNNING, july(27))
    assert last("missed").pk < last("paused").pk


def test_an_extension_counts_on_from_the_last_day(deadline: Deadline, chief: Actor) -> None:
    longer = extend_clock(actor=chief, deadline=deadline, on=july(20), length=30, because="文書が多いため")

    assert longer.due_on == date(2012, 8, 23)
    happened = last("extended")
    assert happened.basis == "試験条例第12条第2項"
    assert (happened.public["before"], happened.public["due_on"], happened.public["length"]) == (
        "2012-07-24",
        "2012-08-23",
        30,
    )
    assert "文書が多いため" not in str(happened.public)


def test_a_missed_clock_that_was_extended_in_time_runs_again(deadline: Deadline, chief: Actor) -> None:
    mark_missed(actor=CLERK, on=july(25))

    assert extend_clock(actor=chief, deadline=deadline, on=july(24), length=5, because="多忙").due_on == july(
        30
    )
    deadline.refresh_from_db()
    assert deadline.state == State.RUNNING


Change = Callable[[Deadline, Actor], object]
REFUSALS: list[tuple[str, Change, type[Refusal]]] = [
    ("paused before it began", lambda d, a: paused(d, a, july(8)), DayOutOfReach),
    ("paused after its last day", lambda d, a: paused(d, a, july(25)), DayOutOfReach),
    (
        "paused without a reason",
        lambda d, a: pause_clock(actor=a, deadline=d, on=july(12), because=" "),
        ReasonNeeded,
    ),
    (
        "paused for a story",
        lambda d, a: pause_clock(actor=a, deadline=d, on=july(12), because="長" * 301),
        ReasonNeeded,
    ),
    ("resumed though it runs", lambda d, a: resume_clock(actor=a, deadline=d, on=july(12)), NotPaused),
    ("paused twice", lambda d, a: paused(paused(d, a), a), NotRunning),
    (
        "resumed before it was paused",
        lambda d, a: resume_clock(actor=a, deadline=paused(d, a), on=july(11)),
        DayOutOfReach,
    ),
    (
        "paused again before it resumed",
        lambda d, a: paused(resume_clock(actor=a, deadline=paused(d, a), on=july(19)), a, july(18)),
        DayOutOfReach,
    ),
    (
        "extended too far",
        lambda d, a: extend_clock(actor=a, deadline=d, on=july(20), length=31, because="多忙"),
        TooLong,
    ),
    (
        "extended by nothing",
        lambda d, a: extend_clock(actor=a, deadline=d, on=july(20), length=0, because="多忙"),
        TooLong,
    ),
    (
        "extended after its last day",
        lambda d, a: extend_clock(actor=a, deadline=d, on=july(25), length=5, because="多忙"),
        DayOutOfReach,
    ),
    (
        "extended while it stands still",
        lambda d, a: extend_clock(actor=a, deadline=paused(d, a), on=july(20), length=5, because="多忙"),
        NotRunning,
    ),
    (
        "changed after it was met",
        lambda d, a: paused(answer(actor=CLERK, deadline=d, on=july(12)), a),
        NotRunning,
    ),
]


@pytest.mark.parametrize(
    ("change", "refusal"), [row[1:] for row in REFUSALS], ids=[row[0] for row in REFUSALS]
)
def test_what_the_period_does_not_allow_is_refused_and_changes_nothing(
    deadline: Deadline, chief: Actor, change: Change, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal) as said:
        change(deadline, chief)
    assert str(said.value.message)
    deadline.refresh_from_db()
    assert deadline.extensions.count() == 0


def test_an_extension_is_not_given_more_often_than_the_provision_says(
    deadline: Deadline, chief: Actor
) -> None:
    longer = extend_clock(actor=chief, deadline=deadline, on=july(20), length=5, because="多忙")

    with pytest.raises(NoExtensionAllowed):
        extend_clock(actor=chief, deadline=longer, on=july(21), length=5, because="多忙")


def test_without_a_provision_no_clock_is_paused_or_extended(town: Town, chief: Actor) -> None:
    plain = asked(town.section)

    with pytest.raises(NoPauseAllowed):
        paused(plain, chief)
    with pytest.raises(NoExtensionAllowed):
        extend_clock(actor=chief, deadline=plain, on=july(20), length=5, because="多忙")


@pytest.mark.parametrize(
    "rule",
    [
        FixedDay(day=july(24), basis="評価実施要領"),
        Backwards(length=7, unit=Unit.DAY, basis="試験規則第2条"),
    ],
)
def test_a_named_day_and_a_limit_before_an_event_cannot_be_declared_to_pause(town: Town, rule) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        asked(town.section, rule=rule, pausing=CORRECTION)


def test_staff_pause_and_chiefs_extend(town: Town, deadline: Deadline, staff: Actor) -> None:
    neighbour = town.actor(town.staff(Role.SECTION_CHIEF, section=town.other_section))

    with pytest.raises(NotAllowed):
        extend_clock(actor=staff, deadline=deadline, on=july(20), length=5, because="多忙")
    for verb in (
        lambda: paused(deadline, neighbour),
        lambda: resume_clock(actor=neighbour, deadline=deadline, on=july(20)),
    ):
        with pytest.raises(NotAllowed):
            verb()


def test_no_clock_is_paused_outside_an_action(deadline: Deadline) -> None:
    with pytest.raises(LeftNoTrace):
        pause(deadline=deadline, on=july(12), because=WHY)
    assert not PauseOfClock.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"pause_basis": ""},
        {"awaits": ""},
        {"extension_length": None},
        {"backwards": True},
        {"shown_on": "12-0001-9"},
    ],
)
def test_the_database_refuses_terms_that_make_no_sense(
    deadline: Deadline, changes: dict[str, object]
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Deadline.objects.update(**changes)


def test_the_database_keeps_one_running_pause_that_ends_after_it_began(
    deadline: Deadline, staff: Actor
) -> None:
    paused(deadline, staff)

    with pytest.raises(IntegrityError), transaction.atomic():
        PauseOfClock.objects.create(deadline=deadline, paused_on=july(13), because=WHY)
    with pytest.raises(IntegrityError), transaction.atomic():
        PauseOfClock.objects.update(resumed_on=july(11))
