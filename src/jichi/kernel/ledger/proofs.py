"""Proofs that an event is under a seal, and that a later tree begins with an earlier one."""

from dataclasses import dataclass

from .canonical import canonical
from .check import entry_of
from .merkle import consistency_path, full_subtrees, inclusion_path, is_consistent
from .models import Checkpoint, Event, Key, Leaf, Log
from .tiles import hashes_at
from .verifier import Key as PublicKey
from .verifier import Note, leaf_hash, read_key, read_note, root_by_inclusion


@dataclass(frozen=True)
class Inclusion:
    """The way from an event up to the root that a checkpoint signs."""

    event: Event
    index: int
    checkpoint: Checkpoint
    path: list[bytes]

    @property
    def leaf(self) -> bytes:
        return leaf_hash(canonical(vars(entry_of(self.event, self.event.stream))))

    @property
    def note(self) -> Note:
        return read_note(self.checkpoint.note)

    @property
    def leads_to_the_root(self) -> bool:
        """Worked out now, from the bytes of the event as they are now."""
        return root_by_inclusion(self.leaf, self.index, self.note.size, self.path) == self.note.root


@dataclass(frozen=True)
class Consistency:
    """The hashes that lead from an earlier root to a later one."""

    first: Checkpoint
    second: Checkpoint
    path: list[bytes]

    @property
    def holds(self) -> bool:
        notes = read_note(self.first.note), read_note(self.second.note)
        return is_consistent(notes[0].size, notes[1].size, (notes[0].root, notes[1].root), self.path)


def log() -> Log | None:
    return Log.objects.first()


def newest_checkpoint() -> Checkpoint | None:
    return Checkpoint.objects.order_by("-size").first()


def checkpoint_of(size: int) -> Checkpoint | None:
    return Checkpoint.objects.filter(size=size).first()


def inclusion_of(event: Event, *, under: Checkpoint | None = None) -> Inclusion | None:
    """The proof under a checkpoint, by default the newest; None while the event is not sealed (under it)."""
    leaf = Leaf.objects.filter(event=event).values_list("index", flat=True).first()
    checkpoint = under or newest_checkpoint()
    if leaf is None or checkpoint is None or leaf >= checkpoint.size:
        return None
    return Inclusion(event, leaf, checkpoint, path_of(leaf, checkpoint.size))


def path_of(index: int, size: int) -> list[bytes]:
    return hashes_at(inclusion_path(index, size))


def left_of(size: int) -> list[bytes]:
    """The hashes of the full subtrees of the tree of that size: all that adding to it needs."""
    return hashes_at(full_subtrees(size))


def consistency(first: Checkpoint, second: Checkpoint) -> Consistency:
    return Consistency(first, second, hashes_at(consistency_path(first.size, second.size)))


def signer_of(checkpoint: Checkpoint) -> Key | None:
    """Our key that signed it and was allowed to."""
    note = read_note(checkpoint.note)
    for key in Key.objects.order_by("-since"):
        if public(key).may_sign(note.size) and note.signed_by(public(key)):
            return key
    return None


def public(key: Key) -> PublicKey:
    read = read_key(key.text)
    read.since, read.until = key.since, key.until
    return read
