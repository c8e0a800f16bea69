"""Checks an export of the public record, with nothing but the export and the city's public key.

This one file is enough: `python3 verifier.py EXPORT --key KEY`. It stands on Python's own library and, for the signatures,
on `cryptography`. docs/record.md says in words, byte by byte, what is checked here, so that anybody can write it
again. Nothing of the city's software is imported, on purpose.
"""

import argparse
import base64
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FORMAT = "jichi-record-1"
NO_PREVIOUS = "0" * 64
PATIENCE = timedelta(hours=1)
CITY_OFFSET = timezone(timedelta(hours=9))
SEALED, ROTATED = "record.sealed", "record.key.rotated"
SEALS, KEYS = "record/seals", "record/keys"
ENTRY = {"stream", "position", "type", "at", "actor", "basis", "public", "commitments", "previous"}
LINES = {
    "record": {"kind", "format", "origin", "scope", "of", "size", "events"},
    "key": {"kind", "index", "event", "proof", "note"},
    "start": {"kind", "index", "event", "proof", "note", "hashes"},
    "event": {"kind", "index", "digest", "event"},
    "proved": {"kind", "index", "digest", "event", "proof"},
    "checkpoint": {"kind", "note"},
}
SCOPES = {
    "all": {"key", "event", "checkpoint"},
    "day": {"key", "start", "event", "checkpoint"},
    "stream": {"key", "checkpoint", "proved"},
}


def both(japanese: str, english: str) -> tuple[str, str]:
    return japanese, english


