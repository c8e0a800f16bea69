"""A new key for the seals."""

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal

from ..events import KEYS, KeyReplaced, KeyRotated
from ..keys import KeyIsMissing, make_key, signer_for
from ..models import Checkpoint, Event, Key, Log
from ..permissions import May
from ..sequence import locked_log, take_in_waiting
from ..verifier import read_key
from .seal_record import sealed


class KeyIsThere(Refusal):
    code = "record.key_is_there"
    message = _(
        "いまの鍵のファイルは、あるべき所にあります。なくした鍵として扱うと、市民が引き継ぎを確かめられなくなります。"
        "jichi key rotate を使ってください。"
    )


@action(needs=May.ROTATE_KEY)
def rotate_key(*, actor: Actor) -> Key:
    """Let a new key sign from now on. The last that the old one seals is who follows it.

    Whoever has the first key can follow: each hand-over is sealed by the key before it.

    Ledger: record.key.rotated; record.sealed
    Raises: NoKeyToSealWith.
    """
    log, old = locked_log(), Key.objects.get(is_current=True)
    new = make_key(log.origin)
    told = record(KeyRotated(retired=old.text, key=str(new)), stream=KEYS)
    take_in_waiting(log)
    last = sealed(log, old)
    return hand_over(old, str(new), told, at=last.size)


@action(needs=May.ROTATE_KEY)
def replace_lost_key(*, actor: Actor) -> Key:
    """Begin with a new key where the old one is lost and can hand over nothing.

    Ledger: record.key.replaced; record.sealed
    Raises: KeyIsThere.
    """
    log, old = locked_log(), Key.objects.get(is_current=True)
    refuse_unless_lost(old)
    new = make_key(log.origin)
    told = record(KeyReplaced(lost=old.text, key=str(new)), stream=KEYS)
    newest = Checkpoint.objects.aggregate(size=Max("size"))["size"] or 0
    key = hand_over(old, str(new), told, at=newest)
    seal_with(log, key)
    return key


def refuse_unless_lost(old: Key) -> None:
    try:
        signer_for(read_key(old.text))
    except KeyIsMissing:
        return
    raise KeyIsThere


def seal_with(log: Log, key: Key) -> None:
    take_in_waiting(log)
    sealed(log, key)


def hand_over(old: Key, new: str, told: Event, *, at: int) -> Key:
    """The old key signs nothing larger than `at`, the new one nothing smaller."""
    old.until, old.is_current = at, False
    old.save(update_fields=["until", "is_current"])
    return Key.objects.create(text=new, since=at, event=told)
