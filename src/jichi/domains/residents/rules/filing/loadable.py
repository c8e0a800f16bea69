"""What goes from the stage into the tables of the register: one query for each, in the order in which they are filled. Pure.

Keys are counted on from `base`, the first free key of the table; UUIDs of our own files stay, any other number gets a new one.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..facts import ITEMS, Facts
from ..name_folding import keys_of, parts
from .staging import SIDE_BY_SIDE, Stage

NAMES = ("name", "kana", "former_name", "common_name")


@dataclass(frozen=True, kw_only=True)
class Filling:
    """Rows for one table of the register: `columns` as the table names them, `query` in the words of the stage."""

    table: str
    columns: tuple[str, ...]
    query: str


def own_or_new(number: str) -> str:
    return f"coalesce(try_cast({number} AS UUID), uuid())"


def fillings(base: Mapping[str, int], *, title: str, at: str) -> list[Filling]:
    """`title` is the post of whoever loads, `at` the moment, for rows that do not say their own."""
    b = dict(base)
    return [
        Filling(
            table="household",
            columns=("id", "public_id", "is_demo"),
            query=f"SELECT line + {b['household']}, {own_or_new('household')}, demo FROM households ORDER BY line",
        ),
        Filling(
            table="person",
            columns=("id", "public_id", "is_demo"),
            query=f"SELECT line + {b['person']}, {own_or_new('person')}, demo FROM persons ORDER BY line",
        ),
        movements(b, title=title, at=at),
        entries(b, at=at),
        Filling(
            table="namekey",
            columns=("id", "key", "whole", "born", "person_id"),
            query=f"SELECT row_number() OVER () + {b['namekey']}, key, whole, born, who + {b['person']} FROM keys",
        ),
    ]


def movements(base: Mapping[str, int], *, title: str, at: str) -> Filling:
    said = {
        "id": f"m.line + {base['movement']}",
        "kind": "m.kind",
        "happened_on": "m.happened_on",
        "notified_on": "m.notified_on",
        "due_on": "m.due_on",
        "late_reason": "m.late_reason",
        "received_at": "m.received_at",
        "recorded_at": f"coalesce(m.recorded_at, TIMESTAMPTZ '{at}')",
        "ward_id": "m.ward",
        "office_id": "nullif(m.office, '')",
        "notified_by": "m.notified_by",
        "proofs": "m.proofs",
        "note": "m.note",
        "ticket": own_or_new("m.movement"),
        "voids_id": f"v.line + {base['movement']}",
        "actor_title": f"coalesce(nullif(m.title, ''), '{title}')",
        "is_demo": "m.demo",
    }
    return Filling(
        table="movement",
        columns=tuple(said),
        query=f"SELECT {', '.join(said.values())} FROM movements m"
        " LEFT JOIN movements v ON m.voids = v.movement AND m.voids <> '' ORDER BY m.line",
    )


def entries(base: Mapping[str, int], *, at: str) -> Filling:
    own = [item for item in ITEMS if item not in ("household", "town")]
    said = {
        "id": f"row_number() OVER () + {base['entry']}",
        "person_id": f"who + {base['person']}",
        "movement_id": f"serial + {base['movement']}",
        "written": "written",
        "since": "since",
        "until": "until",
        "recorded_at": f"coalesce(recorded_at, TIMESTAMPTZ '{at}')",
        "superseded_at": "superseded_at",
        "household_id": f"home + {base['household']}",
        "town_id": "town_pk",
        **{item: item for item in own},
    }
    return Filling(table="entry", columns=tuple(said), query=f"SELECT {', '.join(said.values())} FROM ready")


def make_ready(stage: Stage) -> None:
    """All that is still to be reckoned before rows are written: entries no longer believed, and keys of names."""
    said = "e.* EXCLUDE (line, until, written), l.* EXCLUDE (believed, is_first, standing_before)"
    until = "CASE WHEN l.believed THEN l.next_since ELSE e.until END AS until"
    if stage.number("SELECT count(*) FROM links WHERE NOT believed"):
        written, beside = "coalesce(c.written, e.written)", "LEFT JOIN chain c ON l.line = c.line"
    else:
        written, beside = "c.written", "POSITIONAL JOIN chain c"
    stage.base.execute(
        f"CREATE VIEW ready AS SELECT {said}, {until}, {written} AS written FROM {SIDE_BY_SIDE} {beside}"
    )
    make_name_keys(stage)


def make_name_keys(stage: Stage) -> None:
    """By every name that the register ever gave somebody; each different name is folded once, by the house's own rule."""
    keys = stage.folder / "keys.csv"
    write_keys(stage, keys)
    run = stage.base.execute
    run(
        f"CREATE TABLE folded AS SELECT * FROM read_csv('{keys}', header = false, auto_detect = false,"
        " columns = {'item': 'VARCHAR', 'said': 'VARCHAR', 'key': 'VARCHAR', 'whole': 'BOOLEAN'})"
    )
    keys.unlink()
    said = " UNION ".join(
        "SELECT f.key, f.whole, c.birth AS born, c.who FROM chain c"
        f" JOIN folded f ON f.item = '{item}' AND f.said = c.{item}"
        for item in NAMES
    )
    run(f"CREATE TABLE keys AS SELECT * FROM ({said}) ORDER BY who, key, whole")


def write_keys(stage: Stage, keys: Path) -> None:
    """Each name alone tells its keys and parts; the day of birth that stands beside them comes from the record."""
    found: set[str] = set()
    with keys.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        for item in NAMES:
            said = stage.base.execute(f"SELECT DISTINCT {item} FROM chain WHERE {item} <> ''")
            while names := said.fetchmany(20_000):
                for (name,) in names:
                    found |= parts(name)
                    all_keys = keys_of(Facts(**{item: name}))
                    lines.writerows((item, name, key.text, key.whole) for key in sorted(all_keys, key=str))
    stage.name_parts = frozenset(found)
