"""From what is drawn: lists of names in this folder, and what the city's file says of wards, households and rates. Pure."""

import csv
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from .chance import Weighted

HERE = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Surname:
    """A surname with its spellings, the common one first; all of them read alike."""

    kana: str
    spellings: Weighted[str]


@dataclass(frozen=True)
class Sources:
    """`said` is the city's file, `towns` the names of the towns by ward."""

    said: Mapping[str, Any]
    towns: Mapping[str, tuple[str, ...]]
    surnames: Weighted[Surname] = field(default_factory=lambda: surnames())
    given: Mapping[tuple[str, int], Weighted[tuple[str, str]]] = field(default_factory=lambda: given_names())
    foreign: Mapping[tuple[str, str], list[dict[str, str]]] = field(default_factory=lambda: foreign_names())

    @property
    def on(self) -> date:
        day: date = self.said["on"]
        return day


def sources(file: Path, towns: Iterable[tuple[str, str]]) -> Sources:
    """`towns` are pairs of a ward's code and a town's name, in the order of the city's list."""
    of: dict[str, list[str]] = {}
    for ward, town in towns:
        of.setdefault(ward, []).append(town)
    said = tomllib.loads(file.read_text(encoding="utf-8"))
    return Sources(said, {ward: tuple(names) for ward, names in of.items()})


def rows_of(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def surnames() -> Weighted[Surname]:
    return Weighted((surname_of(row), int(row["weight"])) for row in rows_of("surnames.csv"))


def surname_of(row: dict[str, str]) -> Surname:
    variants = [each.split(":") for each in row["variants"].split(";") if each]
    others = [(spelling, int(share)) for spelling, share in variants]
    common = (row["surname"], 100 - sum(share for _, share in others))
    return Surname(kana=row["kana"], spellings=Weighted([common, *others]))


def given_names() -> dict[tuple[str, int], Weighted[tuple[str, str]]]:
    of: dict[tuple[str, int], list[tuple[tuple[str, str], int]]] = {}
    for row in rows_of("given.csv"):
        names = of.setdefault((row["sex"], int(row["since"])), [])
        names.append(((row["name"], row["kana"]), int(row["weight"])))
    return {key: Weighted(names) for key, names in of.items()}


def foreign_names() -> dict[tuple[str, str], list[dict[str, str]]]:
    of: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in rows_of("foreign.csv"):
        of.setdefault((row["nationality"], row["kind"]), []).append(row)
    return of
