"""Quiet hours: at night nothing is sent but what is urgent. Pure."""

from datetime import datetime, time, timedelta

# Of this house, not of a law: until a person chooses other hours.
QUIET_FROM, QUIET_UNTIL = time(21), time(7)


def is_quiet(at: datetime, *, begins: time, ends: time) -> bool:
    """Whether a local moment lies in the quiet hours; they may go over midnight, and are none where both are the same."""
    now = at.time()
    if begins <= ends:
        return begins <= now < ends
    return now >= begins or now < ends


def may_leave_at(at: datetime, *, begins: time, ends: time) -> datetime:
    """The first local moment, from this one on, outside of the quiet hours."""
    if not is_quiet(at, begins=begins, ends=ends):
        return at
    morning = datetime.combine(at.date(), ends, at.tzinfo)
    return morning if morning > at else morning + timedelta(days=1)
