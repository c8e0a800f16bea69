"""How words may be typed: じゅうみんとうひょう is how 住民投票 is read, and 住民当票 is nearly how it is written."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from .words import Word, folded, words_of

# What has more words than this is not typed in one go; what is shorter says too little.
MOST_WORDS, SHORTEST = 4, 2
KANA = {chr(code) for code in range(0x3041, 0x3097)} | {"ー"}


def spellings_of(text: str, words: Sequence[Word]) -> list[str]:
    """The readings and the writings of every run of one to four words that follow each other, each once."""
    found = (spelling for run in runs(words) for spelling in (reading(run), writing(text, run)))
    return list(
        dict.fromkeys(spelling for spelling in found if len(spelling) >= SHORTEST and " " not in spelling)
    )


def runs(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    for is_said, group in groupby(words, key=lambda word: bool(word.key)):
        said = list(group) if is_said else []
        for start in range(len(said)):
            for end in range(start + 1, min(start + MOST_WORDS, len(said)) + 1):
                yield said[start:end]


def reading(run: Sequence[Word]) -> str:
    """The run in hiragana; nothing where the dictionary knows no reading."""
    kana = "".join(word.kana for word in run)
    return kana if is_kana(kana) else ""


def writing(text: str, run: Sequence[Word]) -> str:
    """The run as it stands in the text, with width, case and kana made equal."""
    return folded(text[run[0].start : run[-1].end])


def reading_of(typed: str) -> str:
    """How what was typed is read, whatever it is written in; nothing where the dictionary knows no reading."""
    text = folded(typed)
    return text if is_kana(text) else reading([word for word in words_of(typed) if word.key])


def is_kana(text: str) -> bool:
    """Whether a folded text is hiragana only."""
    return bool(text) and not set(text) - KANA
