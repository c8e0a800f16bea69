"""Hand a batch to the post, and what follows from it."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.ledger.event import Personal
from jichi.kernel.ledger.lock import lock

from ..events import LETTERS, BatchErased, BatchPosted, LetterReturned
from ..models import Batch, Letter, PostalAddress
from ..models.post import LetterState
from ..notify import notify
from ..permissions import May
from ..wording import worded
from .batches import locked, step_on

NO_ADDRESS = {"name": "", "postcode": "", "lines": "", "building": ""}


@action(needs=May.POST_LETTERS)
def post_batch(*, actor: Actor, batch: Batch, on: date) -> Batch:
    """Note that the printed letters were handed to the post.

    Ledger: notices.batch.posted
    Raises: WrongStep for a batch that was not printed, or posted before.
    """
    held = locked(batch)
    step_on(held, "post")
    held.posted_on = on
    held.save(update_fields=["step", "posted_on"])
    letters = held.letters.filter(state=LetterState.BATCHED).update(state=LetterState.POSTED)
    told = BatchPosted(number=held.label, letters=letters, on=on, step=held.step)
    record(told, stream=f"{LETTERS}/{held.label}")
    return held


@action(needs=May.POST_LETTERS)
def return_letter(*, actor: Actor, letter: Letter, on: date) -> Letter:
    """Note that a letter came back: its owner is told, and gets mail until the address is mended.

    Ledger: notices.letter.returned
    Raises: NotThere for a letter that was not posted.
    """
    row = lock(Letter.objects.filter(pk=letter.pk, state=LetterState.POSTED)).first()
    if row is None or row.batch is None:
        raise NotThere
    row.state = LetterState.RETURNED
    row.save(update_fields=["state"])
    account = row.notice.account
    same = {"postcode": row.postcode, "lines": row.lines, "building": row.building}
    PostalAddress.objects.filter(account=account, **same).update(returned_on=on)
    told = LetterReturned(
        number=row.batch.label, position=row.position or 0, address=Personal(f"{row.lines} {row.building}")
    )
    record(told, stream=f"{LETTERS}/{row.batch.label}")
    key = f"letter-returned/{row.pk}"
    notify(account=account, key=key, url="/notices/address/", **worded("notices.letter_returned"))
    return row


@action(needs=May.POST_LETTERS)
def erase_batch(*, actor: Actor, batch: Batch, on: date) -> Batch:
    """Take names and addresses out of a batch that was posted; that and when it was posted stays.

    Ledger: notices.batch.erased
    Raises: NotThere for a batch that was not posted, or erased before.
    """
    held = locked(batch)
    if held.posted_on is None or held.erased_on:
        raise NotThere
    held.erased_on = on
    held.save(update_fields=["erased_on"])
    letters = held.letters.update(**NO_ADDRESS)
    record(BatchErased(number=held.label, letters=letters), stream=f"{LETTERS}/{held.label}")
    return held
