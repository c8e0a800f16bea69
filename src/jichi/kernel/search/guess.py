"""What may have been meant: by its reading, or by a spelling that is nearly the same. Only among what may be read."""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from tantivy import Query, Searcher

from .asking import either, every, uncounted
from .models import Document
from .question import LONGEST
from .schema import SCHEMA, keys_of
from .spelling import is_kana, reading, reading_of, runs, writing
from .words import folded, words_of_title

Keys = tuple[str, ...]
# Titles that are looked at, and writings of one reading that are searched.
LOOKED_AT, WRITINGS = 12, 3
# Nobody misspells a longer word, or goes on typing it: the mirror would look for it in vain, and long.
LONGEST_WORD = 40
# One slip in a word of four characters or six kana, two in a reading of ten: 京都 must not lead to 強化.
ONE_SLIP_WRITTEN, ONE_SLIP_READ, TWO_SLIPS = 4, 6, 10


def surfaces_of(mirror: Searcher, readable: Query, kana: str) -> list[Keys]:
    """The words that are read so in some title: じゅうみんとうひょう is 住民・投票. The most frequent first."""
    titles = titles_found(mirror, every([spelt(kana, 0), readable]))
    found = Counter(
        tuple(word.key for word in run)
        for title in titles
        for run in runs(words_of_title(title))
        if reading(run) == kana
    )
    return [keys for keys, _ in found.most_common(WRITINGS)]


def titles_read(typed: str) -> Query | None:
    """The titles with something whose reading begins as typed; None where that was not typed in kana."""
    kana = folded(typed)
    if not is_kana(kana) or len(kana) > LONGEST_WORD:
        return None
    return uncounted(Query.regex_query(SCHEMA, "spelling", f"{kana}.*"))


def meant_by(typed: str, mirror: Searcher, readable: Query) -> str:
    """The words of some title that are written or read nearly like what was typed; nothing where there are none.

    Only for a single word: which of two was misspelt nobody knows.
    """
    written, read = folded(typed[:LONGEST]), reading_of(typed[:LONGEST])
    if len(written.split()) != 1 or max(len(written), len(read)) > LONGEST_WORD:
        return ""
    near = [spelt(written, 1)] if len(written) >= ONE_SLIP_WRITTEN else []
    near += [spelt(read, slips_in(read))] if read else []
    titles = titles_found(mirror, every([either(near), readable])) if near else []
    likest = max((like for title in titles for like in likes(title, written, read)), default=(0.0, 0, ""))
    return likest[2] if folded(likest[2]) != written else ""


def slips_in(kana: str) -> int:
    return (len(kana) >= ONE_SLIP_READ) + (len(kana) >= TWO_SLIPS)


def spelt(text: str, slips: int) -> Query:
    return Query.fuzzy_term_query(SCHEMA, "spelling", text, slips)


def likes(title: str, written: str, read: str) -> Iterator[tuple[float, int, str]]:
    """How like each run of words in the title is to what was typed; of equals the one of its length is taken."""
    for run in runs(words_of_title(title)):
        shown = title[run[0].start : run[-1].end]
        alike = max(ratio(writing(title, run), written), ratio(reading(run), read))
        yield alike, -abs(len(shown) - len(written)), shown


def ratio(one: str, other: str) -> float:
    """The share of the longer text that the other has too, in the same order."""
    if not (one and other):
        return 0.0
    same = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in same) / max(len(one), len(other))


def titles_found(mirror: Searcher, query: Query) -> list[str]:
    found = mirror.search(query, LOOKED_AT).hits
    ids = keys_of(mirror, [address for _, address in found]) if found else []
    return list(Document.objects.filter(pk__in=ids).order_by("pk").values_list("title", flat=True))
