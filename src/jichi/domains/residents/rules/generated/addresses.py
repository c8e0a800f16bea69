"""Where the generated people live: towns by ward, and buildings that always stand at the same lot. Pure."""

from dataclasses import dataclass
from random import Random

from .chance import Weighted, mixed
from .sources import Sources

# Rooms of a block of flats, floors times rooms on each.
FLOORS, ROOMS = 8, 9


@dataclass(frozen=True, kw_only=True)
class Ward:
    """A ward with its towns, some of which are larger than others, and how many buildings each has."""

    code: str
    towns: Weighted[tuple[int, str]]
    buildings: int
    detached: int
    fronts: tuple[str, ...]
    backs: tuple[str, ...]
    seed: int


def ward_of(of: Sources, code: str, *, people: int, seed: int) -> Ward:
    names = of.towns[code]
    sizes = [(place, 4 + mixed(seed, int(code), number) % 13) for number, place in enumerate(names)]
    numbered = [((number, name), size) for number, (name, size) in enumerate(sizes)]
    return Ward(
        code=code,
        towns=Weighted(numbered),
        buildings=max(4, people // len(names) // 6),
        detached=of.said["rates"]["detached"],
        fronts=tuple(of.said["buildings"]["front"]),
        backs=tuple(of.said["buildings"]["back"]),
        seed=seed,
    )


def address(ward: Ward, by: Random) -> dict[str, str]:
    number, town = ward.towns.draw(by)
    building = by.randrange(ward.buildings)
    at = mixed(ward.seed, int(ward.code), number, building)
    lot = f"{at % 29 + 1}番{at // 29 % 23 + 1}"
    there = {"town_ward": ward.code, "town": town}
    if at // 1000 % 1000 < ward.detached:
        return {**there, "lot": f"{lot}号", "building": ""}
    floors = 2 if at % 3 else FLOORS
    room = f"{by.randrange(1, floors + 1)}{by.randrange(1, ROOMS + 1):02d}"
    front, back = ward.fronts[at // 7 % len(ward.fronts)], ward.backs[at // 11 % len(ward.backs)]
    return {**there, "lot": f"{lot}-{room}号", "building": f"{front}{back}"}
