"""Seal the record: everything written so far gets its place in the tree, and the city signs the root."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor, machine
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal

from ..events import SEALS, RecordSealed
from ..keys import KeyIsMissing, signer_for
from ..models import Checkpoint, Key, Log
from ..note import checkpoint_text
from ..permissions import May
from ..sequence import behind, catch_up, locked_log, take_in, take_in_waiting
from ..tiles import root_at
from ..verifier import read_key
from .start_record import start_record_once

SEALER = machine("sealer", Role.ADMINISTRATOR)


class NothingToSeal(Refusal):
    code = "record.nothing_to_seal"
    message = _("前の封印の後に、新しい記録はありません。")


class NoKeyToSealWith(Refusal):
    code = "record.no_key"
    message = _(
        "封印の鍵のファイルが見つからないので、封印できません。控えから戻すか、"
        "戻せないときは jichi key replace で新しい鍵を作ってください。"
    )


def seal_if_needed(*, actor: Actor = SEALER) -> Checkpoint | None:
    """Seal what is new; None when nothing is. May be called at any time, by any number of processes."""
    start_record_once(actor=actor)
    catch_up()
    if not is_anything_new():
        return None
    try:
        return seal_record(actor=actor)
    except NothingToSeal:
        return None


def is_anything_new() -> bool:
    newest = Checkpoint.objects.order_by("-size").values_list("size", flat=True).first()
    return bool(behind(most=1)) or Log.objects.get().size != (newest or 0)


@action(needs=May.SEAL_RECORD)
def seal_record(*, actor: Actor) -> Checkpoint:
    """Give everything new its place and sign what the tree is now.

    Ledger: record.sealed
    Raises: NothingToSeal; NoKeyToSealWith.
    """
    log = locked_log()
    # Only now: another sealer may have finished while this one waited for the log.
    if not is_anything_new():
        raise NothingToSeal
    take_in_waiting(log)
    return sealed(log, Key.objects.get(is_current=True))


def sealed(log: Log, key: Key) -> Checkpoint:
    """The checkpoint over all that is in the tree. Its own event is the last leaf, and says when it was made."""
    try:
        signer = signer_for(read_key(key.text))
    except KeyIsMissing as gone:
        raise NoKeyToSealWith from gone
    told = record(RecordSealed(size=log.size + 1), stream=SEALS)
    take_in(log, [told])
    root = root_at(log.size)
    text = checkpoint_text(origin=log.origin, size=log.size, root=root)
    return Checkpoint.objects.create(size=log.size, root=root.hex(), at=told.at, note=signer.sign(text))