SAID = {
    "format": both(
        "%(line)s行目：この形式ではありません（%(why)s）。",
        "Line %(line)s is not in the format: %(why)s.",
    ),
    "count": both(
        "始めの行は記録%(said)s件と言っていますが、%(found)s件あります。",
        "The first line promises %(said)s events; there are %(found)s.",
    ),
    "wrong_stream": both(
        "%(line)s行目：連なり「%(of)s」の書き出しに、別の連なり「%(stream)s」の記録が入っています。",
        "Line %(line)s: an event of stream %(stream)s stands in an export of stream %(of)s.",
    ),
    "wrong_day": both(
        "%(of)sの書き出しと書いてありますが、最後の封印は%(day)sのものです。",
        "The export says it is of %(of)s; its last seal was made on %(day)s.",
    ),
    "changed": both(
        "%(stream)s の%(position)s番目（木の%(index)s番）：記録の内容が後から変えられています。",
        "%(stream)s, event %(position)s (leaf %(index)s): its content was changed.",
    ),
    "removed": both(
        "木の%(first)s番から%(last)s番まで：記録が抜き取られています。",
        "Leaves %(first)s to %(last)s: events were removed.",
    ),
    "inserted": both(
        "%(line)s行目：%(stream)s の%(position)s番目は、あとから差し込まれた記録です（木の%(index)s番はほかの記録です）。",
        "Line %(line)s: event %(position)s of %(stream)s was inserted (leaf %(index)s is another event).",
    ),
    "reordered": both(
        "%(stream)s の%(position)s番目（木の%(index)s番）：記録の順番が入れ替えられています。",
        "%(stream)s, event %(position)s (leaf %(index)s): events were put in another order.",
    ),
    "position": both(
        "木の%(index)s番：%(stream)s の%(expected)s番目が来るはずの所に、%(position)s番目があります。"
        "記録が抜き取られたか、差し込まれています。",
        "Leaf %(index)s: event %(position)s of %(stream)s stands where event %(expected)s belongs; "
        "something was removed or inserted.",
    ),
    "unchained": both(
        "%(stream)s の%(position)s番目（木の%(index)s番）：ひとつ前の記録とつながっていません。",
        "%(stream)s, event %(position)s (leaf %(index)s): it does not follow from the event before it.",
    ),
    "back_dated": both(
        "%(stream)s の%(position)s番目（木の%(index)s番）：日時がさかのぼっています。%(at)s の記録とありますが、"
        "%(after)s より後に書かれました。",
        "%(stream)s, event %(position)s (leaf %(index)s) is back-dated: it says %(at)s, and was written after %(after)s.",
    ),
    "dated_ahead": both(
        "%(stream)s の%(position)s番目（木の%(index)s番）：日時が先の日付です。%(at)s の記録とありますが、"
        "%(before)s には封印されていました。",
        "%(stream)s, event %(position)s (leaf %(index)s) is dated ahead: it says %(at)s, and was sealed at %(before)s.",
    ),
    "root": both(
        "木の%(first)s番から%(last)s番まで：この中の記録が、封印の後で変えられたか、抜かれたか、足されたか、並べ替えられています"
        "（封印の根と合いません）。",
        "Leaves %(first)s to %(last)s: after they were sealed something in them was changed, removed, inserted or "
        "put in another order (the root is not the one that was signed).",
    ),
    "forked": both(
        "大きさ%(size)sの木が二つあります。どちらにも市の署名があり、根が違います（%(one)s と %(other)s）。"
        "木が枝分かれしています。",
        "There are two trees of size %(size)s, both signed by the city, with different roots "
        "(%(one)s and %(other)s): the tree is forked.",
    ),
    "signature": both(
        "大きさ%(size)sの封印：渡された鍵（または、そこから引き継がれた鍵）の署名ではありません。別の鍵で署名し直されています。",
        "The checkpoint of size %(size)s is not signed by the given key nor by one that followed it: "
        "it was signed again with another key.",
    ),
    "retired": both(
        "大きさ%(size)sの封印：大きさ%(until)sで役目を終えた古い鍵で署名されています。",
        "The checkpoint of size %(size)s is signed with a key that was retired at size %(until)s.",
    ),
    "origin": both(
        "大きさ%(size)sの封印：別の記録（%(origin)s）のものです。",
        "The checkpoint of size %(size)s belongs to another record (%(origin)s).",
    ),
    "key": both(
        "%(line)s行目：鍵の引き継ぎが、引き継ぐ前の鍵で封印されていません。",
        "Line %(line)s: the passing on of the key is not sealed by the key before it.",
    ),
    "not_included": both(
        "%(stream)s の%(position)s番目（木の%(index)s番）：この記録は、封印された木に入っていません。",
        "%(stream)s, event %(position)s (leaf %(index)s) is not in the sealed tree.",
    ),
    "seal": both(
        "大きさ%(size)sの封印：木の最後の記録が、この封印の記録ではありません。",
        "The checkpoint of size %(size)s: the last event of the tree is not the event of this seal.",
    ),
    "cut_off": both(
        "終わりが切り取られています。大きさ%(size)sまであるはずの木が、%(found)sで終わっています。",
        "The end is cut off: the tree should reach size %(size)s and ends at %(found)s.",
    ),
    "unsealed": both(
        "木の%(first)s番から後に、封印のない記録があります。終わりが切り取られています。",
        "The events from leaf %(first)s on have no checkpoint: the end is cut off.",
    ),
    "early": both(
        "手元の封印（大きさ%(size)s）まで届いていません。終わりが切り取られています（%(found)sで終わっています）。",
        "The export does not reach the kept checkpoint (size %(size)s): its end is cut off (at %(found)s).",
    ),
    "out_of_range": both(
        "手元の封印（大きさ%(size)s）は、この書き出しの範囲（%(first)sより後、%(last)sまで）にありません。全体の書き出しで確かめてください。",
        "The kept checkpoint (size %(size)s) is outside of this export (after %(first)s, up to %(last)s); "
        "check it against the whole export.",
    ),
}


@dataclass(frozen=True)
class Fault:
    """Something that does not hold: which rule, and where."""

    code: str
    where: dict[str, Any]

    def sentence(self, language: str = "ja") -> str:
        return SAID[self.code][language != "ja"] % self.where


