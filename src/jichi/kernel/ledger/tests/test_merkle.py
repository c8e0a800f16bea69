"""The tree: the published vectors of RFC 6962, and what must hold for trees of any size."""

import hashlib
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jichi.kernel.ledger.merkle import (
    EMPTY_ROOT,
    Coordinates,
    Growth,
    Range,
    consistency_path,
    full_subtrees,
    hash_of,
    inclusion_path,
    is_consistent,
    needed,
    root,
    unfinished,
)
from jichi.kernel.ledger.verifier import Tree, leaf_hash, node_hash, root_by_inclusion

# The reference tree of google/certificate-transparency, on which every implementation of the RFC is tried.
LEAVES = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
]  # fmt: skip
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
# (leaf, size) and the proof, from the same tree.
INCLUSIONS = [
    (0, 8, ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"]),
    (5, 8, ["bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"]),
    (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (1, 5, ["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"]),
]  # fmt: skip
CONSISTENCIES = [
    (1, 8, ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"]),
    (6, 8, ["0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"]),
    (2, 5, ["5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"]),
]  # fmt: skip
STRANGE = hashlib.sha256(b"strange").digest()
SIZES = st.one_of(st.integers(1, 70), st.sampled_from([255, 256, 257, 511, 512, 513, 65535, 65536, 65537]))


def numbered(index: int) -> bytes:
    return leaf_hash(str(index).encode())


def grown(size: int, leaves: list[bytes] | None = None) -> Growth:
    growth = Growth(0)
    for index in range(size):
        growth.add(leaves[index] if leaves else numbered(index))
    return growth


def hashes(path: list[Range], tiles: dict[Coordinates, bytes]) -> list[bytes]:
    """A proof, from no more tiles than it says it needs."""
    return [hash_of(node, {at: tiles[at] for at in needed(path)}) for node in path]


def reference() -> list[bytes]:
    return [leaf_hash(bytes.fromhex(data)) for data in LEAVES]


@cache
def large() -> dict[Coordinates, bytes]:
    return grown(65537).tiles


def naive_root(leaves: list[bytes]) -> bytes:
    """The definition of the RFC, word for word."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return node_hash(naive_root(leaves[:split]), naive_root(leaves[split:]))


@pytest.mark.parametrize("size", range(1, 9))
def test_the_published_roots_come_out(size: int) -> None:
    tree = Tree()
    for leaf in reference()[:size]:
        tree.add(leaf)
    assert tree.root.hex() == ROOTS[size - 1]
    assert root(size, grown(size, reference()).tiles).hex() == ROOTS[size - 1]


def test_the_root_of_nothing_is_the_hash_of_nothing() -> None:
    assert EMPTY_ROOT == Tree().root == hashlib.sha256(b"").digest() == root(0, {})


@pytest.mark.parametrize(("index", "size", "published"), INCLUSIONS)
def test_the_published_inclusion_proofs_come_out(index: int, size: int, published: list[str]) -> None:
    tiles = grown(8, reference()).tiles
    made = hashes(inclusion_path(index, size), tiles)
    assert [each.hex() for each in made] == published
    assert root_by_inclusion(reference()[index], index, size, made).hex() == ROOTS[size - 1]


@pytest.mark.parametrize(("first", "second", "published"), CONSISTENCIES)
def test_the_published_consistency_proofs_come_out(first: int, second: int, published: list[str]) -> None:
    tiles = grown(8, reference()).tiles
    made = hashes(consistency_path(first, second), tiles)
    assert [each.hex() for each in made] == published
    roots = (bytes.fromhex(ROOTS[first - 1]), bytes.fromhex(ROOTS[second - 1]))
    assert is_consistent(first, second, roots, made)


@given(size=st.integers(1, 300))
@settings(max_examples=40, deadline=None)
def test_stored_streamed_and_defined_roots_are_the_same(size: int) -> None:
    leaves = [numbered(index) for index in range(size)]
    tree = Tree()
    for leaf in leaves:
        tree.add(leaf)
    assert root(size, grown(size).tiles) == tree.root == naive_root(leaves)


@given(size=SIZES, at=st.integers(0, 1 << 40))
@settings(max_examples=150, deadline=None)
def test_every_leaf_is_proved_and_nothing_else_is(size: int, at: int) -> None:
    index = at % size
    made = hashes(inclusion_path(index, size), large())
    top = root(size, large())
    assert root_by_inclusion(numbered(index), index, size, made) == top
    assert root_by_inclusion(numbered(index + 1), index, size, made) != top
    assert root_by_inclusion(numbered(index), index, size, [*made, top]) is None
    for other in {index - 1, index + 1, size} - {index}:
        assert root_by_inclusion(numbered(index), other, size, made) != top
    for each in range(len(made)):
        assert root_by_inclusion(numbered(index), index, size, made[:each] + made[each + 1 :]) != top


@given(second=SIZES, at=st.integers(0, 1 << 40))
@settings(max_examples=150, deadline=None)
def test_a_tree_begins_with_every_smaller_one_and_no_other(second: int, at: int) -> None:
    first = at % second + 1
    made = hashes(consistency_path(first, second), large())
    roots = root(first, large()), root(second, large())
    assert is_consistent(first, second, roots, made)
    assert not is_consistent(first, second, (STRANGE, roots[1]), made)
    assert not is_consistent(first, second, (roots[0], STRANGE), made)
    assert not is_consistent(first, second, roots, [*made, STRANGE])
    for each in range(len(made)):
        assert not is_consistent(first, second, roots, [*made[:each], STRANGE, *made[each + 1 :]])


@pytest.mark.parametrize(("first", "second"), [(0, 3), (4, 3), (-1, 3)])
def test_there_is_no_proof_from_nothing_or_backwards(first: int, second: int) -> None:
    with pytest.raises(ValueError, match="first tree"):
        consistency_path(first, second)


@pytest.mark.parametrize("index", [-1, 3])
def test_there_is_no_proof_of_a_leaf_outside(index: int) -> None:
    with pytest.raises(ValueError, match="not in the tree"):
        inclusion_path(index, 3)


@given(parts=st.lists(st.integers(1, 400), min_size=1, max_size=5))
@settings(max_examples=40, deadline=None)
def test_a_tree_that_grows_in_parts_is_the_same_as_one_grown_at_once(parts: list[int]) -> None:
    stored: dict[Coordinates, bytes] = {}
    size = 0
    for part in parts:
        growth = Growth(size, {at: stored[at] for at in unfinished(size)})
        for index in range(size, size + part):
            growth.add(numbered(index))
        stored |= {at: growth.tiles[at] for at in growth.changed}
        size = growth.size
    assert stored == grown(size).tiles


def test_a_tree_never_grows_on_a_tile_that_is_not_its_own() -> None:
    with pytest.raises(ValueError, match="does not end"):
        Growth(3, {(0, 0): numbered(0)}).add(numbered(3))


def test_a_proof_in_a_tree_of_a_hundred_million_reads_few_tiles() -> None:
    size = 123_456_789
    assert max(len(needed(inclusion_path(index, size))) for index in (0, 77_777_777, size - 1)) <= 12
    assert max(len(needed(inclusion_path(index, 1_000_000))) for index in range(0, 1_000_000, 997)) == 5
    assert len(needed(consistency_path(99_999_999, size))) <= 12
    assert full_subtrees(size)[0] == Range(0, 1 << 26)
