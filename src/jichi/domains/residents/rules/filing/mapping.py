"""How another system's files say what our items are: a TOML file of the city's own. Pure.

encoding = "cp932"              # or "utf-8" (with or without a byte order mark)
days = "wareki"                 # "iso" 2014-05-01, "compact" 20140501, "wareki" H26.5.1, 平成26年5月1日 or 4260501
empty_days = ["00000000"]       # what stands there for "no day"

[external]                      # characters that cp932 cannot hold, by the code that the files have instead
F040 = "𠮷"

[entries]
file = "JUKI.csv"
columns = { name = "SHIMEI", birth = "SEINENGAPPI" }
days = { birth = "compact" }
always = { register = "resident" }      # items that their file does not have
[entries.codes.sex]
"0" = "1"
"""

import tomllib
from collections.abc import Mapping as Pairs
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .layout import ALL_TABLES, Table

ENCODINGS = {"utf-8": "utf-8", "cp932": "cp932", "shift_jis": "cp932", "windows-31j": "cp932"}
DAY_FORMATS = ("iso", "compact", "wareki")


class UnusableMapping(ValueError):
    """The mapping file says something that cannot be meant. `where` is the key, `what` the fault as a code."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where, self.what = where, what


@dataclass(frozen=True, kw_only=True)
class TableMapping:
    """How one table's file is read."""

    file: str
    columns: Pairs[str, str] = field(default_factory=dict)
    codes: Pairs[str, Pairs[str, str]] = field(default_factory=dict)
    days: Pairs[str, str] = field(default_factory=dict)
    always: Pairs[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Mapping:
    """The whole file. `external` is by character: from the private one that their code decodes to, to the real one.

    `with_bom`: what goes out in UTF-8 begins with a byte order mark, as spreadsheets want it.
    """

    encoding: str = "utf-8"
    days: str = "iso"
    empty_days: tuple[str, ...] = ()
    external: Pairs[str, str] = field(default_factory=dict)
    tables: Pairs[str, TableMapping] = field(default_factory=dict)
    with_bom: bool = False

    def of(self, table: Table) -> TableMapping:
        return self.tables.get(table.name) or TableMapping(file=table.file)

    def heading(self, table: Table, item: str) -> str:
        return self.of(table).columns.get(item, table.column(item).heading)

    def days_of(self, table: Table, item: str) -> str:
        return self.of(table).days.get(item, self.days)


OWN_LAYOUT = Mapping()


def mapping_in(file: Path) -> Mapping:
    """Raises: UnusableMapping."""
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise UnusableMapping(file.name, "not_toml") from fault
    return mapping(said)


def mapping(said: dict[str, Any]) -> Mapping:
    """Raises: UnusableMapping."""
    known = {"encoding", "days", "empty_days", "external", *(table.name for table in ALL_TABLES)}
    for key in said.keys() - known:
        raise UnusableMapping(key, "unknown_key")
    encoding = ENCODINGS.get(str(said.get("encoding", "utf-8")).lower())
    if encoding is None:
        raise UnusableMapping("encoding", "unknown_encoding")
    return Mapping(
        encoding=encoding,
        days=day_format("days", said.get("days", "iso")),
        empty_days=tuple(said.get("empty_days", ())),
        external={external(code): letter for code, letter in said.get("external", {}).items()},
        tables={
            table.name: table_mapping(table, said[table.name]) for table in ALL_TABLES if table.name in said
        },
    )


def table_mapping(table: Table, said: dict[str, Any]) -> TableMapping:
    items = {column.item for column in table.columns}
    for part in ("columns", "codes", "days", "always"):
        for item in said.get(part, {}).keys() - items:
            raise UnusableMapping(f"{table.name}.{part}.{item}", "unknown_item")
    for key in said.keys() - {"file", "columns", "codes", "days", "always"}:
        raise UnusableMapping(f"{table.name}.{key}", "unknown_key")
    return TableMapping(
        file=said.get("file", table.file),
        columns=said.get("columns", {}),
        codes=said.get("codes", {}),
        days={
            item: day_format(f"{table.name}.days.{item}", form) for item, form in said.get("days", {}).items()
        },
        always=said.get("always", {}),
    )


def day_format(where: str, form: str) -> str:
    if form not in DAY_FORMATS:
        raise UnusableMapping(where, "unknown_day_format")
    return form


def external(code: str) -> str:
    """The private character to which cp932 decodes this code: F040 is U+E000."""
    try:
        letter = bytes.fromhex(code).decode("cp932")
    except ValueError as fault:
        raise UnusableMapping(f"external.{code}", "no_external_code") from fault
    if len(letter) != 1 or not is_external(letter):
        raise UnusableMapping(f"external.{code}", "no_external_code")
    return letter


def is_external(letter: str) -> bool:
    """A character of a private area, which each system draws in its own way (外字)."""
    return "\ue000" <= letter <= "\uf8ff"
