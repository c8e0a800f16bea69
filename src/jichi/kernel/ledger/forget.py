"""Take away what an event says of a person. The commitment stays and says nothing any more."""

from collections.abc import Iterable

from .event import Personal
from .events import ClearTextErased
from .lock import lock
from .models import Event, PersonalField


def forget(event: Event, *, reason: str, fields: Iterable[str] | None = None) -> ClearTextErased | None:
    """Remove clear text and salt of these personal fields, or of all, for ever.

    Answers with what the running action must put on record, or with nothing where nothing was left.
    """
    rows = PersonalField.objects.filter(event=event)
    held = lock(rows if fields is None else rows.filter(name__in=list(fields)))
    names = tuple(sorted(row.name for row in held))
    if not names:
        return None
    rows.filter(name__in=names).delete()
    return ClearTextErased(
        erased_from=event.digest,
        stream=event.stream.name,
        position=event.position,
        fields=names,
        reason=Personal(reason),
    )
