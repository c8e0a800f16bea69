"""The outer form of a file, line by line: encoding, quotes, number of fields. What is sound goes on, with its line number. Pure.

The usual line has no quotes and is looked at as one of thousands; only where something is unusual is each line read by itself.
"""

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from .faults import Fault
from .mapping import Mapping

BLOCK, LONGEST_LINE = 1 << 22, 1_000_000
BOM = b"\xef\xbb\xbf"
EXTERNAL = re.compile("[\ue000-\uf8ff]")
Tell = Callable[[Fault], None]


@dataclass
class Read:
    """What is known of a file after it was read once."""

    name: str
    headings: list[str] = field(default_factory=list)
    rows: int = 0
    digest: str = ""


class Unreadable(Exception):
    """A line that cannot be taken apart: at which field, and why (a code of `faults`)."""

    def __init__(self, field_number: int, code: str) -> None:
        super().__init__(code)
        self.field_number, self.code = field_number, code


class Reader:
    """Reads one file into another: the same rows in UTF-8, each with its line number in front."""

    def __init__(self, file: Path, how: Mapping, tell: Tell) -> None:
        self.file, self.how, self.tell = file, how, tell
        self.found = Read(name=file.name)

    def into(self, target: Path, passed: Callable[[int], None] = lambda _: None) -> Read:
        digest = hashlib.sha256()
        with self.file.open("rb") as source, target.open("wb") as sound:
            line = 0
            for lines in line_blocks(source, digest.update):
                if line == 0:
                    self.read_headings(lines[0].removeprefix(BOM))
                    lines, line = lines[1:], 1
                if self.found.headings:
                    sound.write(self.sound(lines, line + 1))
                line += len(lines)
                passed(source.tell())
        self.found.digest = digest.hexdigest()
        if line == 0:
            self.tell(Fault(self.found.name, 1, "", "empty_file"))
        return self.found

    def read_headings(self, line: bytes) -> None:
        try:
            self.found.headings = [each.strip() for each in self.fields(line)]
        except Unreadable as why:
            self.tell(Fault(self.found.name, 1, str(why.field_number), why.code))

    def sound(self, lines: list[bytes], first: int) -> bytes:
        """The sound ones of some lines; of the others it is told what is wrong."""
        commas = len(self.found.headings) - 1
        plain = self.all_plain(lines)
        if plain is not None and all(line.count(b",") == commas for line in plain if line):
            numbered = [b"%d,%b\n" % (number, line) for number, line in enumerate(plain, first) if line]
            self.found.rows += len(numbered)
            return b"".join(numbered)
        return b"".join(self.careful(line, number) for number, line in enumerate(lines, first) if line)

    def all_plain(self, lines: list[bytes]) -> list[bytes] | None:
        """These lines in UTF-8, where nothing in them asks for a closer look."""
        whole = b"\n".join(lines)
        if b'"' in whole or b"\0" in whole or b"\r" in whole:
            return None
        try:
            text = whole.decode(self.how.encoding)
        except UnicodeDecodeError:
            return None
        if EXTERNAL.search(text) or len(max(lines, key=len, default=b"")) > LONGEST_LINE:
            return None
        return lines if self.how.encoding == "utf-8" else text.encode().split(b"\n")

    def careful(self, line: bytes, number: int) -> bytes:
        try:
            fields = self.fields(line)
            wanted = len(self.found.headings)
            if len(fields) != wanted:
                code = "too_many_fields" if len(fields) > wanted else "too_few_fields"
                raise Unreadable(min(len(fields), wanted), code)
        except Unreadable as why:
            self.tell(Fault(self.found.name, number, self.heading(why.field_number), why.code))
            return b""
        self.found.rows += 1
        return one_line([str(number), *fields]).encode()

    def heading(self, field_number: int) -> str:
        headings = self.found.headings
        return headings[field_number - 1] if 0 < field_number <= len(headings) else str(field_number)

    def fields(self, line: bytes) -> list[str]:
        if len(line) > LONGEST_LINE:
            raise Unreadable(1, "line_too_long")
        if (at := line.find(b"\0")) >= 0:
            raise Unreadable(field_at(line, at), "nul")
        try:
            text = line.decode(self.how.encoding)
        except UnicodeDecodeError as fault:
            raise Unreadable(field_at(line, fault.start), "not_in_encoding") from fault
        try:
            fields = next(csv.reader([text], strict=True), [])
        except csv.Error as fault:
            raise Unreadable(field_at(line, line.rfind(b'"')), "quoting") from fault
        if any("\n" in each or "\r" in each for each in fields):
            raise Unreadable(1, "quoting")
        return [self.without_external(each, number) for number, each in enumerate(fields, 1)]

    def without_external(self, text: str, number: int) -> str:
        for letter in set(EXTERNAL.findall(text)):
            if letter not in self.how.external:
                raise Unreadable(number, "external")
            text = text.replace(letter, self.how.external[letter])
        return text


def field_at(line: bytes, position: int) -> int:
    """In which field (from 1) a place of a line is, as far as quotes do not hide it."""
    return line.count(b",", 0, max(position, 0)) + 1


def one_line(fields: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(fields)
    return line.getvalue()


def line_blocks(source: BinaryIO, digest: Callable[[bytes], None]) -> Iterator[list[bytes]]:
    """Whole lines, some thousands at a time, without their ends. A line without an end in sight is cut, and so told."""
    rest = b""
    while block := source.read(BLOCK):
        digest(block)
        whole, end, after = (rest + block).rpartition(b"\n")
        if end:
            yield lines_in(whole)
            rest = after
        else:
            # One endless line: keep what shows that it is too long, no more.
            rest = after[: LONGEST_LINE + 1]
    if rest:
        yield lines_in(rest)


def lines_in(whole: bytes) -> list[bytes]:
    return whole.replace(b"\r\n", b"\n").removesuffix(b"\r").split(b"\n")
