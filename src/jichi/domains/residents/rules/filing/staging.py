"""A load on the stage: the files as tables of an analytical engine (duckdb), looked at as sets. Pure.

Nothing of the register is touched here. What stands on the stage without faults can be loaded as it is.
"""

import csv
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb

from .checks import BY_LIFE, BY_ROW, Check, written_sql
from .faults import Fault
from .layout import BY_NAME, ENTRIES, HOUSEHOLDS, PERSONS, TABLES, Kind, Table
from .mapping import Mapping
from .structure import Read, Reader
from .values import SQL_TYPE, Item, era_day, items_of

Progress = Callable[[str, float], None]
MEMORY = "1500MB"
# The keys of an entry's neighbours: the line on which a person, a movement, a household stands is its number in this load.
# Believed entries come first, person by person in the total order; then those that are no longer believed.
LINKS = """
    SELECT e.line, p.line AS who, m.line AS serial, m.happened_on AS since, m.received_at, m.kind, h.line AS home,
           t.pk AS town_pk, e.superseded_at IS NULL AS believed, e.standing
    FROM (SELECT line, person, movement, household, town_ward, town, hamlet, recorded_at, superseded_at, standing FROM entries) e
    LEFT JOIN movements m ON e.movement = m.movement
    LEFT JOIN persons p ON e.person = p.person
    LEFT JOIN households h ON e.household = h.household AND e.household <> ''
    LEFT JOIN known_towns t ON e.town_ward = t.ward AND e.town = t.name AND e.hamlet = t.hamlet
    ORDER BY NOT believed, who NULLS LAST, since, received_at, serial, e.recorded_at, e.line
"""
NEIGHBOURS = """
    SELECT * EXCLUDE (standing), who IS DISTINCT FROM lag(who) OVER () AS is_first,
           CASE WHEN who = lead(who) OVER () AND lead(believed) OVER () THEN lead(since) OVER () END AS next_since,
           CASE WHEN who = lag(who) OVER () THEN lag(standing) OVER () END AS standing_before
    FROM unlinked
"""
# Whose rows stand beside each other in the same order; see `chain`.
CHAINED = (
    "line, who, serial, since, received_at, kind, is_first, standing_before, next_since AS until, until AS until_told,"
    " written AS written_told, birth, standing, register, household, relationship, name, kana, former_name, common_name"
)
SIDE_BY_SIDE = "entries e POSITIONAL JOIN links l"


def silent(_step: str, _share: float) -> None:
    """Nobody wants to know how far it is."""


@dataclass(frozen=True, kw_only=True)
class Places:
    """What the city has: codes of wards and offices, towns as (key, ward, name, hamlet)."""

    wards: tuple[str, ...]
    offices: tuple[str, ...]
    towns: tuple[tuple[int, str, str, str], ...]


