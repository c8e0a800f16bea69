"""Print a batch."""

from hashlib import sha256

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal

from ..events import LETTERS, BatchPrinted
from ..models import Batch
from ..paper import paper_of
from ..permissions import May
from .batches import locked, step_on


class AlreadyPrinted(Refusal):
    code = "notices.already_printed"
    message = _(
        "この束は、もう印刷されています。二重に送らないように、もう一度印刷する理由を書いてください。理由は記録に残ります。"
    )


class AddressesErased(Refusal):
    code = "notices.addresses_erased"
    message = _("この束の宛名は消されたため、印刷できません。")


@action(needs=May.POST_LETTERS)
def print_batch(*, actor: Actor, batch: Batch, because: str = "") -> bytes:
    """The letters as one PDF. Every copy is counted and on the record; from the second on it needs a reason and says so on paper.

    Ledger: notices.batch.printed
    Raises: AlreadyPrinted; AddressesErased; WrongStep for a batch that is posted.
    """
    held = locked(batch)
    if held.erased_on:
        raise AddressesErased
    if held.copies and not because.strip():
        raise AlreadyPrinted(fields={"because": str(AlreadyPrinted.message)})
    step_on(held, "reprint" if held.copies else "print")
    held.copies += 1
    held.save(update_fields=["step", "copies"])
    pdf = paper_of(held)
    printed = BatchPrinted(
        number=held.label,
        copy=held.copies,
        because=because.strip(),
        digest=sha256(pdf).hexdigest(),
        step=held.step,
    )
    record(printed, stream=f"{LETTERS}/{held.label}")
    return pdf
