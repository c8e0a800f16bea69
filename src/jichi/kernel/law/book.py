"""The law book: every legal value of the city, with its days, its source and how well it is known.

Pure. It has no notion of today: the day is always the caller's, who takes it from the case.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Self, TypeVar, cast

from jichi.kernel.values.fault import gettext_noop as _

from .entry import Confidence, Dated, Entry, LegalValue, Repealed
from .faults import NotDeclared, NotInForce, NotKnown, Place, WrongLawFile
from .reader import read_file

__all__ = [
    "Confidence", "Dated", "Entry", "LawBook", "LegalValue", "Listed", "NotDeclared", "NotInForce",
    "NotKnown", "Repealed", "Standing", "WrongLawFile",
]  # fmt: skip

T = TypeVar("T")


class Standing(StrEnum):
    """How an entry stands on a day, in the order a city's lawyer has to look at it."""

    UNCONFIRMED = "unconfirmed"
    UNSET = "unset"
    INFERRED = "inferred"
    READ = "read"
    NOT_IN_FORCE = "not_in_force"


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A line of the list of all legal values; no `row` before the first, or when nothing is known."""

    entry: Entry
    row: Dated[object] | Repealed | None
    standing: Standing


class LawBook:
    """The defaults of the house with a city's own enactments laid over them."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = dict(sorted(entries.items()))

    @classmethod
    def load(cls, defaults: Iterable[Path], city: Path) -> Self:
        """Read all `*.toml` of the folders; an entry of the city's replaces the default of its key whole.

        Raises: WrongLawFile, at the first fault: half a law book is not a law book.
        """
        entries: dict[str, Entry] = {}
        for folder in defaults:
            for entry in _read_folder(folder):
                _refuse_second_default(entries.get(entry.key), entry)
                entries[entry.key] = entry
        for entry in _read_folder(city):
            _refuse_other_unit(entries.get(entry.key), entry)
            entries[entry.key] = entry
        return cls(entries)

    def at(self, on: date, key: LegalValue[T]) -> Dated[T]:
        """The value on a day of the case, never of the asking.

        Raises: NotInForce; NotKnown; NotDeclared when the code asks for what no file has.
        """
        self.declared([key])
        entry = self._entries[key.key]
        if entry.is_unset:
            raise NotKnown(entry)
        row = entry.row_at(on)
        if not isinstance(row, Dated):
            raise NotInForce(entry, on)
        return cast("Dated[T]", row)

    def entry(self, key: str) -> Entry:
        """Raises: KeyError."""
        return self._entries[key]

    def entries(self) -> tuple[Entry, ...]:
        """Every entry by key."""
        return tuple(self._entries.values())

    def history(self, key: str) -> tuple[Dated[object] | Repealed, ...]:
        """All rows, oldest first. Raises: KeyError."""
        return self.entry(key).rows

    def everything(self, on: date) -> list[Listed]:
        """Every entry as it stands on a day, what a lawyer must still confirm first."""
        lines = [
            Listed(entry=entry, row=entry.row_at(on), standing=_standing(entry, on))
            for entry in self._entries.values()
        ]
        order = list(Standing)
        return sorted(lines, key=lambda line: (order.index(line.standing), line.entry.key))

    def declared(self, keys: Iterable[LegalValue[T]]) -> None:
        """See that every key code asks with is in the book with its type and unit.

        Raises: NotDeclared, naming all that are not.
        """
        faults = [fault for key in keys if (fault := self._fault_of(key))]
        if faults:
            raise NotDeclared("; ".join(faults))

    def _fault_of(self, key: LegalValue[T]) -> str:
        entry = self._entries.get(key.key)
        if entry is None:
            return f"{key.key} is in no law file"
        if not key.fits(entry.unit):
            asked = key.unit or key.type.__name__
            return f"{key.key} is asked for as {asked}, its file says {entry.unit.code}"
        return ""


def _read_folder(folder: Path) -> list[Entry]:
    if not folder.is_dir():
        raise Place(folder).wrong(_("法規のフォルダーがありません。場所の設定を確かめてください。"))
    return [entry for file in sorted(folder.glob("*.toml")) for entry in read_file(file).values()]


def _refuse_second_default(first: Entry | None, second: Entry) -> None:
    if first is not None:
        raise _place_of(second).wrong(
            _("同じ見出しが %(other)s にもあります。一方を消してください。"), other=first.file
        )


def _refuse_other_unit(default: Entry | None, own: Entry) -> None:
    """Code that computes days must not be handed months because a city wrote so."""
    if default is not None and default.unit is not own.unit:
        raise _place_of(own).wrong(
            _("単位「%(unit)s」が既定の「%(default)s」と違います。%(other)s に合わせてください。"),
            unit=own.unit,
            default=default.unit,
            other=default.file,
        )


def _place_of(entry: Entry) -> Place:
    return Place(entry.file, entry.key.partition(".")[2])


def _standing(entry: Entry, on: date) -> Standing:
    """A rule that has not begun or is repealed asks for no look, unless that itself is not sure."""
    if entry.is_unset:
        return Standing.UNSET
    row = entry.row_at(on)
    if row is None or (isinstance(row, Repealed) and row.confidence is Confidence.READ):
        return Standing.NOT_IN_FORCE
    return Standing(row.confidence.value)