@dataclass
class Stage:
    """`folder` is emptied at the end: it holds personal data."""

    folder: Path
    how: Mapping
    progress: Progress = silent
    reads: dict[str, Read] = field(default_factory=dict)
    ignored: dict[str, list[str]] = field(default_factory=dict)
    faults: int = 0
    name_parts: frozenset[str] = frozenset()

    def __enter__(self) -> Self:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True, mode=0o700)
        self.base = duckdb.connect(str(self.folder / "stage.duckdb"))
        for setting in (
            f"memory_limit = '{MEMORY}'",
            f"temp_directory = '{self.folder}'",
            "TimeZone = 'UTC'",
            "preserve_insertion_order = true",
            "enable_progress_bar = false",
        ):
            self.base.execute(f"SET {setting}")
        self.base.execute('CREATE TABLE faults (file VARCHAR, line BIGINT, "column" VARCHAR, code VARCHAR)')
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.base.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    # Reading
    def read(self, files: dict[str, Path], places: Places) -> None:
        """Put the files on the stage and look at all of them, to the end."""
        self.put_places(places)
        told = self.folder / "faults.csv"
        with told.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.writer(lines)
            for number, table in enumerate(TABLES):
                self.progress("read", number / len(TABLES))
                self.read_table(table, files.get(table.name), writer)
        self.take_faults(told)
        self.look_at_rows()
        self.chain()
        self.look_at(BY_LIFE)
        self.progress("check", 1.0)
        self.faults = self.number("SELECT count(*) FROM faults")

    def put_places(self, places: Places) -> None:
        run = self.base.execute
        run("CREATE TABLE known_wards AS SELECT unnest(?::VARCHAR[]) AS code", [list(places.wards)])
        run("CREATE TABLE known_offices AS SELECT unnest(?::VARCHAR[]) AS code", [list(places.offices)])
        towns = list(zip(*places.towns, strict=True)) or [(), (), (), ()]
        run(
            "CREATE TABLE known_towns AS SELECT unnest(?::BIGINT[]) AS pk, unnest(?::VARCHAR[]) AS ward,"
            " unnest(?::VARCHAR[]) AS name, unnest(?::VARCHAR[]) AS hamlet",
            [list(column) for column in towns],
        )

    def read_table(self, table: Table, file: Path | None, writer: Any) -> None:
        if file is None or not file.exists():
            if table.needed:
                writer.writerow([self.how.of(table).file, 0, "", "no_file"])
            self.make_from_entries_later(table)
            return

        def tell(fault: Fault) -> None:
            writer.writerow([fault.file, fault.line, fault.column, fault.code])

        sound = self.folder / f"{table.name}.sound"
        read = Reader(file, self.how, tell).into(sound)
        self.reads[table.name] = read
        for fault in faults_of_headings(table, read, self.how):
            tell(fault)
        if table.needed and read.headings and not read.rows:
            tell(Fault(read.name, 1, "", "no_rows"))
        self.take_rows(table, sound, read)
        sound.unlink()

    def make_from_entries_later(self, table: Table) -> None:
        columns = ", ".join(f"{c.item} {SQL_TYPE.get(c.kind, 'VARCHAR')}" for c in table.columns)
        self.base.execute(f"CREATE TABLE {table.name} (line BIGINT, {columns})")

    def take_rows(self, table: Table, sound: Path, read: Read) -> None:
        self.ignored[read.name] = not_taken(table, read, self.how)
        items = items_of(table, read.headings, self.how)
        names = ["line", *(f"c{number}" for number in range(len(read.headings)))]
        types = ", ".join(f"'{name}': '{'BIGINT' if name == 'line' else 'VARCHAR'}'" for name in names)
        self.base.execute(
            f"CREATE OR REPLACE VIEW raw AS SELECT * FROM read_csv('{sound}', columns = {{{types}}}, header = false,"
            " auto_detect = false, delim = ',', quote = '\"', escape = '\"', max_line_size = 4200000,"
            " parallel = true, encoding = 'utf-8')"
        )
        self.learn_days(items)
        values = ", ".join(f"{item.value} AS {item.column.item}" for item in items)
        odd = " OR ".join(f"({sql})" for item in items for _, sql in item.wrong())
        run = self.base.execute
        run(f"CREATE TABLE {table.name} AS SELECT line, {values}, coalesce({odd}, false) AS odd FROM raw")
        if self.number(f"SELECT count(*) FROM {table.name} WHERE odd"):
            self.look_at_values(read.name, table, items)
        run(f"ALTER TABLE {table.name} DROP COLUMN odd")
        run("DROP VIEW raw")

    def learn_days(self, items: list[Item]) -> None:
        """Days of eras are read by the house's own reader, each different text once."""
        eras = [item for item in items if item.column.kind == Kind.DAY and item.days == "wareki"]
        if not eras:
            return
        texts = " UNION ".join(f"SELECT DISTINCT {item.day_text} AS t FROM raw" for item in eras)
        known = {text: era_day(text) for (text,) in self.base.execute(texts).fetchall() if text}
        days = {text: day for text, day in known.items() if day}
        self.base.execute(
            "SET VARIABLE days = map(?::VARCHAR[], ?::DATE[])", [list(days), list(days.values())]
        )

    def look_at_values(self, file: str, table: Table, items: list[Item]) -> None:
        """Something is wrong: one more pass counts every fault, and for each that is there one says on which lines."""
        asked = [(item, code, sql) for item in items for code, sql in item.wrong()]
        counts = ", ".join(f"count(*) FILTER ({sql})" for _, _, sql in asked)
        found = self.base.execute(f"SELECT {counts} FROM raw").fetchone() or ()
        for (item, code, sql), count in zip(asked, found, strict=True):
            if count:
                self.base.execute(
                    f"INSERT INTO faults SELECT ?, line, ?, ? FROM raw WHERE {sql}",
                    [file, self.how.heading(table, item.column.item), code],
                )

    # Looking
    def look_at_rows(self) -> None:
        if PERSONS.name not in self.reads:
            self.base.execute(
                "INSERT INTO persons SELECT min(line), person, false FROM entries GROUP BY person ORDER BY 1"
            )
        if HOUSEHOLDS.name not in self.reads:
            self.base.execute(
                "INSERT INTO households SELECT min(line), household, false FROM entries WHERE household <> ''"
                " GROUP BY household ORDER BY 1"
            )
        self.look_at(BY_ROW)

    def look_at(self, checks: Iterable[Check]) -> None:
        some = list(checks)
        for number, check in enumerate(some):
            self.progress("check", number / len(some))
            table = ENTRIES if check.table == "chain" else BY_NAME[check.table]
            heading = self.how.heading(table, check.item)
            file = self.reads[table.name].name if table.name in self.reads else table.file
            self.base.execute(
                f"INSERT INTO faults SELECT ?, line, ?, ? FROM ({check.query})", [file, heading, check.code]
            )

    def chain(self) -> None:
        """The believed entries of each person in the total order, with what each wrote: the replay of all histories.

        `links` is narrow and sorted; the entries themselves are sorted only where the file is not in that order yet. Then
        the two stand side by side, row by row, and what an entry changed is seen by a look at the row before.
        """
        run = self.base.execute
        self.progress("order", 0.0)
        run(f"CREATE TABLE unlinked AS {LINKS}")
        run(f"CREATE TABLE links AS {NEIGHBOURS}")
        run("DROP TABLE unlinked")
        self.progress("order", 0.3)
        self.sort_entries()
        self.progress("order", 0.5)
        run(
            "CREATE TABLE chain AS SELECT * EXCLUDE (differing),"
            " CASE WHEN written_told <> '' THEN written_told ELSE differing END AS written,"
            " list_has_all(string_split(written_told, ' '),"
            " CASE WHEN differing = '' THEN [] ELSE string_split(differing, ' ') END) AS written_holds"
            f" FROM (SELECT {CHAINED}, {written_sql()} AS differing"
            f" FROM (SELECT e.* EXCLUDE (line), l.* FROM {SIDE_BY_SIDE} WHERE l.believed AND since IS NOT NULL))"
        )

    def sort_entries(self) -> None:
        back = "SELECT count(*) FROM (SELECT line < lag(line) OVER () AS back FROM links) WHERE back"
        if not self.number(back):
            return
        run = self.base.execute
        run(
            "CREATE TABLE sorted AS SELECT e.* FROM entries e"
            " JOIN (SELECT line, row_number() OVER () AS place FROM links) l ON e.line = l.line ORDER BY l.place"
        )
        run("DROP TABLE entries")
        run("ALTER TABLE sorted RENAME TO entries")

    # Telling
    def take_faults(self, told: Path) -> None:
        self.base.execute(
            f"INSERT INTO faults SELECT * FROM read_csv('{told}', header = false, auto_detect = false,"
            " columns = {'f': 'VARCHAR', 'l': 'BIGINT', 'c': 'VARCHAR', 'k': 'VARCHAR'}, nullstr = '\\N')"
        )
        told.unlink()

    def number(self, query: str) -> int:
        row = self.base.execute(query).fetchone()
        return int(row[0]) if row else 0

    def list_faults(self) -> Iterator[Fault]:
        """All of them, in the order of files, lines and columns."""
        found = self.base.execute('SELECT DISTINCT file, line, "column", code FROM faults ORDER BY ALL')
        while rows := found.fetchmany(10_000):
            for file, line, column, code in rows:
                yield Fault(file, line, column or "", code)

    def faults_by_key(self, table: str, key: str) -> list[tuple[str, str]]:
        """The faults of one file by the number of the row on which they are."""
        query = f"SELECT DISTINCT t.{key}, f.code FROM faults f JOIN {table} t ON f.line = t.line WHERE f.file = ?"
        return self.base.execute(query, [BY_NAME[table].file]).fetchall()

    def compare_name_keys(self, own: Path) -> None:
        """Faults for all people whose keys in the register (a file: person, key, whole, born) are not those of their names."""
        run = self.base.execute
        run(
            f"CREATE TABLE own_keys AS SELECT p.line AS who, k.* EXCLUDE (person) FROM read_csv('{own}', header = false,"
            " auto_detect = false, columns = {'person': 'VARCHAR', 'key': 'VARCHAR', 'whole': 'BOOLEAN', 'born': 'DATE'})"
            " k JOIN persons p ON k.person = p.person"
        )
        wanted, there = "SELECT who, key, whole, born FROM keys", "SELECT who, key, whole, born FROM own_keys"
        run(
            "INSERT INTO faults SELECT DISTINCT 'persons.csv', who, '', 'name_key' FROM"
            f" (({wanted} EXCEPT {there}) UNION ALL ({there} EXCEPT {wanted}))"
        )

    def compare_name_parts(self, own: frozenset[str]) -> None:
        """Faults for all people of whose names the register lacks a part."""
        for part in sorted(self.name_parts - own):
            self.base.execute(
                "INSERT INTO faults SELECT DISTINCT 'persons.csv', who, '', 'name_key' FROM keys WHERE starts_with(key, ?)",
                [part],
            )

    @property
    def counts(self) -> dict[str, int]:
        return {table.name: self.number(f"SELECT count(*) FROM {table.name}") for table in TABLES}


def faults_of_headings(table: Table, read: Read, how: Mapping) -> Iterator[Fault]:
    for heading in sorted({each for each in read.headings if each and read.headings.count(each) > 1}):
        yield Fault(read.name, 1, heading, "column_twice")
    always = how.of(table).always
    for column in table.columns:
        heading = how.heading(table, column.item)
        told = heading in read.headings or column.item in always
        # A column that the mapping names must be there; one of our own layout only where rows cannot go without it.
        asked = column.needed or column.item in how.of(table).columns
        if asked and not told:
            yield Fault(read.name, 1, heading, "no_column")


def not_taken(table: Table, read: Read, how: Mapping) -> list[str]:
    """Columns of the file that nothing is made of."""
    known = {how.heading(table, column.item) for column in table.columns}
    return [each for each in read.headings if each not in known]
