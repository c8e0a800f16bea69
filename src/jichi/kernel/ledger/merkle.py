"""The Merkle tree of RFC 6962 on stored hashes: it grows at its right edge, and proves in O(log n). Pure.

Hashes are kept in tiles of 256: tile (level, number) holds the roots of the full subtrees of 256^level leaves, from
the 256·number-th on. Whatever lies between two levels is computed from one tile. A tree of a million leaves is 3,924
tiles; a proof in it reads five of them at most.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .verifier import node_hash

HEIGHT = 8
WIDTH = 1 << HEIGHT
SIZE_OF_HASH = 32

Coordinates = tuple[int, int]
Tiles = Mapping[Coordinates, bytes]
EMPTY_ROOT = hashlib.sha256(b"").digest()


@dataclass
class Growth:
    """Leaves added to a tree of `size`. `tiles` holds at first its unfinished tiles, in the end all that changed."""

    size: int
    tiles: dict[Coordinates, bytes] = field(default_factory=dict)
    changed: set[Coordinates] = field(default_factory=set)

    def add(self, leaf: bytes) -> None:
        self.put(0, self.size, leaf)
        self.size += 1

    def put(self, level: int, index: int, hash_: bytes) -> None:
        number, place = divmod(index, WIDTH)
        at = (level, number)
        tile = self.tiles.get(at, b"") if place else b""
        if len(tile) != place * SIZE_OF_HASH:
            raise ValueError(f"Tile {at} does not end where the tree ends.")
        self.tiles[at] = tile + hash_
        self.changed.add(at)
        if place == WIDTH - 1:
            self.put(level + 1, number, root_of(hashes_in(self.tiles[at])))


def unfinished(size: int) -> list[Coordinates]:
    """The tiles at the right edge of a tree, to which the next leaf may be added."""
    found, level = [], 0
    while size:
        if size % WIDTH:
            found.append((level, size // WIDTH))
        level, size = level + 1, size // WIDTH
    return found


def hashes_in(tile: bytes) -> list[bytes]:
    return [tile[at : at + SIZE_OF_HASH] for at in range(0, len(tile), SIZE_OF_HASH)]


def root_of(hashes: Sequence[bytes]) -> bytes:
    """The root over a power of two of hashes."""
    row = list(hashes)
    while len(row) > 1:
        row = [node_hash(left, right) for left, right in zip(row[::2], row[1::2], strict=True)]
    return row[0]


@dataclass(frozen=True)
class Range:
    """The leaves from `start` to before `end`, as one node of some tree."""

    start: int
    end: int

    @property
    def is_full(self) -> bool:
        """Whether it is a full subtree, whose hash never changes."""
        width = self.end - self.start
        return width & (width - 1) == 0 and self.start % width == 0

    @property
    def split(self) -> int:
        """Where its right half begins: after the largest power of two below its width."""
        return self.start + (1 << (self.end - self.start - 1).bit_length() - 1)


def hash_of(node: Range, tiles: Tiles) -> bytes:
    """The hash of a node, from the tiles that `needed` names."""
    if node.is_full:
        (tile, place, count) = place_of(node)
        return root_of(hashes_in(tiles[tile])[place : place + count])
    middle = node.split
    return node_hash(hash_of(Range(node.start, middle), tiles), hash_of(Range(middle, node.end), tiles))


def place_of(node: Range) -> tuple[Coordinates, int, int]:
    """Tile, first hash and number of hashes under a full subtree."""
    height = (node.end - node.start).bit_length() - 1
    level, inner = divmod(height, HEIGHT)
    number, place = divmod(node.start >> (level * HEIGHT), WIDTH)
    return (level, number), place, 1 << inner


def needed(nodes: Iterable[Range]) -> set[Coordinates]:
    """The tiles without which these nodes cannot be hashed."""
    tiles: set[Coordinates] = set()
    for node in nodes:
        if node.is_full:
            tiles.add(place_of(node)[0])
        else:
            middle = node.split
            tiles |= needed([Range(node.start, middle), Range(middle, node.end)])
    return tiles


def full_subtrees(size: int) -> list[Range]:
    """The full subtrees of a tree from the left, the largest first."""
    nodes, start = [], 0
    while start < size:
        width = 1 << (size - start).bit_length() - 1
        nodes.append(Range(start, start + width))
        start += width
    return nodes


def inclusion_path(index: int, size: int) -> list[Range]:
    """The nodes that prove that leaf `index` is in the tree of `size`, from the leaf up. RFC 6962, 2.1.1."""
    if not 0 <= index < size:
        raise ValueError("That leaf is not in the tree.")
    path, node = [], Range(0, size)
    while node.end - node.start > 1:
        left, right = Range(node.start, node.split), Range(node.split, node.end)
        node, beside = (left, right) if index < node.split else (right, left)
        path.append(beside)
    return path[::-1]


def consistency_path(first: int, second: int) -> list[Range]:
    """The nodes that prove that the tree of `second` begins with that of `first`. RFC 6962, 2.1.2."""
    if not 0 < first <= second:
        raise ValueError("The first tree is empty or larger than the second.")
    path, node, is_whole = [], Range(0, second), True
    while first != node.end:
        left, right = Range(node.start, node.split), Range(node.split, node.end)
        if first <= node.split:
            path.append(right)
            node = left
        else:
            path.append(left)
            node, is_whole = right, False
    if not is_whole:
        path.append(node)
    return path[::-1]


def root(size: int, tiles: Tiles) -> bytes:
    return hash_of(Range(0, size), tiles) if size else EMPTY_ROOT


def is_consistent(first: int, second: int, roots: tuple[bytes, bytes], proof: Sequence[bytes]) -> bool:
    """Whether the larger tree begins with the smaller one. RFC 9162, 2.1.4.2."""
    if first == second:
        return roots[0] == roots[1] and not proof
    if not 0 < first < second or not proof:
        return False
    path = [roots[0], *proof] if first & (first - 1) == 0 else list(proof)
    at, last = first - 1, second - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = path[0]
    for each in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old, new = node_hash(each, old), node_hash(each, new)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            new = node_hash(new, each)
        at, last = at >> 1, last >> 1
    return last == 0 and (old, new) == roots
