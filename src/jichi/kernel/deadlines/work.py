"""What a person owes, for the desk."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.subsystem import WorkItem

from .models import Deadline
from .queries import due_for


def work_of(actor: Actor, on: date) -> Iterable[WorkItem]:
    """The open clocks of the actor's own sections."""
    return (item_of(deadline) for deadline in due_for(actor, on))


def item_of(deadline: Deadline) -> WorkItem:
    return WorkItem(
        title=deadline.title,
        url=deadline.url,
        what_next=_("根拠：%(basis)s") % {"basis": deadline.basis},
        due=deadline.due_on,
        reference=deadline.subject,
    )
