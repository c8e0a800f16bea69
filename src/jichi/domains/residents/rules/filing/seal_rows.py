"""The rows of a file of seals: read with the mapping, every fault at its line and column. Pure."""

import csv
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .faults import Fault
from .layout import SEALS, Column, Kind
from .mapping import Mapping
from .structure import Read, Reader, Tell
from .values import era_day

MOST = 20_000
FIRST = date(1868, 1, 1)


@dataclass(frozen=True, kw_only=True)
class SealRow:
    """One registration as the file tells it; `line` is where. One that is not sound is looked at further, and not taken."""

    line: int
    person: str
    engraved: str
    registered_on: date | None
    card: str
    image: str
    dpi: int | None
    demo: bool
    is_sound: bool


@dataclass
class SealFile:
    """What was read: the sound rows, the columns that nothing is made of, the file's digest."""

    rows: list[SealRow]
    ignored: list[str]
    read: Read


def seal_file(file: Path, how: Mapping, tell: Tell, *, on: date) -> SealFile:
    """All that can be read; the rest is told. Without one of the needed columns no row is."""
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        sound = Path(folder) / "seals.sound"
        read = Reader(file, how, tell).into(sound)
        known = {how.heading(SEALS, column.item) for column in SEALS.columns}
        ignored = [each for each in read.headings if each not in known]
        if told := list(of_headings(read, how)):
            for fault in told:
                tell(fault)
            return SealFile(rows=[], ignored=ignored, read=read)
        rows = list(Lines(read, how, tell, on).of(sound))
    if read.rows > MOST:
        tell(Fault(read.name, MOST + 2, "", "too_many_rows"))
    if not read.rows:
        tell(Fault(read.name, 1, "", "no_rows"))
    return SealFile(rows=rows, ignored=ignored, read=read)


def of_headings(read: Read, how: Mapping) -> Iterator[Fault]:
    always = how.of(SEALS).always
    for heading in sorted({each for each in read.headings if each and read.headings.count(each) > 1}):
        yield Fault(read.name, 1, heading, "column_twice")
    for column in SEALS.columns:
        heading = how.heading(SEALS, column.item)
        if column.needed and heading not in read.headings and column.item not in always:
            yield Fault(read.name, 1, heading, "no_column")


@dataclass
class Lines:
    """Makes rows of lines, and tells what is wrong in each."""

    read: Read
    how: Mapping
    tell: Tell
    on: date

    def of(self, sound: Path) -> Iterator[SealRow]:
        seen: dict[str, set[str]] = {"person": set(), "card": set()}
        with sound.open(encoding="utf-8", newline="") as lines:
            for fields in csv.reader(lines):
                line, texts = int(fields[0]), self.texts(fields[1:])
                faults = [*self.wrong(texts), *self.twice(texts, seen)]
                for item, code in faults:
                    self.tell(Fault(self.read.name, line, self.how.heading(SEALS, item), code))
                yield self.row(line, texts, is_sound=not faults)

    def texts(self, fields: list[str]) -> dict[str, str]:
        """Each item as a text, with the codes of the mapping put in place."""
        said = self.how.of(SEALS)
        told = dict(zip(self.read.headings, fields, strict=True))
        found = {}
        for column in SEALS.columns:
            text = told.get(self.how.heading(SEALS, column.item), "").strip()
            text = said.codes.get(column.item, {}).get(text, text)
            found[column.item] = said.always.get(column.item, text)
        return found

    def wrong(self, texts: dict[str, str]) -> Iterator[tuple[str, str]]:
        for column in SEALS.columns:
            if code := self.fault_of(column, texts[column.item]):
                yield column.item, code

    def fault_of(self, column: Column, text: str) -> str:
        if not text:
            return "needed" if column.needed else ""
        if column.longest and len(text) > column.longest:
            return "too_long"
        if column.kind == Kind.DAY:
            day = self.day(text)
            return "not_a_day" if day is None else "" if FIRST <= day <= self.on else "day_out_of_reach"
        if column.kind == Kind.YES and text not in ("0", "1"):
            return "not_yes_or_no"
        return "unknown_code" if column.item == "dpi" and not text.isdecimal() else ""

    def twice(self, texts: dict[str, str], seen: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
        for item, known in seen.items():
            if texts[item] and texts[item] in known:
                yield item, "twice"
            known.add(texts[item])

    def day(self, text: str) -> date | None:
        form = self.how.days_of(SEALS, "registered_on")
        if form == "wareki":
            return era_day(text)
        plain = len(text) == 8 and text.isdecimal()
        if form == "compact":
            text = f"{text[:4]}-{text[4:6]}-{text[6:]}" if plain else ""
        try:
            return date.fromisoformat(text) if len(text) == 10 else None
        except ValueError:
            return None

    def row(self, line: int, texts: dict[str, str], *, is_sound: bool) -> SealRow:
        return SealRow(
            line=line,
            person=texts["person"],
            engraved=texts["engraved"],
            registered_on=self.day(texts["registered_on"]),
            card=texts["card"],
            image=texts["image"],
            dpi=int(texts["dpi"]) if texts["dpi"].isdecimal() else None,
            demo=texts["demo"] == "1",
            is_sound=is_sound,
        )
