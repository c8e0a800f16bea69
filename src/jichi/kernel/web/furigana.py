"""Furigana: readings over kanji, written by hand as 計画《けいかく》, else given by SudachiPy.

A reading by hand goes over the kanji just before it; ｜ marks an earlier start, as in ｜お茶《おちゃ》.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from jaconv import kata2hira
from sudachipy import SplitMode

from jichi.kernel.search.dictionary import tokenizer
from jichi.kernel.values.readings import KANA

KANJI = "々〆ヶ㐀-䶿一-鿿豈-﫿𠀀-𯿿"
WRITTEN = re.compile(rf"(?:｜(?P<marked>[^｜《》]+)|(?P<kanji>[{KANJI}]+))《(?P<reading>[{KANA}]+)》")
HAS_KANJI = re.compile(f"[{KANJI}]")
KANJI_OR_NOT = re.compile(f"([{KANJI}]+)")

# Where the reading of a counter hangs on its number, no dictionary helps. 3分野 and 5人組 are no counters.
COUNTED = re.compile(
    rf"(?P<month>月)?(?<![0-9,.])(?P<number>[0-9]{{1,2}})(?P<counter>[日人分])(?=[^{KANJI}]|[間前後以目付過]|$)"
    r"(?P<span>[間後])?(?P<of>の[0-9])?"
)
DAYS = {2: "ふつか", 3: "みっか", 4: "よっか", 5: "いつか", 6: "むいか", 7: "なのか", 8: "ようか"}
DAYS |= {9: "ここのか", 10: "とおか", 14: "じゅうよっか", 20: "はつか", 24: "にじゅうよっか"}
SPANS = {"間": "かん", "後": "ご"}
PEOPLE = {1: "ひとり", 2: "ふたり"}
HARD_MINUTES = {0, 1, 3, 4, 6, 8}
# Blocks of towns, which the dictionary reads figure by figure.
BLOCKS = {"一丁目": "いっちょうめ", "八丁目": "はっちょうめ", "十丁目": "じっちょうめ"}
BLOCK = re.compile("([一八十]丁目)")


def with_readings(text: str) -> str:
    """The text as markup with a reading over every kanji word; a reading by hand wins.

    The text is markup already (a text node as it stands in a page), so nothing is escaped again.
    """
    return _annotated(text) if HAS_KANJI.search(text) or "《" in text else text


@lru_cache(maxsize=20_000)
def _annotated(text: str) -> str:
    return "".join(_parts(text))


def _parts(text: str) -> Iterator[str]:
    """What was read by hand, and what lies between, read by counter rule or dictionary."""
    at = 0
    for found in WRITTEN.finditer(text):
        yield from _counted_parts(text[at : found.start()])
        yield ruby(found["marked"] or found["kanji"], found["reading"])
        at = found.end()
    yield from _counted_parts(text[at:])


def _counted_parts(text: str) -> Iterator[str]:
    at = 0
    for found in COUNTED.finditer(text):
        yield from _words(text[at : found.start("number")])
        yield counted(
            int(found["number"]), found["counter"], is_date=bool(found["month"]), is_share=bool(found["of"])
        )
        yield ruby(found["span"], SPANS[found["span"]]) if found["span"] else ""
        at = found.end("span" if found["span"] else "counter")
    yield from _words(text[at:])


def counted(number: int, counter: str, *, is_date: bool, is_share: bool) -> str:
    """A number with its counter, read as it is said: over both where irregular, else over the counter.

    Example: 20日 はつか; 11月1日 ついたち, but 1日 (how long) いちにち; 2人 ふたり; 10分 ぷん; 10分の1 ぶん.
    """
    if counter == "日" and number == 1 and is_date:
        return ruby("1日", "ついたち")
    if whole := {"日": DAYS, "人": PEOPLE}.get(counter, {}).get(number):
        return ruby(f"{number}{counter}", whole)
    minute = "ぶん" if is_share else "ぷん" if number % 10 in HARD_MINUTES else "ふん"
    return f"{number}{ruby(counter, {'日': 'にち', '人': 'にん', '分': minute}[counter])}"


def _words(text: str) -> Iterator[str]:
    """Word by word, each kanji word with the dictionary's reading; blocks of towns as they are said."""
    for part in BLOCK.split(text):
        yield from [ruby(part, BLOCKS[part])] if part in BLOCKS else _read(part)


def _read(text: str) -> Iterator[str]:
    if not HAS_KANJI.search(text):
        yield text
        return
    for word in tokenizer().tokenize(text, SplitMode.C):
        surface = word.surface()
        yield with_reading(surface, kata2hira(word.reading_form())) if HAS_KANJI.search(surface) else surface


def with_reading(surface: str, reading: str) -> str:
    """The reading over the kanji only: 決める with きめる becomes 決 under き, and める as it is."""
    if not reading or HAS_KANJI.search(reading):
        return surface
    pieces = [piece for piece in KANJI_OR_NOT.split(surface) if piece]
    shape = "".join("(.+?)" if HAS_KANJI.match(p) else f"({re.escape(kata2hira(p))})" for p in pieces)
    fit = re.fullmatch(shape, reading)
    if not fit:
        return ruby(surface, reading)
    return "".join(
        ruby(piece, part) if HAS_KANJI.match(piece) else piece
        for piece, part in zip(pieces, fit.groups(), strict=True)
    )


def ruby(words: str, reading: str) -> str:
    return f"<ruby>{words}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>"