class NotOfTheFormat(ValueError):
    """A line that cannot be read at all; nothing after it is looked at."""


# Bytes and hashes ------------------------------------------------------------------------------------------


def canonical(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def leaf_hash(data: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass
class Tree:
    """The hashes of the full subtrees from the left, the largest first: all that the root needs."""

    size: int = 0
    hashes: list[bytes] = field(default_factory=list)

    def add(self, leaf: bytes) -> None:
        size = self.size
        while size & 1:
            leaf, size = node_hash(self.hashes.pop(), leaf), size >> 1
        self.hashes.append(leaf)
        self.size += 1

    @property
    def root(self) -> bytes:
        if not self.hashes:
            return hashlib.sha256(b"").digest()
        root = self.hashes[-1]
        for left in reversed(self.hashes[:-1]):
            root = node_hash(left, root)
        return root


def root_by_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes]) -> bytes | None:
    """The root that a leaf and its proof lead to; None where the proof has the wrong length. RFC 9162, 2.1.3.2."""
    at, last, found = index, size - 1, leaf
    if not 0 <= index < size:
        return None
    for each in proof:
        if last == 0:
            return None
        if at & 1 or at == last:
            found = node_hash(each, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, each)
        at, last = at >> 1, last >> 1
    return found if last == 0 else None


# Signed notes (C2SP signed-note, tlog-checkpoint) ------------------------------------------------------------


@dataclass
class Key:
    """A public key and the sizes of tree for which it may sign."""

    name: str
    public: bytes
    since: int = -1
    until: int | None = None

    def may_sign(self, size: int) -> bool:
        return size > self.since and (self.until is None or size <= self.until)

    @property
    def id(self) -> bytes:
        return hashlib.sha256(self.name.encode() + b"\n\x01" + self.public).digest()[:4]

    def __str__(self) -> str:
        coded = base64.b64encode(b"\x01" + self.public).decode()
        return f"{self.name}+{self.id.hex()}+{coded}"


def read_key(text: str) -> Key:
    """A key as it is published: `name+id+base64(0x01 || key)`.

    Raises: ValueError.
    """
    name, _plus, rest = text.strip().partition("+")
    given, _plus, coded = rest.partition("+")
    data = base64.b64decode(coded, validate=True)
    key = Key(name, data[1:])
    if len(data) != 33 or data[:1] != b"\x01" or key.id.hex() != given:
        raise ValueError("not an Ed25519 key of the form name+id+base64")
    return key


@dataclass(frozen=True)
class Note:
    """A checkpoint: origin, size and root, and who signed it."""

    text: str
    origin: str
    size: int
    root: bytes
    signatures: tuple[tuple[str, bytes, bytes], ...]

    def signed_by(self, key: Key) -> bool:
        """Whether the key signed it; a signature that bears the key's name and id must be right."""
        mine = [made for name, id_, made in self.signatures if (name, id_) == (key.name, key.id)]
        return bool(mine) and all(is_signature(key.public, self.text.encode(), made) for made in mine)


def read_note(note: str) -> Note:
    """Take a checkpoint apart.

    Raises: ValueError.
    """
    text, blank, signed = note.rpartition("\n\n")
    lines = text.split("\n")
    if not blank or len(lines) != 3 or not signed.endswith("\n") or not all(lines):
        raise ValueError("a checkpoint is three lines, a blank line and signatures")
    if any(ord(letter) < 32 and letter != "\n" for letter in note) or lines[1] != str(int(lines[1])):
        raise ValueError("a checkpoint holds no control characters and plain digits")
    root = unbase64(lines[2], 32)
    signatures = tuple(read_signature(line) for line in signed[:-1].split("\n"))
    return Note(text + "\n", lines[0], int(lines[1]), root, signatures)


