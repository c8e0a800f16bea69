"""Header lines in words: encoded words (RFC 2047) as programs really write them, and raw bytes. Pure."""

import base64
import binascii
import re

from .charsets import text_of

# Tolerant on purpose: blanks inside, a language after *, an end that was cut off by a line limit.
WORD = re.compile(rb"=\?([A-Za-z0-9_.:-]+)(?:\*[A-Za-z-]*)?\?([BbQq])\?([^?]*?)(\?=|\?$|$)")
BETWEEN = re.compile(rb"[ \t\r\n]*")
FOLD = re.compile(rb"\r?\n[ \t]*")
CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
LONGEST = 20_000


def raw_of(value: object) -> bytes:
    """A header line as it came, from what the standard parser keeps of it (bytes above 127 as surrogates)."""
    return str(value).encode("utf-8", "surrogateescape")


def words_of(value: object) -> str:
    """A header line as a person reads it, on one line."""
    return CONTROL.sub(" ", decoded(raw_of(value)[:LONGEST])).strip()


def decoded(raw: bytes) -> str:
    """Neighbouring words of one charset are joined before they are read: some programs cut inside a letter."""
    said: list[str] = []
    at, pending, label = 0, b"", ""
    for word in WORD.finditer(raw):
        gap = raw[at : word.start()]
        is_neighbour = bool(pending) and bool(BETWEEN.fullmatch(gap))
        if not is_neighbour or label != charset(word):
            said += [text_of(pending, label), "" if is_neighbour else plain(gap)]
            pending = b""
        label, pending, at = charset(word), pending + content(word), word.end()
    said += [text_of(pending, label), plain(raw[at:])]
    return "".join(said)


def charset(word: re.Match[bytes]) -> str:
    return word[1].decode("ascii").lower()


def plain(raw: bytes) -> str:
    """What stands outside of encoded words; programs put bytes of their own charset here too."""
    return text_of(FOLD.sub(b" ", raw))


def content(word: re.Match[bytes]) -> bytes:
    text = re.sub(rb"[\r\n\t]+ *", b"", word[3])
    return from_base64(text) if word[2] in b"Bb" else from_quoted(text)


def from_base64(text: bytes) -> bytes:
    """Forgives what is commonly wrong: blanks, missing or doubled padding, a last letter cut off."""
    text = re.sub(rb"[^A-Za-z0-9+/]", b"", text)
    if len(text) % 4 == 1:
        text = text[:-1]
    return base64.b64decode(text + b"=" * (-len(text) % 4))


def from_quoted(text: bytes) -> bytes:
    return binascii.a2b_qp(text.replace(b" ", b"_"), header=True)
