"""Names folded for searching: width, case, kana, long vowels, variants of characters. The name itself is never changed. Pure.

What folds alike is found together; a clerk then sees who it is. So two names that are one too often cost a glance, two
that are one too seldom cost a person who is not found.
"""

import re
import unicodedata
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import jaconv

from .facts import Facts
from .words import SPACE

VARIANTS = Path(__file__).with_name("name_variants.txt")
# No variants of each other, but the pair that counters mistake most: 斉藤 and 斎藤.
MISTAKEN = {"斉": "斎"}
SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖぢづゐゑをゔ", "あいうえおつやゆよわかけじずいえおぶ")
ROWS = {
    "あ": "あかがさざただなはばぱまやらわ",
    "い": "いきぎしじちにひびぴみり",
    "う": "うくぐすずつぬふぶぷむゆる",
    "え": "えけげせぜてでねへべぺめれ",
    "お": "おこごそぞとどのほぼぽもよろ",
}
VOWELS = {kana: vowel for vowel, row in ROWS.items() for kana in row}
# How a long vowel is written besides the mark: おう for おー, えい for えー.
LONG = {("お", "う"): "お", ("え", "い"): "え"}
LENGTHENING = {second: vowel for (vowel, second) in LONG}
LATIN = re.compile(r"[a-z][a-z'.\-]*(?: [a-z][a-z'.\-]*)*")
MARKS = re.compile(r"[\s'.\-‐・,]+")


class Key(NamedTuple):
    """A beginning by which a person is found. `whole` keys begin where a name begins, the others at a given name."""

    text: str
    whole: bool
    born: date | None


def keys_of(facts: Facts) -> frozenset[Key]:
    """By what a person is found: names and kana, from their beginning and from the given name; Latin names by each word.

    The only source of rows of `NameKey`: usually four for a Japanese person.
    """
    names = (facts.name, facts.kana, facts.former_name, facts.common_name)
    texts = {pair for name in names if name for pair in begins(name)}
    return frozenset(Key(text, whole, facts.birth) for text, whole in texts)


def begins(name: str) -> set[tuple[str, bool]]:
    words = words_of(name)
    if words:
        return {(word, at == 0) for at, word in enumerate(words)}
    return {
        (text, whole)
        for text, whole in ((folded(name), True), (folded(name.partition(SPACE)[2]), False))
        if text
    }


def parts_of(facts: Facts) -> frozenset[str]:
    """Surnames and given names, or the words of a Latin name, each by itself: in them a search finds the middle of a name.

    A city has some hundred thousand different ones, however many people bear them.
    """
    names = (facts.name, facts.kana, facts.former_name, facts.common_name)
    return frozenset(part for name in names if name for part in parts(name))


def parts(name: str) -> set[str]:
    surname, _, given = name.partition(SPACE)
    return set(words_of(name) or filter(None, (folded(surname), folded(given))))


def inner_spellings(word: str) -> tuple[str, ...]:
    """How a word may be folded within a name: うた of こうた is おた there, behind the vowel that it lengthens."""
    return (word, LENGTHENING[word[0]] + word[1:]) if word[:1] in LENGTHENING else (word,)


def words_of(name: str) -> list[str]:
    """The words of a name in Latin letters, in which any of them may be the surname; none of another name."""
    plain = plainly(name)
    return [word for word in MARKS.split(plain) if word] if LATIN.fullmatch(plain) else []


def folded(name: str) -> str:
    """A key to compare names by. What begins a name begins its key."""
    return long_vowels(MARKS.sub("", plainly(name)).translate(SMALL)).translate(variants())


def plainly(name: str) -> str:
    """NFKC, hiragana, small letters without accents, single spaces, no variation selectors."""
    letters = "".join(letter for letter in name if not is_selector(letter))
    plain = jaconv.kata2hira(unicodedata.normalize("NFKC", letters)).casefold()
    return " ".join(without_accents(plain).split())


def without_accents(text: str) -> str:
    """José is typed as JOSE; the marks of kana are no accents."""
    return "".join(
        unicodedata.normalize("NFD", letter)[0] if "\u00c0" <= letter <= "\u024f" else letter
        for letter in text
    )


def is_selector(letter: str) -> bool:
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"


def long_vowels(kana: str) -> str:
    """オーノ, おおの and おうの are one."""
    out: list[str] = []
    for letter in kana:
        before = VOWELS.get(out[-1], "") if out else ""
        out.append(before if letter == "ー" and before else LONG.get((before, letter), letter))
    return "".join(out)


@cache
def variants() -> dict[int, str]:
    """Characters that a search takes for another one."""
    lines = (line for line in VARIANTS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    table = {ord(one): usual for usual, _, ones in (line.partition("\t") for line in lines) for one in ones}
    usual_of = {text: MISTAKEN.get(text, text) for text in table.values()}
    return {one: usual_of[text] for one, text in table.items()} | {ord(a): b for a, b in MISTAKEN.items()}


def beyond(prefix: str) -> str:
    """The first text that sorts behind all that begin with the prefix, where texts are ordered by code point."""
    return prefix + "\U0010ffff"
