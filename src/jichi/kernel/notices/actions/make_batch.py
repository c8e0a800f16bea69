"""Gather the letters that wait."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ..events import LETTERS, BatchMade
from ..models import Batch, Letter, Mail, Way
from ..models.post import LetterState
from ..numbering import LETTERS as NUMBERED
from ..numbering import next_number
from ..permissions import May
from ..readers import readers_of
from ..telling import queue

MOST = 1000


class NoLettersWait(Refusal):
    code = "notices.no_letters_wait"
    message = _("発送を待っている手紙はありません。郵便を選んだ人にお知らせがあると、ここで束にできます。")


@action(needs=May.POST_LETTERS)
def make_batch(*, actor: Actor, on: date) -> Batch:
    """Put the waiting letters, the oldest first and a thousand at most, into a numbered batch.

    Each letter keeps the name and address of this moment, so that a second printing is the same. A person
    whose address is gone is told by mail instead.

    Ledger: notices.batch.made
    Raises: NoLettersWait.
    """
    waiting = lock(Letter.objects.filter(state=LetterState.WAITING).order_by("pk"))[:MOST]
    letters = list(
        Letter.objects.filter(pk__in=[letter.pk for letter in waiting])
        .select_related("notice__account__postal_address")
        .order_by("pk")
    )
    addressed = [letter for letter in letters if hasattr(letter.notice.account, "postal_address")]
    if not addressed:
        raise NoLettersWait
    mail_instead([letter for letter in letters if letter not in addressed])
    number = next_number(NUMBERED, on.year)
    batch = Batch.objects.create(
        year=on.year, number=number, made_on=on, made_at=now().replace(microsecond=0)
    )
    for position, letter in enumerate(addressed, start=1):
        put_in(letter, batch, position)
    Letter.objects.bulk_update(
        addressed, ["batch", "position", "state", "name", "postcode", "lines", "building"], batch_size=200
    )
    made = BatchMade(number=batch.label, letters=len(addressed), step=batch.step)
    record(made, stream=f"{LETTERS}/{batch.label}")
    return batch


def mail_instead(letters: Iterable[Letter]) -> None:
    for letter in letters:
        notice = letter.notice
        letter.delete()
        notice.way = Way.MAIL
        notice.save(update_fields=["way"])
        for reader in readers_of([notice.account]):
            queue([(Mail.objects.create(notice=notice), reader)])


def put_in(letter: Letter, batch: Batch, position: int) -> None:
    address = letter.notice.account.postal_address
    letter.batch, letter.position, letter.state = batch, position, LetterState.BATCHED
    letter.name, letter.postcode = address.name, address.postcode
    letter.lines, letter.building = address.lines, address.building
