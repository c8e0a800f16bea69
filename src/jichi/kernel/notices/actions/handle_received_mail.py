"""Put a received mail aside, or take its words away."""

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ..events import MAIL, ReceivedMailErased, ReceivedMailHandled
from ..models import ReceivedMail
from ..permissions import May


@action(needs=May.READ_REPLIES)
def handle_received_mail(*, actor: Actor, received: ReceivedMail) -> ReceivedMail:
    """Note that somebody has seen to a mail, so that it waits for nobody any more.

    Ledger: notices.mail.handled
    """
    row = lock(ReceivedMail.objects.filter(pk=received.pk)).get()
    row.handled_at = row.handled_at or now()
    row.save(update_fields=["handled_at"])
    record(ReceivedMailHandled(digest=row.digest), stream=MAIL)
    return row


@action(needs=May.READ_REPLIES)
def erase_received_mail(*, actor: Actor, received: ReceivedMail) -> ReceivedMail:
    """Take the words and the sender of a mail away; that it came stays.

    Ledger: notices.mail.erased
    """
    row = lock(ReceivedMail.objects.filter(pk=received.pk)).get()
    row.sender = row.sender_name = row.subject = row.text = ""
    row.raw, row.erased_at, row.handled_at = b"", now(), row.handled_at or now()
    row.save()
    record(ReceivedMailErased(digest=row.digest), stream=MAIL)
    return row
