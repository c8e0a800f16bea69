"""Faults of extraction: found by general patterns, kept as read, proposed for a person to correct."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import permutations

from .accounting import Accounting
from .fault_data import FaultData, fault_data
from .wording import gettext_noop

ROMAJI = gettext_noop("ひらがなの語の中にローマ字が入っています")
OLD_FORM = gettext_noop("この文書がほかでは新字体で書いている字が、旧字体になっています")
FOREIGN = gettext_noop("日本語では使わない字形です")
RADICAL = gettext_noop("漢字ではなく、部首の記号が入っています")
LOOKALIKE = gettext_noop("形の似た別の文字（漢字と片仮名）が入っています")

_ROMAJI_IN_KANA = re.compile(r"(?P<left>[ぁ-ん])(?P<letters>[a-z]{1,3})(?P<right>[ぁ-ん])")
_KANJI_RUN = re.compile(r"[々〇\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_RADICAL = re.compile(r"[\u2e80-\u2fdf]")


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A likely fault; ``proposed`` is empty where only a person can tell what should stand there.

    ``column`` counts characters from 1 within the line; ``place`` names the text that holds it;
    ``why`` is a Japanese text, marked for translation.
    """

    line: int
    column: int
    place: str
    read: str
    proposed: str
    why: str


@dataclass(frozen=True, kw_only=True)
class _Fault:
    start: int
    read: str
    proposed: str
    why: str


def find_faults(text: str, accounting: Accounting) -> tuple[Correction, ...]:
    """Return every fault of the text (tags blanked out), in the order it is read."""
    data = fault_data()
    found = [*_romaji(text, data), *_confusions(text, data), *_kanji(text, data), *_lookalikes(text, data)]
    return tuple(_located(text, fault, accounting) for fault in sorted(found, key=lambda f: f.start))


def _romaji(text: str, data: FaultData) -> Iterator[_Fault]:
    """しukみ: the letters of one kana, in any order, between two kana."""
    for found in _ROMAJI_IN_KANA.finditer(text):
        orders = dict.fromkeys("".join(order) for order in permutations(found["letters"]))
        words = [
            found["left"] + data.romaji[order] + found["right"] for order in orders if order in data.romaji
        ]
        if words:
            proposed = next((word for word in words if word in text), words[0])
            yield _Fault(start=found.start(), read=found[0], proposed=proposed, why=ROMAJI)


def _confusions(text: str, data: FaultData) -> Iterator[_Fault]:
    for confusion in data.confusions:
        for found in confusion.pattern.finditer(text):
            proposed = found.expand(confusion.proposed)
            yield _Fault(start=found.start(), read=found[0], proposed=proposed, why=confusion.why)


def _kanji(text: str, data: FaultData) -> Iterator[_Fault]:
    """Words with a radical sign, a foreign form, or an old form the text writes new elsewhere."""
    for found in _KANJI_RUN.finditer(text):
        word = found[0]
        if _RADICAL.search(word):
            proposed = unicodedata.normalize("NFKC", word)
            yield _Fault(start=found.start(), read=word, proposed=proposed, why=RADICAL)
        elif any(map(_is_foreign, word)):
            proposed = _in_japanese(word, data)
            yield _Fault(start=found.start(), read=word, proposed=proposed, why=FOREIGN)
        elif (proposed := _in_new_forms(word, text, data)) != word:
            yield _Fault(start=found.start(), read=word, proposed=proposed, why=OLD_FORM)


@cache
def _is_foreign(char: str) -> bool:
    """No Japanese character set has it: neither JIS X 0213 nor what Windows adds for names."""
    return "\u4e00" <= char <= "\u9fff" and not any(
        _encodes(char, charset) for charset in ("shift_jis_2004", "cp932")
    )


def _encodes(char: str, charset: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _in_japanese(word: str, data: FaultData) -> str:
    proposed = "".join(data.simplified.get(char, char) if _is_foreign(char) else char for char in word)
    return "" if any(map(_is_foreign, proposed)) else proposed


def _in_new_forms(word: str, text: str, data: FaultData) -> str:
    """Return the word with its old forms made new, as far as the text itself writes them new."""
    modern = "".join(data.old_forms.get(char, char) for char in word)
    if modern == word or modern in text:
        return modern
    return "".join(_usual_form(char, text, data) for char in word)


def _usual_form(char: str, text: str, data: FaultData) -> str:
    new = data.old_forms.get(char)
    if new is None or char in data.in_names or text.count(new) <= text.count(char):
        return char
    return new


def _lookalikes(text: str, data: FaultData) -> Iterator[_Fault]:
    """コミュ二ティ with the kanji 二, 窓ロ with the katakana ロ; the right word must stand elsewhere.

    A match begins where its run of characters begins: tried from each of them, a long run takes hours.
    """
    kanji, kana = "".join(data.kanji_to_kana), "".join(data.kanji_to_kana.values())
    to_kana, to_kanji = str.maketrans(kanji, kana), str.maketrans(kana, kanji)
    katakana = re.compile(rf"(?<![ァ-ヴー])[ァ-ヴー]+(?:[{kanji}][ァ-ヴー]+)+")
    in_kanji = re.compile(rf"(?<![ァ-ヴー一-鿿])[一-鿿]+[{kana}](?![ァ-ヴー])[一-鿿]*")
    for pattern, table in ((katakana, to_kana), (in_kanji, to_kanji)):
        for found in pattern.finditer(text):
            proposed = found[0].translate(table)
            if proposed in text:
                yield _Fault(start=found.start(), read=found[0], proposed=proposed, why=LOOKALIKE)


def _located(text: str, fault: _Fault, accounting: Accounting) -> Correction:
    line_start = text.rfind("\n", 0, fault.start) + 1
    entries = accounting.entries
    at = bisect_right(entries, fault.start, key=lambda entry: entry.start) - 1
    return Correction(
        line=text.count("\n", 0, fault.start) + 1,
        column=fault.start - line_start + 1,
        place=entries[at].place,
        read=fault.read,
        proposed=fault.proposed,
        why=fault.why,
    )
