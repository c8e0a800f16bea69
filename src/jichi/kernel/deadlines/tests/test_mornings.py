"""What is done every morning: missed clocks go on record, owners are reminded."""

from datetime import date, timedelta

import pytest
from tests.town import Town

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.deadlines.actions.mark_missed import mark_missed
from jichi.kernel.deadlines.actions.remind_owners import remind_owners
from jichi.kernel.deadlines.models import Deadline, State
from jichi.kernel.deadlines.queries import to_remind
from jichi.kernel.deadlines.tasks import CLOCK, record_missed_deadlines, remind_owners_of_deadlines
from jichi.kernel.deadlines.tests.keeping import CLERK, STREAM, answer, asked
from jichi.kernel.ledger.models import Event
from jichi.kernel.notices.models import Mail, Notice
from jichi.kernel.tasks.worker import Worker

LAST_DAY = date(2012, 9, 7)
A_DAY = timedelta(days=1)


def missed_events() -> int:
    return Event.objects.filter(type="deadlines.deadline.missed", stream__name=STREAM).count()


def test_a_clock_is_missed_the_day_after_its_last_day_and_stays_owed(town: Town) -> None:
    deadline = asked(town.section)

    mark_missed(actor=CLOCK, on=LAST_DAY + A_DAY)

    deadline.refresh_from_db()
    assert (deadline.state, deadline.is_open, missed_events()) == (State.MISSED, True, 1)
    assert answer(actor=CLERK, deadline=deadline, on=LAST_DAY + 2 * A_DAY).was_late


def test_a_clock_is_not_missed_on_its_last_day(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(town.section)
    monkeypatch.setattr("jichi.kernel.deadlines.tasks.today", lambda: LAST_DAY)

    record_missed_deadlines.call()

    assert missed_events() == 0


def test_a_missed_clock_is_recorded_once(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(town.section)
    monkeypatch.setattr("jichi.kernel.deadlines.tasks.today", lambda: LAST_DAY + A_DAY)

    record_missed_deadlines.call()
    record_missed_deadlines.call()

    assert missed_events() == 1


def test_only_the_machine_and_administrators_record_missed_clocks(town: Town) -> None:
    with pytest.raises(NotAllowed):
        mark_missed(actor=machine("test", Role.SECTION_CHIEF), on=LAST_DAY + A_DAY)


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (LAST_DAY - 7 * A_DAY, "期限まであと7日です：質問への回答"),
        (LAST_DAY, "今日が期限です：質問への回答"),
        (LAST_DAY + 7 * A_DAY, "期限を7日過ぎています：質問への回答"),
    ],
)
def test_the_section_that_owes_is_reminded(town: Town, on: date, says: str) -> None:
    staff = town.staff(Role.SECTION_STAFF, section=town.section)
    town.staff(Role.SECTION_STAFF, section=town.other_section)
    asked(town.section)

    assert remind_owners(actor=CLOCK, on=on) == 1

    notice = Notice.objects.get()
    assert (notice.account, notice.subject, notice.url) == (staff, says, "/plans/")
    assert "2012年9月7日" in notice.body
    assert "試験条例第5条第1項" in notice.body
    assert Mail.objects.get().notice == notice


def test_a_section_is_reminded_once_for_each_reminder_day(town: Town) -> None:
    town.staff(Role.SECTION_STAFF, section=town.section)
    asked(town.section)
    remind_owners(actor=CLOCK, on=LAST_DAY - 7 * A_DAY)

    assert to_remind(LAST_DAY - A_DAY) == []
    assert len(to_remind(LAST_DAY)) == 1


def test_what_was_met_is_not_recalled(town: Town) -> None:
    answer(actor=CLERK, deadline=asked(town.section), on=LAST_DAY - 9 * A_DAY)

    assert to_remind(LAST_DAY) == []


def test_a_morning_without_reminders_leaves_no_trace(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(town.section)
    monkeypatch.setattr("jichi.kernel.deadlines.tasks.today", lambda: LAST_DAY - 30 * A_DAY)

    remind_owners_of_deadlines.call()

    assert not Event.objects.filter(type="deadlines.owners.reminded").exists()
    assert Deadline.objects.get().reminded_for is None


def test_a_bad_night_is_worked_off_in_parts_until_nothing_is_left(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.staff(Role.SECTION_STAFF, section=town.section)
    for room in ("mark_missed", "remind_owners"):
        monkeypatch.setattr(f"jichi.kernel.deadlines.actions.{room}.MOST_AT_ONCE", 2)
    monkeypatch.setattr("jichi.kernel.deadlines.tasks.today", lambda: LAST_DAY + A_DAY)
    for number in range(5):
        asked(town.section, kind=f"test.{number}")

    record_missed_deadlines.enqueue()
    remind_owners_of_deadlines.enqueue()
    Worker().work_off()

    assert missed_events() == 5
    assert Notice.objects.count() == 5
    parts = Event.objects.filter(type="deadlines.owners.reminded")
    assert sorted(part.public["deadlines"] for part in parts) == [1, 2, 2]
