"""EUC-JP with the letters that Unix and Windows programs added to it (eucJP-ms, CP51932). Pure."""

from collections.abc import Iterator

from .jis import KANA, LOST, letter_0208, tried


def decode(raw: bytes) -> str:
    """The text; what is none becomes U+FFFD."""
    return "".join(letters(raw))


def letters(raw: bytes) -> Iterator[str]:
    at = 0
    while at < len(raw):
        length = length_at(raw, at)
        yield letter(raw[at : at + length])
        at += length


def length_at(raw: bytes, at: int) -> int:
    """How many bytes belong to the letter that begins here."""
    wanted = 3 if raw[at] == 0x8F else 2 if raw[at] == 0x8E or 0xA1 <= raw[at] <= 0xFE else 1
    whole = all(0xA1 <= byte <= 0xFE for byte in raw[at + 1 : at + wanted])
    return wanted if whole and at + wanted <= len(raw) else 1


def letter(raw: bytes) -> str:
    if len(raw) == 1:
        return chr(raw[0]) if raw[0] < 0x80 else LOST
    if raw[0] == 0x8E:
        return chr(raw[1] + KANA) if raw[1] <= 0xDF else LOST
    if raw[0] == 0x8F:
        return tried(raw, "euc_jp") if tried(raw, "euc_jp") != LOST else tried(raw, "euc_jis_2004")
    return letter_0208(raw[0] & 0x7F, raw[1] & 0x7F)
