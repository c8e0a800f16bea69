"""What people look for and what they should find, as the city's data say it (`search/judged.toml`)."""

import tomllib
from dataclasses import dataclass
from math import log2

from django.conf import settings

from jichi.kernel.access.actor import NOBODY
from jichi.kernel.search.find import find

SHOWN = 10
BEST, GOOD = 3, 1


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A query with the titles (or beginnings of titles) that should be found, the best and the good."""

    typed: str
    best: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    nothing: bool = False
    why: str = ""

    def worth(self, title: str) -> int:
        if title.startswith(self.best):
            return BEST
        return GOOD if title.startswith(self.good) else 0


def judged() -> list[Judged]:
    text = (settings.CITY_FOLDER / "search/judged.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)["queries"]
    return [
        Judged(**{key: tuple(v) if isinstance(v, list) else v for key, v in each.items()}) for each in tables
    ]


def first_titles(typed: str) -> list[str]:
    return ["".join(piece.text for piece in hit.title) for hit in find(typed, actor=NOBODY).hits[:SHOWN]]


def gain(worths: list[int]) -> float:
    return sum(worth / log2(place + 2) for place, worth in enumerate(worths))


def ndcg(query: Judged, titles: list[str]) -> float:
    """1 where everything worth finding stands first, best before good. No title counts twice."""
    ideal = sorted([BEST] * len(query.best) + [GOOD] * len(query.good), reverse=True)[:SHOWN]
    found, seen = [], set[str]()
    for title in titles:
        name = next((each for each in (*query.best, *query.good) if title.startswith(each)), "")
        found.append(query.worth(title) if name and name not in seen else 0)
        seen.add(name)
    return gain(found) / gain(ideal)


def recall(query: Judged, titles: list[str]) -> float:
    """The share of what should be found that stands among the first ten."""
    wanted = (*query.best, *query.good)
    return sum(any(title.startswith(each) for title in titles) for each in wanted) / len(wanted)
