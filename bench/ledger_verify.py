"""A million events verified by an outsider. Usage: python -m bench.ledger_verify [events]

The export is made without a database, as the city would export it: 10,000 streams, one seal, each event with a commitment.
"""

import sys
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

from .city import ROOT, City, city
from .ledger_seal import timed

EVENTS = 1_000_000
STREAMS = 10_000
VERIFIER = ROOT / "src/jichi/kernel/ledger/verifier.py"


def lines(events: int = EVENTS) -> list[str]:
    with city("SQLite") as here:
        return [of(here, events)]


def of(here: City, events: int) -> str:
    export = here.folder / "record.jsonl"
    timed([sys.executable, "-m", "bench.ledger_verify", "--write", str(export), str(events)], here)
    key = export.with_suffix(".key").read_text()
    used = timed([sys.executable, str(VERIFIER), str(export), "--key", key], here)
    return f"an export of {events:,} events, {export.stat().st_size / 2**20:,.0f} MiB: verify {used}"


def write(export: Path, events: int) -> None:
    import django

    django.setup()
    from jichi.kernel.ledger.canonical import NO_PREVIOUS, canonical, digest
    from jichi.kernel.ledger.note import Signer, checkpoint_text
    from jichi.kernel.ledger.verifier import SEALED, SEALS, Tree, leaf_hash

    from .ledger_rooms import START, made_entry

    signer, tree = Signer("bench.example/record", bytes(32)), Tree()
    chains = [SimpleNamespace(name=f"bench/{at}", length=0, head=NO_PREVIOUS) for at in range(STREAMS)]
    seal = SimpleNamespace(name=SEALS, length=0, head=NO_PREVIOUS)
    head = {"kind": "record", "format": "jichi-record-1", "origin": signer.name, "scope": "all", "of": ""}
    with export.open("wb") as file:
        file.write(canonical({**head, "size": events, "events": events}) + b"\n")
        for index in range(events):
            is_seal = index == events - 1
            chain = seal if is_seal else chains[index % STREAMS]
            event = {**vars(made_entry(chain, index, START + timedelta(seconds=index)))}
            if is_seal:
                event |= {"type": SEALED, "public": {"size": events}}
            chain.length, chain.head = event["position"], digest(event)
            tree.add(leaf_hash(canonical(event)))
            line = {"kind": "event", "index": index, "digest": chain.head, "event": event}
            file.write(canonical(line) + b"\n")
        note = signer.sign(checkpoint_text(origin=signer.name, size=events, root=tree.root))
        file.write(canonical({"kind": "checkpoint", "note": note}) + b"\n")
    export.with_suffix(".key").write_text(str(signer.key))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        print("\n".join(lines(int(sys.argv[1]) if sys.argv[1:] else EVENTS)))
