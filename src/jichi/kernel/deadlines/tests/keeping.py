"""A small domain for the tests: its acts start, meet and cancel clocks."""

from datetime import date
from typing import Any

from jichi.kernel.access.actor import Actor, machine
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.action import action, record
from jichi.kernel.calendar import LOCAL_AUTONOMY_ACT_4_2_4, Period, Roll, Unit
from jichi.kernel.deadlines.clocks import Duty, Rule, cancel, meet, start
from jichi.kernel.deadlines.models import Deadline
from jichi.kernel.deadlines.permissions import May
from jichi.kernel.deadlines.rules.terms import Extending, Pausing
from jichi.kernel.ledger.event import event
from jichi.kernel.places.models import Section

CLERK = machine("clerk", Role.ADMINISTRATOR)
START = date(2012, 7, 9)
STREAM = "test/12-0001-9"
SIXTY_DAYS = Period(length=60, unit=Unit.DAY, basis="試験条例第5条第1項")

# The shape of 情報公開条例: the days of a correction are not counted, and the period may be made longer once.
FIFTEEN_DAYS = Period(
    length=15,
    unit=Unit.DAY,
    basis="試験条例第12条第1項",
    roll=Roll.NEXT_OPEN,
    roll_basis=LOCAL_AUTONOMY_ACT_4_2_4,
)
CORRECTION = Pausing(basis="試験条例第12条第1項ただし書", awaits="請求書の補正")
THIRTY_MORE = Extending(basis="試験条例第12条第2項", length=30, unit=Unit.DAY)


@event("deadlines.test.asked", label="質問された")
class Asked:
    what: str


@action(needs=May.KEEP_CLOCKS)
def ask(*, actor: Actor, owner: Section, rule: Rule, **duty: Any) -> Deadline:
    """The city was asked something and owes an answer."""
    because = record(Asked(what="something"), stream=STREAM)
    owed = {
        "kind": "test.answer",
        "subject": "12-0001-9",
        "title": "質問への回答",
        "url": "/plans/",
        "consequence": "回答が遅れた理由を公表します。",
        **duty,
    }
    return start(duty=Duty(owner=owner, **owed), rule=rule, from_day=START, because=because)


@action(needs=May.KEEP_CLOCKS)
def answer(*, actor: Actor, deadline: Deadline, on: date) -> Deadline:
    return meet(deadline=deadline, on=on)


@action(needs=May.KEEP_CLOCKS)
def withdraw(*, actor: Actor, deadline: Deadline, on: date) -> Deadline:
    return cancel(deadline=deadline, on=on, because="質問が取り下げられました。")


def asked(owner: Section, *, rule: Rule = SIXTY_DAYS, **duty: Any) -> Deadline:
    return ask(actor=CLERK, owner=owner, rule=rule, **duty)


def requested(owner: Section, **duty: Any) -> Deadline:
    """A clock that may be paused and extended: from 9 July 2012 fifteen days to the 24th."""
    may = {"pausing": CORRECTION, "extending": THIRTY_MORE, **duty}
    return ask(actor=CLERK, owner=owner, rule=FIFTEEN_DAYS, **may)
