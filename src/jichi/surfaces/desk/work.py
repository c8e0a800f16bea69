"""What waits for a person, in the groups of the desk. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jichi.kernel.subsystem import WorkItem


@dataclass(frozen=True, kw_only=True)
class Work:
    """Each item stands in one group only; each group is soonest first.

    `of_section` is what others of the person's section or bureau owe, whenever it is due.
    """

    overdue: list[WorkItem]
    due_today: list[WorkItem]
    approvals: list[WorkItem]
    waiting: list[WorkItem]
    of_section: list[WorkItem]

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits for the person; what others owe is no work of theirs."""
        return not (self.overdue or self.due_today or self.approvals or self.waiting)


def work_by_day(items: Sequence[WorkItem], *, on: date) -> Work:
    """The items, already soonest first, parted by what is most pressing about them."""
    work = Work(overdue=[], due_today=[], approvals=[], waiting=[], of_section=[])
    for item in items:
        if not item.is_own:
            work.of_section.append(item)
        elif item.due and item.due < on:
            work.overdue.append(item)
        elif item.due == on:
            work.due_today.append(item)
        elif item.is_approval:
            work.approvals.append(item)
        else:
            work.waiting.append(item)
    return work
