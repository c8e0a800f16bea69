"""A small domain for the tests: its acts start, meet and cancel clocks."""

from datetime import date
from typing import Any

from jichi.kernel.access.actor import Actor, machine
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.action import action, record
from jichi.kernel.calendar import Period, Unit
from jichi.kernel.deadlines.clocks import Duty, Rule, cancel, meet, start
from jichi.kernel.deadlines.models import Deadline
from jichi.kernel.deadlines.permissions import May
from jichi.kernel.ledger.event import event
from jichi.kernel.places.models import Section

CLERK = machine("clerk", Role.ADMINISTRATOR)
START = date(2012, 7, 9)
STREAM = "test/12-0001-9"
SIXTY_DAYS = Period(length=60, unit=Unit.DAY, basis="試験条例第5条第1項")


@event("deadlines.test.asked")
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
