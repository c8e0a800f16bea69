"""A whole mail: who, what about, the text, the files. Pure."""

import re
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32
from email.utils import getaddresses

from .charsets import text_of
from .headers import raw_of, words_of
from .markup import text_of_markup
from .names import file_name

BARE_ADDRESS = re.compile(r"[^\s<>,;:\"]+@[^\s<>,;:\"]+")


class AsItCame(Compat32):
    """Headers stay what was sent: we read them, not the parser."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        return value


@dataclass(frozen=True, kw_only=True)
class AttachedFile:
    name: str
    kind: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A mail as a person reads it. `refers_to` are the Message-IDs that it answers, the nearest first."""

    sender: str
    sender_name: str
    subject: str
    text: str
    files: tuple[AttachedFile, ...]
    message_id: str
    refers_to: tuple[str, ...]
    is_automatic: bool


def parsed(raw: bytes) -> Message:
    return BytesParser(policy=AsItCame()).parsebytes(raw)


def letter_of(message: Message) -> Letter:
    """Everything that can be read of a mail; whatever is broken in it is skipped or guessed, never refused."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    text = next((part for part in parts if is_text(part, "text/plain")), None)
    markup = next((part for part in parts if is_text(part, "text/html")), None)
    shown = (
        text if text is not None and text_of_part(text).strip() else markup if markup is not None else text
    )
    name, address = sender_of(message)
    return Letter(
        sender=address,
        sender_name=name,
        subject=words_of(message.get("Subject", "")),
        text=text_of_part(shown) if shown is not None else "",
        files=tuple(attached(part) for part in parts if part not in (text, markup)),
        message_id=words_of(message.get("Message-ID", "")),
        refers_to=answered(message),
        is_automatic=is_automatic(message),
    )


def is_text(part: Message, kind: str) -> bool:
    disposition = words_of(part.get("Content-Disposition", "")).lower()
    return part.get_content_type() == kind and not disposition.startswith("attachment")


def attached(part: Message) -> AttachedFile:
    kind = part.get_content_type()
    name = file_name(part) or f"part.{kind.rpartition('/')[2]}"
    return AttachedFile(name=name, kind=kind, content=bytes_of(part))


def bytes_of(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def text_of_part(part: Message) -> str:
    """The words of a part of text, with its lines put together again where the program broke them."""
    label = str(part.get_param("charset") or "")
    raw = bytes_of(part)
    if part.get_content_type() == "text/html":
        return text_of_markup(raw, label)
    text = text_of(raw, label).replace("\r\n", "\n").replace("\x00", "")
    if str(part.get_param("format") or "").lower() == "flowed":
        text = unfolded(text, joins=str(part.get_param("delsp") or "").lower() == "yes")
    return text


def unfolded(text: str, *, joins: bool) -> str:
    """Lines that end in a blank go on in the next (RFC 3676); with DelSp the blank is not the writer's."""
    whole: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        line = line[1:] if line.startswith(" ") else line
        whole = [*whole[:-1], whole[-1] + line] if goes_on else [*whole, line]
        goes_on = line.endswith(" ") and line != "-- "
        if goes_on and joins:
            whole[-1] = whole[-1][:-1]
    return "\n".join(whole)


def sender_of(message: Message) -> tuple[str, str]:
    """Name and address. The address is found before anything is decoded: a decoded name may hold a comma."""
    raw = raw_of(message.get("From") or message.get("Sender") or "")
    said = re.sub(r"\s+", " ", raw.decode("latin-1"))
    pairs = [pair for pair in getaddresses([said]) if "@" in pair[1]]
    address = pairs[0][1] if pairs else (found[0] if (found := BARE_ADDRESS.search(said)) else "")
    name = words_of(message.get("From") or "").replace(f"<{address}>", "").strip(" \"'")
    return ("" if name == address else name), address


def answered(message: Message) -> tuple[str, ...]:
    said = [words_of(message.get(name, "")) for name in ("In-Reply-To", "References")]
    near, far = (re.findall(r"<[^<>\s]+>", line) for line in said)
    return tuple(dict.fromkeys([*near, *reversed(far)]))


def is_automatic(message: Message) -> bool:
    """An answer that no person wrote (RFC 3834): absent until Monday."""
    said = words_of(message.get("Auto-Submitted", "no")).lower()
    old = words_of(message.get("Precedence", "")).lower()
    return not said.startswith("no") or old in ("auto_reply", "bulk", "junk") or "X-Autoreply" in message
