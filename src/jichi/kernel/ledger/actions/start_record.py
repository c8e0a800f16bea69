"""Begin the record's tree: its name and its first key."""

from urllib.parse import urlsplit

from django.conf import settings

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal

from ..events import KEYS, RecordStarted
from ..keys import make_key
from ..models import Key, Log
from ..permissions import May
from ..sequence import THE_LOG


class StartedBefore(Refusal):
    code = "record.started_before"


@action(needs=May.SEAL_RECORD)
def start_record(*, actor: Actor) -> Log:
    """Name the tree after the city's address and make the first key.

    Ledger: record.started
    Raises: StartedBefore.
    """
    log, is_new = Log.objects.get_or_create(pk=THE_LOG, defaults={"origin": origin()})
    if not is_new:
        raise StartedBefore
    key = make_key(log.origin)
    told = record(RecordStarted(origin=log.origin, key=str(key)), stream=KEYS)
    Key.objects.create(text=str(key), event=told)
    return log


def origin() -> str:
    """A name that no other tree has: the address without its scheme, as the note format recommends."""
    address = urlsplit(settings.SITE_URL)
    return f"{address.netloc}{address.path.rstrip('/')}/record"


def start_record_once(*, actor: Actor) -> None:
    """Begin the record where it has not begun; of two who try at once, one does."""
    if Log.objects.filter(pk=THE_LOG).exists():
        return
    try:
        start_record(actor=actor)
    except StartedBefore:
        return
