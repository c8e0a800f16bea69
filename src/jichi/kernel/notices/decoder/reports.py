"""Messages from mail servers that something was not delivered (RFC 3464), and the older kinds. Pure."""

import re
from dataclasses import dataclass
from email.message import Message

from .headers import words_of
from .message import bytes_of, text_of_part

STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
REPLY = re.compile(r"\b([45]\d\d)[ -]")
OWN_ID = re.compile(rb"^message-id:[ \t]*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)
ROBOTS = re.compile(r"(mailer-daemon|postmaster|mail-daemon)@", re.IGNORECASE)
NO_SUCH = re.compile(
    r"user unknown|no such person|unknown user|no such user|does not exist"
    r"|doesn't exist|mailbox unavailable|recipient address rejected"
    r"|invalid recipient|宛先.{0,16}(存在|不明|見つかり)|アドレス.{0,8}存在",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Report:
    """`action` is failed, delayed, delivered, relayed or expanded; `status` an enhanced code or empty.

    `about` is the Message-ID of the mail that came back, where the report holds it.
    """

    action: str
    status: str
    address: str
    diagnosis: str
    about: str


def report_of(message: Message) -> Report | None:
    """What a mail server reports; None for a mail that is no report."""
    fields = delivery_fields(message)
    if fields is not None:
        return standard(message, fields)
    if "X-Failed-Recipients" in message or ROBOTS.search(words_of(message.get("From", ""))):
        return old_fashioned(message)
    return None


def delivery_fields(message: Message) -> Message | None:
    """The fields of the first recipient in a standard report; the parser makes each block a message."""
    for part in message.walk():
        if part.get_content_type() in ("message/delivery-status", "message/global-delivery-status"):
            blocks = [block for block in part.walk() if "Action" in block or "Final-Recipient" in block]
            return blocks[0] if blocks else None
    return None


def standard(message: Message, fields: Message) -> Report:
    address = words_of(fields.get("Final-Recipient") or fields.get("Original-Recipient") or "")
    status = STATUS.search(words_of(fields.get("Status", "")))
    diagnosis = words_of(fields.get("Diagnostic-Code", ""))
    return Report(
        action=words_of(fields.get("Action", "failed")).lower().split(" ")[0] or "failed",
        status=status[1] if status else "",
        address=address.rpartition(";")[2].strip(),
        diagnosis=diagnosis[:300],
        about=own_id(message),
    )


def old_fashioned(message: Message) -> Report:
    """A bounce in prose (qmail, Exim, older carriers): a code where one stands in it, else what its words say."""
    text = "\n".join(text_of_part(part) for part in message.walk() if part.get_content_maintype() == "text")
    status, reply = STATUS.search(text), REPLY.search(text)
    code = status[1] if status else "5.1.1" if NO_SUCH.search(text) else f"{reply[1][0]}.0.0" if reply else ""
    action = (
        "delayed"
        if re.search(r"warning|delayed|遅延", words_of(message.get("Subject", "")), re.I)
        else "failed"
    )
    return Report(
        action=action,
        status=code,
        address=words_of(message.get("X-Failed-Recipients", "")),
        diagnosis=" ".join(text.split())[:300],
        about=own_id(message),
    )


def own_id(message: Message) -> str:
    """The Message-ID of the mail inside the report: as a part of its own, as headers, or quoted in the text."""
    for part in message.walk():
        if part is not message and part.get("Message-ID") and part.get_content_maintype() != "message":
            return words_of(part["Message-ID"])
        if part.get_content_maintype() == "text" and (found := OWN_ID.search(bytes_of(part))):
            return found[1].decode("ascii", "replace")
    return ""
