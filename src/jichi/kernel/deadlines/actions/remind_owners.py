"""Remind the sections of what they owe."""

from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise, lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.notices.notify import notify_section

from ..events import OwnersReminded
from ..models import Deadline
from ..permissions import May
from ..queries import to_remind

in_words = lazy(date_format, str)


# In one transaction: on SQLite nobody else writes meanwhile.
MOST_AT_ONCE = 200


@action(needs=May.KEEP_CLOCKS)
def remind_owners(*, actor: Actor, on: date) -> int:
    """Tell each section of its clocks with a reminder coming on this day; answers how many people were told.

    On a busy morning it is called again until no reminder is left.

    Ledger: deadlines.owners.reminded
    """
    reminders = to_remind(on)[:MOST_AT_ONCE]
    people = sum(remind(deadline, day, on=on) for deadline, day in reminders)
    record(OwnersReminded(on=on, deadlines=len(reminders), people=people), stream="deadlines")
    return people


def remind(deadline: Deadline, day: date, *, on: date) -> int:
    told = notify_section(
        section=deadline.owner,
        on=on,
        key=f"deadline/{deadline.public_id}/{day.isoformat()}",
        subject=subject_of(deadline, on),
        body=body_of(deadline),
        url=deadline.url,
    )
    deadline.reminded_for = day
    deadline.save(update_fields=["reminded_for"])
    return len(told)


def subject_of(deadline: Deadline, on: date) -> Promise:
    days = (deadline.due_on - on).days
    if days < 0:
        return format_lazy(_("期限を{days}日過ぎています：{title}"), days=-days, title=deadline.title)
    if days == 0:
        return format_lazy(_("今日が期限です：{title}"), title=deadline.title)
    return format_lazy(_("期限まであと{days}日です：{title}"), days=days, title=deadline.title)


def body_of(deadline: Deadline) -> Promise:
    return format_lazy(
        _("期限：{day}\n根拠：{basis}\n{consequence}"),
        day=in_words(deadline.due_on, "DATE_FORMAT"),
        basis=deadline.basis,
        consequence=deadline.consequence,
    )
