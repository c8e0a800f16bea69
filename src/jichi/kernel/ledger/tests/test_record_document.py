"""The worked example of docs/record.md is what the code makes, and can be worked out from what the document says."""

import base64
import hashlib
import hmac
import json
import re
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from jichi.kernel.ledger.canonical import NO_PREVIOUS, canonical, commitment, digest
from jichi.kernel.ledger.note import Signer, checkpoint_text
from jichi.kernel.ledger.verifier import Tree, checked, leaf_hash

DOCUMENT = Path(__file__).resolve().parents[5] / "docs/record.md"
SIGNER = Signer("city.example/record", bytes(range(32)))
SALT = bytes(range(32, 64))
STEPS = [
    ("record/keys", 1, "record.started", "machine:sealer", {"origin": SIGNER.name, "key": str(SIGNER.key)}),
    ("plans/12-0001-9", 1, "plans.fields.set", "planning_officer", {"fields": ["防災", "子ども"]}),
    ("plans/12-0001-9", 2, "example.voice.received", "resident", {"number": 7}),
    ("record/seals", 1, "record.sealed", "machine:sealer", {"size": 4}),
]


def made_lines() -> list[bytes]:
    """The export of a record of four events under one seal."""
    heads: dict[str, str] = {}
    tree, lines = Tree(), []
    for index, (stream, position, type_, actor, public) in enumerate(STEPS):
        promised = commitment(salt=SALT, name="sender", clear="試験 花子")
        event = {
            "stream": stream,
            "position": position,
            "type": type_,
            "at": f"2012-07-09T01:02:0{index}+00:00",
            "actor": actor,
            "basis": "試験規則 第1条" if index == 2 else "",
            "public": public,
            "commitments": {"sender": promised} if index == 2 else {},
            "previous": heads.get(stream, NO_PREVIOUS),
        }
        heads[stream] = digest(event)
        tree.add(leaf_hash(canonical(event)))
        lines.append({"kind": "event", "index": index, "digest": heads[stream], "event": event})
    note = SIGNER.sign(checkpoint_text(origin=SIGNER.name, size=4, root=tree.root))
    head = {
        "kind": "record", "format": "jichi-record-1", "origin": SIGNER.name,
        "scope": "all", "of": "", "size": 4, "events": 4,
    }  # fmt: skip
    return [canonical(line) + b"\n" for line in (head, *lines, {"kind": "checkpoint", "note": note})]


def block(title: str) -> str:
    """The code block under this heading of the document."""
    text = DOCUMENT.read_text(encoding="utf-8").partition(f"### {title}\n")[2]
    found = re.search(r"```\w*\n(.*?)```", text, re.DOTALL)
    assert found, f"no block under {title}"
    return found[1]


def test_the_example_is_what_the_code_makes() -> None:
    assert block("The export") == b"".join(made_lines()).decode()
    assert block("The public key") == f"{SIGNER.key}\n"


def test_the_example_holds() -> None:
    lines = block("The export").encode().splitlines(keepends=True)
    found = checked(lines, keys=[block("The public key")])
    assert (found.faults, found.events, found.checkpoints) == ([], 4, 1)


def test_each_value_of_the_example_is_worked_out_as_the_document_says() -> None:
    """Plain hashing, nothing of ours: what an outsider does with the document in hand."""
    lines = [json.loads(line) for line in block("The export").splitlines()]
    told = dict(line.split(" = ") for line in block("Worked out").splitlines())
    data = [
        json.dumps(line["event"], ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        for line in lines[1:5]
    ]
    leaves = [hashlib.sha256(b"\x00" + each).digest() for each in data]
    left, right = (hashlib.sha256(b"\x01" + leaves[at] + leaves[at + 1]).digest() for at in (0, 2))
    root = hashlib.sha256(b"\x01" + left + right).digest()
    name, id_, coded = block("The public key").strip().split("+", 2)
    public = base64.b64decode(coded)[1:]
    note = lines[5]["note"]
    text, _blank, signature = note.partition("\n\n")
    made = base64.b64decode(signature.split(" ")[2])
    opened = hmac.new(bytes.fromhex(told["salt"]), '["sender","試験 花子"]'.encode(), "sha256").hexdigest()

    assert [hashlib.sha256(each).hexdigest() for each in data] == [line["digest"] for line in lines[1:5]]
    assert lines[3]["event"]["previous"] == lines[2]["digest"] == told["digest of event 1"]
    assert [each.hex() for each in leaves] == [told[f"leaf {number}"] for number in range(4)]
    assert (left.hex(), right.hex(), root.hex()) == (told["node 0-1"], told["node 2-3"], told["root"])
    assert text.split("\n") == [name, "4", base64.b64encode(root).decode()]
    assert hashlib.sha256(f"{name}\n\x01".encode() + public).digest()[:4].hex() == id_ == made[:4].hex()
    Ed25519PublicKey.from_public_bytes(public).verify(made[4:], f"{text}\n".encode())
    assert lines[3]["event"]["commitments"]["sender"] == opened == told["commitment"]


def test_every_rule_of_the_verifier_is_in_the_document() -> None:
    from jichi.kernel.ledger.verifier import SAID

    text = DOCUMENT.read_text(encoding="utf-8")
    assert {code for code in SAID if f"`{code}`" not in text} == set()
