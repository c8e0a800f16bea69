"""Is this the paper that was to be made? Judged from what a reader found on it, never from what was meant. Pure.

Three things must hold: every page is there and says that it belongs to this document; all that was to be told stands
on it, label and value together; and nothing else stands on it, so that nobody else can.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jichi.kernel.values.fault import Fault, gettext_noop

PAGE = re.compile(r"(\d+)/(\d+)")
# A text this short may stand in another by chance: it is taken away as often as it was given, and once more a page, where
# the head of a table that goes over the page is said again.
SHORT = 4
GONE = "\0"


@dataclass(frozen=True, kw_only=True)
class Expected:
    """`lines` must be found whole, `strings` are all texts that the template was given, `words` are its own."""

    number: str
    code: str
    lines: tuple[str, ...]
    strings: tuple[str, ...]
    words: tuple[str, ...]
    never: tuple[str, ...] = field(default_factory=tuple)


class WrongPaper(Fault):
    """The paper is not what was to be made. `fault` says which of the things that must hold does not."""

    code = "residents.wrong_paper"
    sentence = gettext_noop(
        "でき上がった紙を読み直したところ、内容が違っていたため、発行しませんでした（%(fault)s）。番号は使われていません。もう一度発行し、同じことが起きたら、使うのをやめて、情報システムの担当に知らせてください。"
    )


OTHER_DOCUMENT = gettext_noop("別の証明書のページがあります")
PAGES_MISSING = gettext_noop("ページが足りないか、順番が違います")
LINE_MISSING = gettext_noop("載るはずの事項がありません")
STRANGE = gettext_noop("載るはずのない事項があります")
FORBIDDEN = gettext_noop("載せてはいけない事項があります")
PICTURES = gettext_noop("画像が違います")
SEAL_ENDED = gettext_noop("印鑑登録がいま有効でないか、印影がその登録のものではありません")
RECORD_CHANGED = gettext_noop("作っている間に、もとの記録が変わりました")


def judge(pages: Sequence[str], expected: Expected) -> None:
    """Raises: WrongPaper."""
    runs = [unspaced(page) for page in pages]
    if not runs or any(expected.code not in run or expected.number not in run for run in runs):
        raise WrongPaper(fault=OTHER_DOCUMENT)
    if [page_of(run) for run in runs] != [(str(at), str(len(runs))) for at in range(1, len(runs) + 1)]:
        raise WrongPaper(fault=PAGES_MISSING)
    judge_words("".join(runs), expected, repeats=len(runs) - 1)


def judge_words(run: str, expected: Expected, *, repeats: int) -> None:
    if any(unspaced(word) in run for word in expected.never):
        raise WrongPaper(fault=FORBIDDEN)
    if any(unspaced(line) not in run for line in expected.lines):
        raise WrongPaper(fault=LINE_MISSING)
    if strange(run, expected, repeats=repeats):
        raise WrongPaper(fault=STRANGE)


def strange(run: str, expected: Expected, *, repeats: int = 0) -> str:
    """What is left on the paper when all that may stand on it is taken away: letters and digits only."""
    rest = PAGE.sub(GONE, run)
    given = Counter(map(unspaced, (*expected.strings, expected.number, expected.code)))
    own = frozenset(expected.words)
    for text in sorted(filter(None, {*given, *own}), key=len, reverse=True):
        freely = text in own or len(text) >= SHORT
        rest = rest.replace(text, GONE, -1 if freely else given[text] + repeats)
    return "".join(letter for letter in rest if letter.isalnum())


def page_of(run: str) -> tuple[str, str] | None:
    """The page number at the foot; a date or a lot number on the page has other signs between its digits."""
    found = PAGE.findall(run)
    return found[-1] if found else None


def own_words(pages: Sequence[str], strings: Iterable[str]) -> tuple[str, ...]:
    """The template's own words: what stands on its sample beside what the sample was given.

    Taken from the whole and from each line: a sentence may be broken elsewhere on another paper, and of two texts that
    only follow each other each stands for itself.
    """
    given = sorted(set(map(unspaced, strings)) - {""}, key=len, reverse=True)
    runs = [unspaced("".join(pages)), *(unspaced(line) for page in pages for line in page.splitlines())]
    return tuple(sorted({part for run in runs for part in parts(run, given)}))


def parts(run: str, given: Iterable[str]) -> Iterable[str]:
    rest = PAGE.sub(GONE, run)
    for text in given:
        rest = rest.replace(text, GONE)
    return filter(None, rest.split(GONE))


def unspaced(text: str) -> str:
    return "".join(text.split())
