"""The whole generated city in blocks, each of which can be made by itself: so the bytes do not depend on who makes it. Pure."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from random import Random

from ..filing.layout import TABLES
from .addresses import ward_of
from .chance import shares
from .life import Life
from .people import draws
from .sources import Sources
from .writing import Block

PEOPLE_OF_A_BLOCK = 2000


@dataclass(frozen=True, kw_only=True)
class Part:
    """One block to be made: `first` is the number of its first person."""

    index: int
    ward: str
    people: int
    first: int
    seed: int
    of_city: int


def parts(of: Sources, *, people: int, seed: int) -> list[Part]:
    """The city in blocks, ward by ward as the census has them; they add up to `people` exactly."""
    weights = dict(of.said["wards"]["people"])
    found: list[Part] = []
    first = 1
    for ward, size in zip(weights, shares(people, list(weights.values())), strict=True):
        while size > 0:
            some = min(size, PEOPLE_OF_A_BLOCK)
            found.append(
                Part(index=len(found), ward=ward, people=some, first=first, seed=seed, of_city=people)
            )
            first, size = first + some, size - some
    return found


def made(of: Sources, part: Part) -> dict[str, str]:
    """The rows of one block, by table."""
    weights = of.said["wards"]["people"]
    whole = sum(weights.values())
    wards = {
        code: ward_of(of, code, people=part.of_city * size // whole, seed=part.seed)
        for code, size in weights.items()
    }
    draw = draws(of)
    block = Block(
        index=part.index,
        ward=part.ward,
        by=Random(f"{part.seed}/{part.of_city}/{part.index}"),
        on=of.on,
        late=draw.rates["late"],
        same_moment=draw.rates["same_moment"],
        first=part.first,
    )
    while block.people < part.people:
        Life(block, draw, wards, part.people - block.people).live()
    # Person by person: files in the order of histories are loaded without being sorted.
    block.lines["entries"].sort(key=lambda line: line.split(",", 2)[1])
    return {name: "".join(f"{line}\n" for line in lines) for name, lines in block.lines.items()}


def city(of: Sources, *, people: int, seed: int, processes: int = 1) -> Iterator[dict[str, str]]:
    """The blocks in their order; `processes` makes it faster and nothing else."""
    wanted = parts(of, people=people, seed=seed)
    if processes <= 1 or len(wanted) <= 1:
        yield from (made(of, part) for part in wanted)
        return
    with ProcessPoolExecutor(processes, initializer=remember, initargs=(of,)) as pool:
        yield from pool.map(made_here, wanted, chunksize=4)


@cache
def remembered() -> list[Sources]:
    return []


def remember(of: Sources) -> None:
    remembered().append(of)


def made_here(part: Part) -> dict[str, str]:
    return made(remembered()[-1], part)


def heads() -> dict[str, str]:
    """The first line of each file."""
    return {table.name: heading_line([column.heading for column in table.columns]) for table in TABLES}


def heading_line(headings: Sequence[str]) -> str:
    return ",".join(headings) + "\n"
