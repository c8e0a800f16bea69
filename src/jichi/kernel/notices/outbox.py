"""Send a mail at most once: claimed before it is sent, marked after, and never sent again in doubt."""

from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMessage, get_connection
from django.db import transaction

from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from .letter import message_of
from .models import Mail, MailState

LIMIT = 8
SENDABLE = (MailState.WAITING, MailState.FAILED)


class NotAccepted(Exception):
    """The mail server certainly did not take the message: it may be tried again."""


def send(pk: int) -> None:
    """Send one mail of the outbox, unless it was sent before or may have been.

    Raises: NotAccepted when it has to be tried again.
    """
    mail = claim(pk)
    if mail is None:
        return
    try:
        deliver(message_of(mail.notice))
    except NotAccepted as refusal:
        state = MailState.WAITING if mail.attempts < LIMIT else MailState.FAILED
        mark(mail, state, reason=str(refusal))
        raise
    except (SMTPException, OSError) as broken:
        mark(mail, MailState.UNKNOWN, reason=f"{type(broken).__name__}: {broken}")
    else:
        mark(mail, MailState.SENT)


@transaction.atomic
def claim(pk: int) -> Mail | None:
    """The mail, now being sent by nobody else; None when there is nothing to send."""
    mail = lock(Mail.objects.filter(pk=pk)).get()
    if mail.state == MailState.SENDING:
        # Whoever claimed it was killed between here and `mark`; the message may have left the house.
        mark(mail, MailState.UNKNOWN, reason="The worker was gone while it was sending.")
    if mail.state not in SENDABLE:
        return None
    mail.attempts += 1
    mark(mail, MailState.SENDING)
    return mail


def deliver(message: EmailMessage) -> None:
    """Hand the message to the mail server.

    Raises: NotAccepted; SMTPException or OSError when the line broke in the middle and nobody knows.
    """
    connection = get_connection()
    try:
        connection.open()
    except (SMTPException, OSError) as failure:
        raise NotAccepted(f"{type(failure).__name__}: {failure}") from failure
    try:
        connection.send_messages([message])
    except (SMTPResponseException, SMTPRecipientsRefused) as refusal:
        raise NotAccepted(str(refusal)) from refusal
    finally:
        connection.close()


def mark(mail: Mail, state: MailState, *, reason: str = "") -> None:
    mail.state, mail.reason = state, reason[:300]
    mail.sent_at = now() if state is MailState.SENT else None
    mail.save(update_fields=["state", "reason", "sent_at", "attempts"])
