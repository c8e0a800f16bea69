"""Whether an event is under a seal, worked out now and said plainly."""

from dataclasses import dataclass

from .models import Checkpoint, Event, Key, Leaf, Stream
from .proofs import Inclusion, inclusion_of, signer_of


@dataclass(frozen=True, kw_only=True)
class Step:
    """One turn on the way up: the hash that is put to the left or the right."""

    number: int
    is_left: bool
    hash: str


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """The proof, who signed the root, and the answer."""

    proof: Inclusion
    key: Key | None

    @property
    def holds(self) -> bool:
        """Yes only when both do: the event leads to the root, and our key signed the root."""
        return self.key is not None and self.proof.leads_to_the_root

    @property
    def checkpoint(self) -> Checkpoint:
        return self.proof.checkpoint

    @property
    def leaf(self) -> str:
        return self.proof.leaf.hex()

    @property
    def steps(self) -> list[Step]:
        sides = sides_of(self.proof.index, self.checkpoint.size)
        pairs = zip(sides, self.proof.path, strict=True)
        return [
            Step(number=number, is_left=is_left, hash=each.hex())
            for number, (is_left, each) in enumerate(pairs, start=1)
        ]


def sides_of(index: int, size: int) -> list[bool]:
    """For each hash of an inclusion proof, whether it comes to the left. RFC 9162, 2.1.3.2."""
    sides, last = [], size - 1
    while last:
        if index & 1 or index == last:
            sides.append(True)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            sides.append(False)
        index, last = index >> 1, last >> 1
    return sides


def verdict_on(event: Event) -> Verdict | None:
    """None while the event waits for its seal."""
    proof = inclusion_of(event)
    return Verdict(proof=proof, key=signer_of(proof.checkpoint)) if proof else None


def last_sealed(stream: Stream) -> Event | None:
    """The newest event of a stream that has its place: it is chained to all before it, and stands for them."""
    leaf = (
        Leaf.objects.filter(event__stream=stream)
        .select_related("event__stream")
        .order_by("-event__position")
        .first()
    )
    return leaf.event if leaf else None
