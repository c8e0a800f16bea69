"""ISO-2022-JP as programs really write it: with ①㈱髙, half-width kana, JIS X 0212 and 0213. Pure.

Python's codecs know each dialect alone, and no mail says which it is written in. Microsoft's (CP50220 to
CP50222), the commonest, they do not know at all.
"""

import re
from collections.abc import Iterator

ESCAPE = re.compile(rb"\x1b(\$\([A-Za-z@]|\$[@AB]|\([A-Za-z]|\.[A-Za-z])|([\x0e\x0f])|\x1b")
# A gateway between may have eaten the ESC bytes and left "$B…(B" standing.
BARE = re.compile(rb"(?<![\x21-\x7e])\$B((?:[\x21-\x7e]{2})+?)\(([BJ])")
KANA = ord("ｱ") - 0xB1
TWO_BYTES = {b"$@": "0208", b"$B": "0208", b"$(@": "0208", b"$(B": "0208", b"$(D": "0212"}
WITH_0213 = {b"$(O": b"", b"$(Q": b"", b"$(P": b"\x8f"}
FOREIGN = {b"$A": "gb2312", b"$(C": "euc_kr"}
LOST = "\N{REPLACEMENT CHARACTER}"


def decode(raw: bytes) -> str:
    """The text; what no dialect knows becomes U+FFFD."""
    return "".join(pieces(with_escapes(raw)))


def with_escapes(raw: bytes) -> bytes:
    return raw if b"\x1b" in raw else BARE.sub(lambda bare: b"\x1b$B" + bare[1] + b"\x1b(" + bare[2], raw)


def pieces(raw: bytes) -> Iterator[str]:
    """The text between one change of letters and the next."""
    letters, is_kana, at = b"(B", False, 0
    for change in ESCAPE.finditer(raw):
        yield piece(raw[at : change.start()], b"(I" if is_kana else letters)
        at = change.end()
        if change[1]:
            letters = change[1]
        elif change[2]:
            is_kana = change[2] == b"\x0e"
    yield piece(raw[at:], b"(I" if is_kana else letters)


def piece(raw: bytes, letters: bytes) -> str:
    if letters in TWO_BYTES or letters in WITH_0213 or letters in FOREIGN:
        return "".join(pairs(raw, letters))
    if letters == b"(I":
        return "".join(
            chr((byte | 0x80) + KANA) if 0x21 <= byte & 0x7F <= 0x5F else chr(byte) for byte in raw
        )
    return "".join(single(byte) for byte in raw)


def single(byte: int) -> str:
    """ASCII, or a half-width kana that was sent as a single byte with its eighth bit."""
    if 0xA1 <= byte <= 0xDF:
        return chr(byte + KANA)
    return chr(byte) if byte < 0x80 else LOST


def pairs(raw: bytes, letters: bytes) -> Iterator[str]:
    """Two bytes a letter; a line end inside is one byte, and ends nothing as some programs have it."""
    at = 0
    while at < len(raw):
        if raw[at] < 0x21:
            yield chr(raw[at])
            at += 1
        elif at + 1 == len(raw):
            yield LOST
            at += 1
        else:
            yield letter(raw[at] & 0x7F, raw[at + 1] & 0x7F, letters)
            at += 2


def letter(first: int, second: int, letters: bytes) -> str:
    high = bytes([first | 0x80, second | 0x80])
    if letters in WITH_0213:
        return tried(WITH_0213[letters] + high, "euc_jis_2004")
    if letters in FOREIGN:
        return tried(high, FOREIGN[letters])
    if TWO_BYTES[letters] == "0212":
        return tried(b"\x8f" + high, "euc_jp")
    return letter_0208(first, second)


def letter_0208(first: int, second: int) -> str:
    """JIS X 0208; what it leaves empty as Microsoft filled it (①㈱髙), and what that leaves as JIS X 0213."""
    high = bytes([first | 0x80, second | 0x80])
    for raw, codec in ((high, "euc_jp"), (as_shift_jis(first, second), "cp932"), (high, "euc_jis_2004")):
        if (found := tried(raw, codec)) != LOST:
            return found
    return LOST


def as_shift_jis(first: int, second: int) -> bytes:
    """The same place of the table in Shift_JIS, which is how its extensions are numbered."""
    row, cell = first - 0x21, second - 0x21
    lead = row // 2 + 0x81
    place = cell + (0x9F if row % 2 else 0x40)
    return bytes([lead + (0x40 if lead > 0x9F else 0), place + (1 if not row % 2 and place >= 0x7F else 0)])


def tried(raw: bytes, codec: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return LOST
