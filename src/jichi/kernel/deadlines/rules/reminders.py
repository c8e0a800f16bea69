"""When the owner of a clock is reminded: some days before, on the day, and every week after it. Pure."""

from datetime import date, timedelta

A_WEEK = timedelta(days=7)


def latest_reminder(*, due: date, before: int, since: date, on: date) -> date | None:
    """The last day, not later than `on`, on which the owner was to be reminded; None before the first.

    A clock that started (`since`) too late for the early reminder has its first one on the day itself.
    Whoever asks after an interruption gets one reminder, not all that were missed.
    """
    if on > due:
        return due + (on - due) // A_WEEK * A_WEEK
    if on == due:
        return due
    early = due - timedelta(days=before)
    return early if since <= early <= on else None