def read_signature(line: str) -> tuple[str, bytes, bytes]:
    dash, name, coded = line.split(" ")
    if dash != "—" or not name:
        raise ValueError("a signature line is a dash, a name and base64")
    data = unbase64(coded)
    return name, data[:4], data[4:]


def unbase64(text: str, length: int | None = None) -> bytes:
    data = base64.b64decode(text, validate=True)
    # The last letter has bits to spare: two spellings of the same bytes are not both right.
    if base64.b64encode(data).decode() != text or (length is not None and len(data) != length):
        raise ValueError("wrong base64")
    return data


def is_signature(public: bytes, data: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


# The export, line by line --------------------------------------------------------------------------------------


def read_line(line: bytes, number: int) -> dict[str, Any]:
    """One line as it must be written: canonical JSON of a known kind, no field more or less."""
    try:
        read = json.loads(line, parse_float=refuse, parse_constant=refuse)
        wanted = LINES[read["kind"]]
    except (ValueError, KeyError, TypeError, RecursionError) as wrong:
        raise NotOfTheFormat(number, f"{type(wrong).__name__}: {wrong}") from None
    if canonical(read) + b"\n" != line:
        raise NotOfTheFormat(number, "not the canonical spelling")
    if set(read) != wanted or ("event" in wanted and not is_entry(read["event"])):
        raise NotOfTheFormat(number, f"fields: {', '.join(sorted(map(str, read)))}")
    # In Python true is the number 1.
    if any(type(read.get(name, 0)) is not int for name in ("index", "size", "events")):
        raise NotOfTheFormat(number, "a number")
    return read


def refuse(number: str) -> Any:
    raise ValueError(f"the number {number}")


def is_entry(event: Any) -> bool:
    texts = ("stream", "type", "at", "actor", "basis", "previous")
    return (
        isinstance(event, dict)
        and set(event) == ENTRY
        and all(isinstance(event[name], str) for name in texts)
        and type(event["position"]) is int
    )


def unhex(texts: list[str]) -> list[bytes]:
    hashes = [bytes.fromhex(text) for text in texts]
    if [each.hex() for each in hashes] != texts or any(len(each) != 32 for each in hashes):
        raise ValueError("a hash is 64 small hexadecimal digits")
    return hashes


@dataclass
class Check:
    """One walk through an export, from its first line to its last. `faults` holds what was found."""

    keys: list[Key]
    kept: list[Note] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    head: dict[str, Any] = field(default_factory=dict)
    tree: Tree = field(default_factory=Tree)
    start_size: int = 0
    index: int = 0
    events: int = 0
    checkpoints: int = 0
    note: Note | None = None
    sealed_at: datetime | None = None
    last: dict[str, Any] = field(default_factory=dict)
    latest: tuple[datetime, dict[str, Any]] | None = None
    heads: dict[str, tuple[int, str, datetime]] = field(default_factory=dict)
    missing: list[tuple[int, int]] = field(default_factory=list)
    unlike: list[Note] = field(default_factory=list)
    passed: dict[int, bytes] = field(default_factory=dict)

    def find(self, code: str, **where: Any) -> None:
        self.faults.append(Fault(code, where))

    def lines(self, lines: Iterable[bytes]) -> None:
        """Walk. A line that cannot be read ends the walk."""
        number = 0
        try:
            for number, line in enumerate(lines, start=1):
                self.line(line, number)
            self.end(number)
        except NotOfTheFormat as wrong:
            self.find("format", line=wrong.args[0], why=wrong.args[1])
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as wrong:
            self.find("format", line=number, why=f"{type(wrong).__name__}: {wrong}")

    def line(self, line: bytes, number: int) -> None:
        read = read_line(line, number)
        kind = read["kind"]
        if number == 1 and kind == "record":
            return self.record(read)
        if kind not in SCOPES.get(self.head.get("scope", ""), ()):
            raise NotOfTheFormat(number, f"a line of the kind {kind} does not belong here")
        if kind in ("key", "start") and (self.note or self.events):
            raise NotOfTheFormat(number, f"a line of the kind {kind} comes too late")
        getattr(self, kind)(read, number)
        return None

    def record(self, read: dict[str, Any]) -> None:
        """The first line: whose record, and which part of it."""
        if read["format"] != FORMAT or (read["scope"] == "all") is not (read["of"] == ""):
            raise NotOfTheFormat(1, "another format")
        self.head = read

    def signed(self, text: str) -> Note:
        """The checkpoint, with a fault for an origin or a signature that is not right."""
        note = read_note(text)
        if note.origin != self.head["origin"]:
            self.find("origin", size=note.size, origin=note.origin)
        able = [key for key in self.keys if note.signed_by(key)]
        if not any(key.may_sign(note.size) for key in able):
            retired = next((key for key in able if key.until is not None and note.size > key.until), None)
            self.find("retired" if retired else "signature", size=note.size, until=retired and retired.until)
        return note

    def key(self, read: dict[str, Any], number: int) -> None:
        """One key hands over to the next, in an event that the one before has sealed."""
        note, event = self.signed(read["note"]), read["event"]
        old = next((key for key in self.keys if str(key) == event["public"]["retired"]), None)
        is_handover = (event["type"], event["stream"]) == (ROTATED, KEYS)
        if not (is_handover and old and note.signed_by(old) and is_included(read, note)):
            return self.find("key", line=number)
        old.until = note.size
        new = read_key(event["public"]["key"])
        new.since = note.size
        self.keys = [*(key for key in self.keys if str(key) != str(new)), new]
        self.passed[note.size] = note.root
        return None

    def start(self, read: dict[str, Any], number: int) -> None:
        """What was sealed before this part: the left of the tree, and the seal that says when."""
        note = self.signed(read["note"])
        self.tree = Tree(note.size, unhex(read["hashes"]))
        if len(self.tree.hashes) != note.size.bit_count():
            raise NotOfTheFormat(number, "the number of hashes")
        if self.tree.root != note.root or not is_included(read, note):
            self.find("root", first=0, last=note.size - 1)
        self.start_size = self.index = note.size
        self.last = read["event"]
        self.seal(note, number, read["index"])

    def event(self, read: dict[str, Any], number: int) -> None:
        """An event in the order of the tree."""
        event, index = read["event"], read["index"]
        self.place(event, index, number)
        self.tree.add(leaf_hash(self.follow(event, index, read["digest"])))
        self.last = event
        self.unlike += [each for each in self.kept if self.differs(each.size, each.root)]
        if self.differs(self.tree.size, self.passed.get(self.tree.size, self.tree.root)):
            self.find("root", first=self.sealed_size, last=self.tree.size - 1)

    def differs(self, size: int, root: bytes) -> bool:
        return size == self.tree.size and root != self.tree.root

    def place(self, event: dict[str, Any], index: int, number: int) -> None:
        """Whether the event stands where its index says. A gap is forgiven to the end: its events may come later."""
        if index > self.index:
            self.missing.append((self.index, index))
        gap = next((gap for gap in self.missing if gap[0] <= index < gap[1]), None)
        where = {"stream": event["stream"], "position": event["position"], "index": index, "line": number}
        if gap:
            self.find("reordered", **where)
            self.missing.remove(gap)
            parts = (gap[0], index), (index + 1, gap[1])
            self.missing += [part for part in parts if part[0] < part[1]]
        elif index < self.index:
            self.find("inserted", **where)
        self.index = max(self.index, index + 1)

    def follow(self, event: dict[str, Any], index: int, said: str) -> bytes:
        """The event's bytes, after it was held against its digest and the event before it in its stream."""
        self.events += 1
        data = canonical(event)
        digest, at = hashlib.sha256(data).hexdigest(), datetime.fromisoformat(event["at"])
        where = {"stream": event["stream"], "position": event["position"], "index": index, "at": event["at"]}
        if digest != said:
            self.find("changed", **where)
        # A part of the record may begin in the middle of a stream.
        first = (
            (0, NO_PREVIOUS, None)
            if self.start_size == 0
            else (event["position"] - 1, event["previous"], None)
        )
        position, previous, before = self.heads.get(event["stream"], first)
        if event["position"] != position + 1:
            self.find("position", expected=position + 1, **where)
        elif event["previous"] != previous:
            self.find("unchained", **where)
        after = max(filter(None, (before, self.sealed_at)), default=None)
        if after and at < after - PATIENCE:
            self.find("back_dated", after=after.isoformat(), **where)
        if self.latest is None or at > self.latest[0]:
            self.latest = at, where
        # What the next event follows is what was said: one changed event is one fault.
        self.heads[event["stream"]] = event["position"], said, at
        return data

    def checkpoint(self, read: dict[str, Any], number: int) -> None:
        """A seal: the tree up to here has the root that the city signed."""
        note, before = self.signed(read["note"]), self.note
        self.checkpoints += 1
        if self.head["scope"] == "stream":
            if before or self.events:
                raise NotOfTheFormat(number, "one checkpoint, before the events")
            self.note = note
            return
        if before and before.size == note.size and before.root != note.root:
            self.find("forked", size=note.size, one=before.root.hex(), other=note.root.hex())
        elif (note.size, note.root) != (self.tree.size, self.tree.root):
            self.find("root", first=self.sealed_size, last=max(note.size, self.tree.size) - 1)
        else:
            for kept in self.unlike:
                self.find("forked", size=kept.size, one=kept.root.hex(), other=self.tree.root.hex())
        self.unlike = []
        self.seal(note, number, note.size - 1)

    def seal(self, note: Note, number: int, index: int) -> None:
        """The last event under a checkpoint is its own seal, and says when it was made."""
        event, self.note = self.last, note
        if (event.get("type"), event.get("stream"), index) != (SEALED, SEALS, note.size - 1) or (
            event["public"] != {"size": note.size}
        ):
            return self.find("seal", size=note.size)
        self.sealed_at = datetime.fromisoformat(event["at"])
        if self.latest and self.latest[0] > self.sealed_at + PATIENCE:
            self.find("dated_ahead", before=event["at"], **self.latest[1])
        self.latest = None
        return None

    def proved(self, read: dict[str, Any], number: int) -> None:
        """An event of one stream, with its own way up to the root."""
        event, index = read["event"], read["index"]
        where = {"stream": event["stream"], "position": event["position"], "index": index}
        if self.note is None:
            raise NotOfTheFormat(number, "the checkpoint comes first")
        if event["stream"] != self.head["of"]:
            self.find("wrong_stream", line=number, of=self.head["of"], stream=event["stream"])
        if index < self.index:
            self.find("reordered", **where)
        self.index = index + 1
        self.follow(event, index, read["digest"])
        if not is_included(read, self.note):
            self.find("not_included", **where)

    @property
    def sealed_size(self) -> int:
        return self.note.size if self.note else 0

    def end(self, number: int) -> None:
        """What only the end can tell: gaps, a missing tail, another day."""
        if not self.head:
            raise NotOfTheFormat(number, "an empty file")
        for first, after in self.missing:
            self.find("removed", first=first, last=after - 1)
        if self.sealed_size != self.head["size"]:
            self.find("cut_off", size=self.head["size"], found=self.sealed_size)
        if self.head["scope"] != "stream" and self.tree.size > self.sealed_size:
            self.find("unsealed", first=self.sealed_size)
        if self.events != self.head["events"]:
            self.find("count", said=self.head["events"], found=self.events)
        day = self.sealed_at and str(self.sealed_at.astimezone(CITY_OFFSET).date())
        if self.head["scope"] == "day" and day != self.head["of"]:
            self.find("wrong_day", of=self.head["of"], day=day)
        for kept in self.kept:
            self.hold_against(kept)

    def hold_against(self, kept: Note) -> None:
        """A checkpoint that somebody kept must lie on the way; only then was it held against this tree."""
        if kept.size > self.sealed_size:
            self.find("early", size=kept.size, found=self.sealed_size)
        elif self.head["scope"] == "stream" and self.note and kept.size == self.note.size:
            if kept.root != self.note.root:
                self.find("forked", size=kept.size, one=kept.root.hex(), other=self.note.root.hex())
        elif self.head["scope"] == "stream" or kept.size <= self.start_size:
            where = {"first": self.start_size, "last": self.sealed_size}
            self.find("out_of_range", size=kept.size, **where)


def is_included(read: dict[str, Any], note: Note) -> bool:
    leaf = leaf_hash(canonical(read["event"]))
    return root_by_inclusion(leaf, read["index"], note.size, unhex(read["proof"])) == note.root


def checked(lines: Iterable[bytes], *, keys: Iterable[str], kept: Iterable[str] = ()) -> Check:
    """Check an export. `keys` are public keys, `kept` checkpoints from the city's bulletin.

    Raises: ValueError when a key or a kept checkpoint cannot be read or the checkpoint is not signed.
    """
    check = Check([read_key(key) for key in keys], [read_note(note) for note in kept])
    check.lines(lines)
    for note in check.kept:
        if not any(note.signed_by(key) for key in check.keys):
            raise ValueError("the kept checkpoint is not signed by the city's key")
    return check


# The command -------------------------------------------------------------------------------------------------


def main(words: Sequence[str] | None = None) -> int:
    """0: the export holds. 2: it does not, and every fault is named. 1: it could not be checked."""
    parser = argparse.ArgumentParser(prog="jichi verify", description=__doc__.split("\n")[0])
    parser.add_argument("export", help="the export, as the city publishes it (JSON lines)")
    parser.add_argument(
        "--key", action="append", required=True, help="the city's public key, or a file with it"
    )
    parser.add_argument("--checkpoint", action="append", default=[], help="a file with a kept checkpoint")
    parser.add_argument("--language", choices=("ja", "en"), default=language())
    asked = parser.parse_args(words)
    try:
        kept = [read_text(path) for path in asked.checkpoint]
        with open(asked.export, "rb") as lines:  # noqa: PTH123 - plain Python for outsiders
            check = checked(lines, keys=map(key_text, asked.key), kept=kept)
    except (OSError, ValueError) as wrong:
        print(wrong, file=sys.stderr)
        return 1
    print(*(fault.sentence(asked.language) for fault in check.faults[:50]), sep="\n", end="")
    print(summary(check, asked.language))
    return 2 if check.faults else 0


def language() -> str:
    return "ja" if os.environ.get("LANG", "").startswith("ja") else "en"


def key_text(given: str) -> str:
    return read_text(given) if os.path.exists(given) else given  # noqa: PTH110


def read_text(path: str) -> str:
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        return file.read()


def summary(check: Check, language: str) -> str:
    says = SUMMARY[bool(check.faults)][language != "ja"]
    return says % {
        "events": check.events,
        "checkpoints": check.checkpoints,
        "size": check.sealed_size,
        "faults": len(check.faults),
    }


SUMMARY = {
    False: both(
        "記録%(events)s件と封印%(checkpoints)s個を計算し直しました（木の大きさ%(size)s）。すべて市の署名と合います。",
        "%(events)s events and %(checkpoints)s checkpoints were computed again (tree of size %(size)s). All hold.",
    ),
    True: both(
        "\n合わない所が%(faults)s件あります。この書き出しは信用できません。",
        "\n%(faults)s faults were found. This export cannot be trusted.",
    ),
}

if __name__ == "__main__":
    sys.exit(main())
