"""The seal by the clock."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from jichi.kernel.tasks.schedule import every
from jichi.kernel.tasks.task import Policy

from .actions.seal_record import seal_if_needed

MINUTES = 10


# Its transactions are its own: one over a long backlog would hold up every writer of an embedded database.
@every(
    minutes=MINUTES,
    titled=_("新しい記録を封印する"),
    policy=Policy(in_transaction=False, lease=timedelta(minutes=30)),
)
def seal_what_is_new() -> None:
    seal_if_needed()
