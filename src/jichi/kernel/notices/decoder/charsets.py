"""From bytes and a label, which may be missing or wrong, to text. Pure.

Libraries that guess a charset want whole pages: of the subjects in tests/, charset-normalizer took every one in
EUC-JP for Chinese or Korean. Mail to a Japanese city is Japanese, so four charsets are weighed against each other.
"""

import codecs
import re
from collections.abc import Callable

from . import euc, jis

LOST = jis.LOST
SHIFT_JIS = {
    "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "ms932", "cp932", "windows-31j", "csshiftjis",
    "x-ms-cp932", "cswindows31j", "shift_jisx0213", "shift_jis-2004", "windows-932",
}  # fmt: skip
JIS = {
    "iso-2022-jp", "iso2022jp", "iso_2022_jp", "csiso2022jp", "iso-2022-jp-1", "iso-2022-jp-2", "iso-2022-jp-3",
    "iso-2022-jp-2004", "iso-2022-jp-ms", "iso-2022-jp-ext", "cp50220", "cp50221", "cp50222", "jis",
}  # fmt: skip
EUC = {
    "euc-jp", "euc_jp", "eucjp", "x-euc-jp", "ujis", "eucjp-ms", "eucjp-win", "cp51932", "cseucpkdfmtjapanese",
    "euc-jisx0213", "euc-jis-2004", "x-euc",
}  # fmt: skip
# Labels under which programs send anything at all, because any bytes are valid or nobody set the label.
SAYS_NOTHING = {"", "us-ascii", "ascii", "unknown-8bit", "x-unknown", "unknown", "default", "iso-8859-1", "latin1",
                "windows-1252", "cp1252", "iso-8859-15", "binary", "8bit", "7bit"}  # fmt: skip
JAPANESE = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")
HIRAGANA = re.compile("[\u3040-\u309f]")
HALF_KANA = re.compile("[\uff61-\uff9f]")
# 常用漢字 begin in row 16 of JIS X 0208; whole runs of what stands in no everyday text betray a wrong guess.
ODD = re.compile("[\ufffd\ue000-\uf8ff\u0080-\u009f\u0400-\u04ff\u2500-\u257f]")


def shift_jis(raw: bytes) -> str:
    """Windows' Shift_JIS; what it leaves empty as JIS X 0213 filled it."""
    try:
        return raw.decode("cp932")
    except UnicodeDecodeError:
        try:
            return raw.decode("shift_jis_2004")
        except UnicodeDecodeError:
            return raw.decode("cp932", "replace")


def utf_8(raw: bytes) -> str:
    return raw.decode("utf-8-sig", "replace")


Reader = Callable[[bytes], str]
BY_LABEL: dict[str, Reader] = {
    **dict.fromkeys(SHIFT_JIS, shift_jis), **dict.fromkeys(JIS, jis.decode), **dict.fromkeys(EUC, euc.decode),
    **dict.fromkeys(("utf-8", "utf8", "utf_8", "unicode-1-1-utf-8", "utf-8n"), utf_8),
}  # fmt: skip


def text_of(raw: bytes, label: str = "") -> str:
    """The text of some bytes: by their label, unless the bytes say that it is wrong."""
    label = label.strip().strip("\"'").lower().split("*")[0]
    if reader := told_by_bytes(raw, label):
        return reader(raw)
    if label in SAYS_NOTHING:
        return guessed(raw, label)
    said = (BY_LABEL.get(label) or by_codec(label))(raw)
    # Most of EUC is half-width kana under the name of Shift_JIS: no letter is lost, and no word is said.
    is_doubtful = LOST in said or (label in SHIFT_JIS and not raw.isascii() and not likely(said))
    return better(said, guessed(raw, label)) if is_doubtful else said


def told_by_bytes(raw: bytes, label: str) -> Reader | None:
    """What bytes show by themselves, whatever the label says: escapes of JIS, and Japanese in UTF-8."""
    if is_jis(raw) and label not in JIS:
        return jis.decode
    if raw.isascii() or label in ("utf-8", "utf8"):
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    foreign = [letter for letter in text if not letter.isascii()]
    return utf_8 if len(JAPANESE.findall(text)) * 2 > len(foreign) else None


def is_jis(raw: bytes) -> bool:
    return any(mark in raw for mark in (b"\x1b$B", b"\x1b$@", b"\x1b(I", b"\x1b$("))


def by_codec(label: str) -> Reader:
    """Any other charset, as Python knows it; one that it does not know is guessed."""
    try:
        codec = codecs.lookup(label).name
        b"".decode(codec)
    except LookupError:
        return lambda raw: guessed(raw, "")
    return lambda raw: raw.decode(codec, "replace")


def guessed(raw: bytes, label: str) -> str:
    """The likeliest reading of bytes whose label is missing or wrong."""
    if raw.isascii():
        return jis.decode(raw)
    readings = [utf_8(raw), shift_jis(raw), euc.decode(raw)]
    best = max(readings, key=likeliness)
    if label in ("iso-8859-1", "latin1", "windows-1252", "cp1252", "iso-8859-15") and not likely(best):
        return raw.decode("cp1252", "replace")
    return best


def better(one: str, other: str) -> str:
    return max(one, other, key=likeliness)


def likely(text: str) -> bool:
    """Whether this reads as Japanese: no lost letter, and more than a stray half-width kana."""
    return LOST not in text and len(JAPANESE.findall(text)) > 2 * len(HALF_KANA.findall(text))


def likeliness(text: str) -> float:
    """How much like Japanese a reading looks; hiragana, of which no text is without, count most."""
    whole = len(JAPANESE.findall(text)) - len(HALF_KANA.findall(text))
    odd = len(ODD.findall(text))
    return (whole + 2 * len(HIRAGANA.findall(text)) + 0.4 * len(HALF_KANA.findall(text)) - 4 * odd) / max(
        len(text), 1
    )
