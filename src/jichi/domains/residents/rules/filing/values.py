"""SQL that turns the texts of a file into values, and finds those that are none. Pure.

Every value is first a text. `Item` knows how its text becomes a value of our layout, and which texts are wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jichi.kernel.values.era_text import OutsideEra, parse_era_day
from jichi.kernel.values.unreadable import Unreadable

from ..kinds import KINDS
from ..words import Register, Sex, Standing
from .layout import Column, Kind, Table
from .mapping import Mapping

ERA_DIGITS = {"1": "M", "2": "T", "3": "S", "4": "H", "5": "R"}
CLOSED = {
    "kind": tuple(kind.code for kind in KINDS),
    "register": tuple(str(each) for each in Register),
    "standing": tuple(str(each) for each in Standing),
    "sex": tuple(str(each) for each in Sex if each),
}
# What a table without the item says: the items that no record goes without.
FALLBACK = {"register": "resident", "standing": "registered", "nationality": "JPN", "demo": "0"}
SQL_TYPE = {Kind.DAY: "DATE", Kind.MOMENT: "TIMESTAMPTZ", Kind.YES: "BOOLEAN"}
MOMENT = r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}(:?\d{2})?)"


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item of a table as this mapping reads it. `source` is the SQL of its text in the file."""

    column: Column
    source: str
    days: str
    empty_days: tuple[str, ...]

    @property
    def text(self) -> str:
        return f"trim({self.source})" if self.column.kind != Kind.TEXT else self.source

    @property
    def day_text(self) -> str:
        if not self.empty_days:
            return self.text
        return f"CASE WHEN {self.text} IN ({listed(self.empty_days)}) THEN '' ELSE {self.text} END"

    @property
    def value(self) -> str:
        match self.column.kind:
            case Kind.DAY:
                return day_sql(self.day_text, self.days)
            case Kind.MOMENT:
                return f"try_cast(nullif({self.text}, '') AS TIMESTAMPTZ)"
            case Kind.YES:
                return f"({self.text} = '1')"
            case _:
                if fallback := FALLBACK.get(self.column.item):
                    return f"coalesce(nullif({self.text}, ''), {quoted(fallback)})"
                return self.text

    def wrong(self) -> Iterator[tuple[str, str]]:
        """Codes of faults, with the SQL that is true where they are found."""
        column, text = self.column, self.text
        if column.needed:
            yield "needed", f"{text} = ''"
        if column.longest:
            # Bytes are counted at once, characters one by one.
            yield "too_long", f"strlen({text}) > {column.longest} AND length({text}) > {column.longest}"
        match column.kind:
            case Kind.DAY:
                day = self.value
                yield "not_a_day", f"{self.day_text} <> '' AND {day} IS NULL"
                yield (
                    "day_out_of_reach",
                    f"{day} < DATE '1868-01-01' OR {day} > current_date + INTERVAL 1 YEAR",
                )
            case Kind.MOMENT:
                form = f"regexp_full_match({text}, {quoted(MOMENT)})"
                yield "not_a_moment", f"{text} <> '' AND ({self.value} IS NULL OR NOT {form})"
            case Kind.YES:
                yield "not_yes_or_no", f"{text} NOT IN ('', '0', '1')"
        if known := CLOSED.get(column.item):
            yield "unknown_code", f"{text} <> '' AND {text} NOT IN ({listed(known)})"


def listed(texts: tuple[str, ...]) -> str:
    return ", ".join(map(quoted, texts))


def day_sql(text: str, form: str) -> str:
    match form:
        case "compact":
            return f"try_strptime(nullif({text}, ''), '%Y%m%d')::DATE"
        case "wareki":
            return f"(map_extract_value(getvariable('days'), {text}))"
    return f"CASE WHEN {text} LIKE '____-__-__' THEN try_cast({text} AS DATE) END"


def items_of(table: Table, headings: list[str], how: Mapping) -> list[Item]:
    """Every item of a table: from its column in the file, from the mapping, or empty."""
    return [
        Item(
            column=column,
            source=source_of(table, column, headings, how),
            days=how.days_of(table, column.item),
            empty_days=how.empty_days if column.kind == Kind.DAY else (),
        )
        for column in table.columns
    ]


def source_of(table: Table, column: Column, headings: list[str], how: Mapping) -> str:
    said = how.of(table)
    if column.item in said.always:
        return quoted(said.always[column.item])
    heading = how.heading(table, column.item)
    if heading not in headings:
        return "''"
    raw = f"coalesce(c{headings.index(heading)}, '')"
    codes = said.codes.get(column.item)
    if not codes:
        return raw
    cases = " ".join(f"WHEN {quoted(theirs)} THEN {quoted(ours)}" for theirs, ours in codes.items())
    # What the mapping does not know becomes a code that nothing knows; a text keeps what it says.
    other = raw if column.kind == Kind.TEXT else f"chr(1) || {raw}"
    return f"CASE trim({raw}) {cases} WHEN '' THEN '' ELSE {other} END"


def era_day(text: str) -> date | None:
    """A day of an era in any of its spellings, also with the era as a digit (4260501); None for what is none.

    Source: the digits are those of the code list of eras that registers use (明治1, 大正2, 昭和3, 平成4, 令和5); unconfirmed.
    """
    if re.fullmatch(r"[1-5]\d{6}", text):
        text = f"{ERA_DIGITS[text[0]]}{int(text[1:3])}.{int(text[3:5])}.{int(text[5:])}"
    try:
        return parse_era_day(text)
    except (Unreadable, OutsideEra):
        return None
