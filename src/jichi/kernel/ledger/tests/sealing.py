"""Short sealed records for the tests, and what somebody with the database does to them."""

import json
from typing import Any

from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.actions.seal_record import seal_if_needed
from jichi.kernel.ledger.canonical import NO_PREVIOUS, canonical, digest
from jichi.kernel.ledger.export import whole
from jichi.kernel.ledger.keys import signer_for
from jichi.kernel.ledger.models import Checkpoint, Event, Key
from jichi.kernel.ledger.note import Signer, checkpoint_text
from jichi.kernel.ledger.verifier import Check, Tree, checked, leaf_hash, read_key

from .chain import write

Lines = list[dict[str, Any]]


def seal() -> Checkpoint:
    made = seal_if_needed()
    assert made is not None
    return made


def first_key() -> str:
    return Key.objects.order_by("since").values_list("text", flat=True)[0]


def write_now(stream: str, number: int) -> Event:
    return write(stream, number, at=now())


def two_seals() -> tuple[Checkpoint, Checkpoint]:
    """Three events and a seal, three more and another; each time of two streams."""
    return one_seal(1), one_seal(2)


def one_seal(number: int) -> Checkpoint:
    write_now("tests/voices", 2 * number)
    write_now("tests/others", number)
    write_now("tests/voices", 2 * number + 1)
    return seal()


def exported() -> Lines:
    return [json.loads(line) for line in whole()]


def check(lines: Lines, *, keys: list[str] | None = None, kept: tuple[str, ...] = ()) -> Check:
    return checked((canonical(line) + b"\n" for line in lines), keys=keys or [first_key()], kept=kept)


def sentences(found: Check, language: str = "ja") -> list[str]:
    return [fault.sentence(language) for fault in found.faults]


def events_in(lines: Lines) -> list[dict[str, Any]]:
    return [line for line in lines if line["kind"] == "event"]


def checkpoints_in(lines: Lines) -> list[dict[str, Any]]:
    return [line for line in lines if line["kind"] == "checkpoint"]


def relink(lines: Lines) -> Lines:
    """Make a clever forgery of changed lines: digests, links, indexes and counts all fit again."""
    heads: dict[str, tuple[int, str]] = {}
    for index, line in enumerate(events_in(lines)):
        event = line["event"]
        position, previous = heads.get(event["stream"], (0, NO_PREVIOUS))
        event["position"], event["previous"] = position + 1, previous
        line["index"], line["digest"] = index, digest(event)
        heads[event["stream"]] = position + 1, line["digest"]
    lines[0]["events"] = len(events_in(lines))
    return lines


def signed_again(lines: Lines, signer: Signer) -> Lines:
    """Every checkpoint made and signed anew over the changed tree: what only a thief of a key can do."""
    tree = Tree()
    for line in lines:
        if line["kind"] == "event":
            tree.add(leaf_hash(canonical(line["event"])))
        elif line["kind"] == "checkpoint":
            event = lines[lines.index(line) - 1]["event"]
            assert event["type"] == "record.sealed"
            text = checkpoint_text(origin=lines[0]["origin"], size=tree.size, root=tree.root)
            line["note"] = signer.sign(text)
    return lines


def city_signer() -> Signer:
    return signer_for(read_key(first_key()))
