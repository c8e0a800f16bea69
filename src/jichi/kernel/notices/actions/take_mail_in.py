"""Take in a mail that somebody sent to the city: a report of a mail server, or the letter of a person."""

import re
from email.message import Message
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.event import Personal

from ..decoder.headers import words_of
from ..decoder.message import Letter, letter_of, parsed
from ..decoder.reports import Report, report_of
from ..events import MAIL, MailReceived
from ..models import Mail, Notice, ReceivedMail
from ..permissions import May
from ..rules.tokens import notice_in
from .take_report import take_report

LARGEST = 25 * 1024 * 1024
OWN_ID = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@")


class MailTooLarge(Refusal):
    code = "notices.mail_too_large"
    status = 413


@action(needs=May.KEEP_OUTBOX)
def take_mail_in(*, actor: Actor, raw: bytes, recipient: str = "") -> ReceivedMail | None:
    """Understand a mail and keep it; a report is drawn on at once. None for one that was taken in before.

    `recipient` is the address in the envelope, where the mail server tells it.

    Ledger: notices.mail.received, and notices.mail.returned for a report
    Raises: MailTooLarge.
    """
    if len(raw) > LARGEST:
        raise MailTooLarge(_("25メガバイトより大きいメールは受け取れません。"))
    message = parsed(raw)
    report, letter = report_of(message), letter_of(message)
    notice = notice_of(message, recipient, report, letter)
    received, is_new = ReceivedMail.objects.get_or_create(
        digest=sha256(raw).hexdigest(), defaults=columns(raw, letter, notice, is_report=report is not None)
    )
    record(told(received, letter), stream=MAIL)
    if not is_new:
        return None
    if report and notice and (mail := Mail.objects.filter(notice=notice).first()):
        address = report.address if "@" in report.address else notice.account.email
        take_report(actor=actor, mail=mail, action=report.action, status=report.status, address=address)
    return received


def columns(raw: bytes, letter: Letter, notice: Notice | None, *, is_report: bool) -> dict[str, object]:
    """What is kept. NUL has no place in a text column."""
    return {
        "notice": notice,
        "sender": clean(letter.sender)[:254],
        "sender_name": clean(letter.sender_name)[:200],
        "subject": clean(letter.subject)[:300],
        "text": clean(letter.text),
        "raw": raw,
        "is_automatic": letter.is_automatic or is_report,
        "at": now(),
        "handled_at": now() if letter.is_automatic or is_report else None,
    }


def clean(text: str) -> str:
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def told(received: ReceivedMail, letter: Letter) -> MailReceived:
    return MailReceived(
        answers_a_notice=received.notice_id is not None,
        is_automatic=received.is_automatic,
        files=len(letter.files),
        sender=Personal(received.sender),
    )


def notice_of(message: Message, recipient: str, report: Report | None, letter: Letter) -> Notice | None:
    """What the mail is about: by the address it came to, else by the mail that it quotes or answers."""
    known = named_by_address(message, recipient) or named_by_message(report, letter)
    return Notice.objects.select_related("account").filter(public_id=known).first() if known else None


def named_by_address(message: Message, recipient: str) -> UUID | None:
    names = ("Delivered-To", "X-Original-To", "To")
    for address in (recipient, *(words_of(message.get(name, "")) for name in names)):
        if found := notice_in(address, key=settings.SECRET_KEY):
            return found
    return None


def named_by_message(report: Report | None, letter: Letter) -> UUID | None:
    quoted = (report.about,) if report else letter.refers_to
    found = next((own for own in map(OWN_ID.match, quoted) if own), None)
    return UUID(found[1]) if found else None
