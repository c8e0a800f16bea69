"""Names of attached files: RFC 2231 with its continuations, RFC 2047 where it must not stand, raw bytes. Pure."""

import re
import unicodedata
from email.message import Message

from .charsets import text_of
from .headers import decoded, raw_of

UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\u202a-\u202e\u2066-\u2069]')
LONGEST = 120


def file_name(part: Message) -> str:
    """The name under which the sender attached a part, made safe; empty where there is none."""
    for name, header in (("filename", "content-disposition"), ("name", "content-type")):
        if found := parameter(part, name, header):
            return safe(found)
    return ""


def parameter(part: Message, name: str, header: str) -> str:
    value = part.get_param(name, header=header)
    if not value:
        return ""
    if isinstance(value, tuple):
        charset, _language, said = value
        # The parser turns %E3 into the character of that number.
        return text_of(said.encode("latin-1", "surrogateescape"), charset or "")
    return decoded(raw_of(value))


def safe(name: str) -> str:
    """Without what leads out of a folder or turns the reading direction, and short enough for a file system."""
    name = UNSAFE.sub("_", unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])).strip(
        " ."
    )
    stem, dot, suffix = name.rpartition(".")
    room = LONGEST - len(dot) - len(suffix)
    return f"{stem[:room]}{dot}{suffix}" if dot and room > 0 else name[:LONGEST]
