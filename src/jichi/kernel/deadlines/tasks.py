"""The clocks are looked at every morning."""

from datetime import time

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.clock.reading import today
from jichi.kernel.tasks.schedule import daily

from .actions.mark_missed import mark_missed
from .actions.remind_owners import remind_owners
from .queries import just_missed, to_remind

CLOCK = machine("clock", Role.ADMINISTRATOR)


@daily(at=time(0, 5), titled=_("過ぎた期限を記録する"))
def record_missed_deadlines() -> None:
    on = today()
    if just_missed(on).exists():
        mark_missed(actor=CLOCK, on=on)
    if just_missed(on).exists():
        record_missed_deadlines.enqueue()


@daily(at=time(8), titled=_("期限が近い担当者に知らせる"))
def remind_owners_of_deadlines() -> None:
    on = today()
    if to_remind(on):
        remind_owners(actor=CLOCK, on=on)
    if to_remind(on):
        remind_owners_of_deadlines.enqueue()
