"""Any number of documents of a city: sentences of its plan, put together anew under the names of its towns."""

import csv
import random
import re
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from jichi.kernel.search.document import SearchDocument

KINDS = (
    "事業",
    "お知らせ",
    "議事録",
    "よくある質問",
    "手続き",
    "施設",
    "催し",
    "条例の値",
    "評価票",
    "声",
    "回答",
    "資料",
)
PARTS = re.compile(r"[。●\n\t・■]")


def made_documents(city: Path, number: int) -> Iterator[SearchDocument]:
    """The same documents each time. Some sentences are frequent and most are rare, as in any city's texts."""
    dice = random.Random(1)
    chapter = (city / "plans/chapter7_2011-2013.txt").read_text(encoding="utf-8")
    sentences = [part.strip() for part in PARTS.split(chapter) if len(part.strip()) > 6]
    dice.shuffle(sentences)
    often = list(accumulate((place + 1) ** -0.7 for place in range(len(sentences))))
    with (city / "places/towns.csv").open(encoding="utf-8") as file:
        towns = [f"{row['ward']}{row['town']}" for row in csv.DictReader(file)]
    for serial in range(number):
        where, year = dice.choice(towns), dice.randrange(2005, 2027)
        body = dice.choices(sentences, cum_weights=often, k=dice.randint(2, 9))
        yield SearchDocument(
            key=f"bench/{serial}",
            kind=dice.choice(KINDS),
            title=f"{where}の{dice.choices(sentences, cum_weights=often)[0][:40]}",
            body="\n".join([*body, f"{dice.choice(towns)}で行います。整理番号{serial}番。"]),
            url=f"/bench/{serial}/",
            wards=(f"1413{dice.randint(1, 7)}",),
            bureaus=(f"bureau{dice.randrange(20)}",),
            years=(year,),
        )
