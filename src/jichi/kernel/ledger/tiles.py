"""The stored hashes of the tree."""

from collections import defaultdict

from django.db.models import Q

from .merkle import Coordinates, Range, hash_of, needed, root
from .models import Tile


def read_tiles(wanted: set[Coordinates]) -> dict[Coordinates, bytes]:
    """These tiles, in one query."""
    numbers: dict[int, list[int]] = defaultdict(list)
    for level, number in wanted:
        numbers[level].append(number)
    asked = Q(pk__in=[])
    for level, each in numbers.items():
        asked |= Q(level=level, number__in=each)
    rows = Tile.objects.filter(asked).values_list("level", "number", "hashes") if wanted else []
    return {(level, number): bytes(hashes) for level, number, hashes in rows}


def root_at(size: int) -> bytes:
    """The root over the first `size` events that have their place."""
    return root(size, read_tiles(needed([Range(0, size)]) if size else set()))


def hashes_at(nodes: list[Range]) -> list[bytes]:
    tiles = read_tiles(needed(nodes))
    return [hash_of(node, tiles) for node in nodes]
