"""What a person owes, for the desk."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.subsystem import WorkItem

from .models import Deadline
from .queries import due_for

OF_THE_SECTION = {Role.SECTION_STAFF, Role.SECTION_CHIEF}


def work_of(actor: Actor, on: date) -> Iterable[WorkItem]:
    """The open clocks of the actor's sections; their own apart from what others there owe."""
    return (item_of(deadline, own=is_own(actor, deadline)) for deadline in due_for(actor, on))


def is_own(actor: Actor, deadline: Deadline) -> bool:
    """Whether the clock waits for this person and not for somebody else whose work they look after."""
    roles = {Role(deadline.waits_for)} if deadline.waits_for else OF_THE_SECTION
    return any(held.role in roles and held.covers(deadline.scope) for held in actor.held)


def item_of(deadline: Deadline, *, own: bool) -> WorkItem:
    return WorkItem(
        title=deadline.title,
        url=deadline.url,
        what_next=next_of(deadline),
        due=deadline.due,
        reference=deadline.subject,
        is_own=own,
    )


def next_of(deadline: Deadline) -> str:
    if deadline.is_paused:
        return _("%(awaits)sを待っています。その間、期限は進みません。") % {"awaits": deadline.awaits}
    return _("根拠：%(basis)s") % {"basis": deadline.basis}
