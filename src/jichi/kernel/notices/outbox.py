"""Send a mail at most once: claimed before the line is opened, marked before the first word, and never again in doubt."""

import re
from datetime import datetime
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from .decoder.reports import NO_SUCH
from .message import message_of
from .models import Mail, MailState, Way
from .readers import Reader, readers_of

LIMIT = 8
SENDABLE = (MailState.WAITING, MailState.CLAIMED, MailState.FAILED)
STATUS = re.compile(r"\b(5\.\d{1,3}\.\d{1,3})\b")
ADDRESS = re.compile(r"[^\s<>]+@[^\s<>]+")


class NotAccepted(Exception):
    """The mail server certainly did not take the message: it may be tried again."""


class RefusedForGood(NotAccepted):
    """The mail server does not take mail for this address, now or later; `status` is its code."""

    def __init__(self, said: str, status: str) -> None:
        super().__init__(said)
        self.status = status


class TakenOver(Exception):
    """Another worker has claimed the mail, because this one's lease had run out."""


def send(pk: int) -> datetime | None:
    """Send one mail of the outbox, unless it was sent before or may have been.

    Answers a moment where the person's quiet hours put the mail off until then.

    Raises: NotAccepted when it has to be tried again.
    """
    mail = claim(pk)
    if mail is None:
        return None
    readers = readers_of([mail.notice.account])
    if not readers or readers[0].way is Way.PAGE:
        mark(mail, MailState.FAILED, reason="The person takes no mail any more.")
        return None
    if (later := put_off(mail, readers[0])) is not None:
        return later
    try:
        deliver(mail, message_of(mail.notice))
    except TakenOver:
        return None
    except RefusedForGood as refusal:
        mark(mail, MailState.FAILED, reason=str(refusal))
        report(mail, refusal.status)
    except NotAccepted as refusal:
        state = MailState.WAITING if mail.attempts < LIMIT else MailState.FAILED
        mark(mail, state, reason=str(refusal))
        raise
    except (SMTPException, OSError) as broken:
        mark(mail, MailState.UNKNOWN, reason=f"{type(broken).__name__}: {broken}")
    else:
        mark(mail, MailState.SENT)
    return None


@transaction.atomic
def claim(pk: int) -> Mail | None:
    """The mail, now handled by nobody else; None when there is nothing to send.

    A mail that was only claimed had not begun to leave, and is claimed anew; the number of the attempt
    then tells its former worker, if that still lives, to let go.
    """
    mail = lock(Mail.objects.filter(pk=pk)).get()
    if mail.state == MailState.SENDING:
        # Whoever claimed it was killed between here and `mark`; the message may have left the house.
        mark(mail, MailState.UNKNOWN, reason="The worker was gone while it was sending.")
    if mail.state not in SENDABLE:
        return None
    mail.attempts += 1
    mark(mail, MailState.CLAIMED)
    return Mail.objects.select_related("notice__account").get(pk=pk)


def put_off(mail: Mail, reader: Reader) -> datetime | None:
    """The moment until which the mail waits for the end of the person's quiet hours, if it does."""
    at = now()
    leaves = at if mail.notice.urgent else reader.may_be_sent_at(at)
    if leaves <= at:
        return None
    mail.attempts -= 1
    mark(mail, MailState.WAITING)
    return leaves


def deliver(mail: Mail, message: EmailMessage) -> None:
    """Hand the message to the mail server. Only what is between `begin` and its answer can be in doubt.

    Raises: NotAccepted; SMTPException or OSError when the line broke in the middle and nobody knows.
    """
    connection = get_connection()
    try:
        connection.open()
    except (SMTPException, OSError) as failure:
        raise NotAccepted(f"{type(failure).__name__}: {failure}") from failure
    begin(mail)
    hand_over(connection, message)


def begin(mail: Mail) -> None:
    """Say, committed, that the mail is about to leave. Raises: TakenOver."""
    mine = Mail.objects.filter(pk=mail.pk, state=MailState.CLAIMED, attempts=mail.attempts)
    if not mine.update(state=MailState.SENDING):
        raise TakenOver


def hand_over(connection: BaseEmailBackend, message: EmailMessage) -> None:
    try:
        connection.send_messages([message])
    except SMTPRecipientsRefused as refusal:
        raise refused(refusal) from refusal
    except SMTPResponseException as refusal:
        raise NotAccepted(f"{refusal.smtp_code} {said(refusal.smtp_error)}") from refusal
    finally:
        connection.close()


def refused(refusal: SMTPRecipientsRefused) -> NotAccepted:
    """What a server meant when it did not want the recipient."""
    code, answer = next(iter(refusal.recipients.values()), (450, b""))
    if not 500 <= code < 600:
        return NotAccepted(str(code))
    words = said(answer)
    found = STATUS.search(words)
    status = found[1] if found else "5.1.1" if NO_SUCH.search(words) else "5.0.0"
    return RefusedForGood(f"{code} {status}", status)


def said(words: bytes | str) -> str:
    """A server's words without the address that it likes to repeat."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return ADDRESS.sub("…", text)


def report(mail: Mail, status: str) -> None:
    """A server that refuses at the door says what a report by mail would say later."""
    from .actions.take_report import take_report
    from .machine import POST

    take_report(actor=POST, mail=mail, action="failed", status=status, address=mail.notice.account.email)


def mark(mail: Mail, state: MailState, *, reason: str = "") -> None:
    mail.state, mail.reason = state, reason[:300]
    mail.sent_at = now() if state is MailState.SENT else None
    mail.save(update_fields=["state", "reason", "sent_at", "attempts"])
