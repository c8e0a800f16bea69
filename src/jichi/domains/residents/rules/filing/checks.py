"""What must hold among the rows: uniqueness, references, the total order, one head of a household, spans. Pure SQL.

Each check is a query that gives table, line and item of what is wrong. The tables are those of `staging`: `persons`,
`households`, `movements`, `entries` as written, and `chain`, the believed entries of each person in the total order.
The same checks hold for files that come in and for the register itself (`jichi residents check`).
"""

from dataclasses import dataclass

from ..facts import ITEMS
from ..kinds import KINDS, Effect
from ..words import HEAD
from .values import listed

# What the file says of an address in three columns is one item of the record.
SPREAD = {"town": ("town_ward", "town", "hamlet")}
BEGINNING = listed(tuple(kind.code for kind in KINDS if kind.effect is Effect.BEGINS))
RETURNING = listed(("restored", "amended", "error_corrected", "voided", "taken_over", "rewritten"))


@dataclass(frozen=True)
class Check:
    """`query` selects the lines of `table` on which `item` has this fault."""

    code: str
    table: str
    item: str
    query: str


def twice(table: str, item: str) -> Check:
    query = f"SELECT line FROM {table} WHERE {item} <> '' QUALIFY row_number() OVER (PARTITION BY {item} ORDER BY line) > 1"
    return Check("twice", table, item, query)


def missing(code: str, table: str, item: str, other: str, key: str) -> Check:
    query = f"SELECT line FROM {table} t ANTI JOIN {other} o ON t.{item} = o.{key} WHERE t.{item} <> ''"
    return Check(code, table, item, query)


def wrong(code: str, table: str, item: str, condition: str) -> Check:
    return Check(code, table, item, f"SELECT line FROM {table} WHERE {condition}")


HEADS_NOW = f"""
    SELECT line, household, relationship = {listed((HEAD,))} AND standing = 'registered' AND register = 'resident' AS heads,
           relationship = {listed((HEAD,))} AS is_head
    FROM chain WHERE until IS NULL AND standing <> 'removed' AND household <> ''
"""

BY_ROW = (
    twice("persons", "person"),
    twice("households", "household"),
    twice("movements", "movement"),
    missing("no_such_person", "entries", "person", "persons", "person"),
    missing("no_such_household", "entries", "household", "households", "household"),
    missing("no_such_movement", "entries", "movement", "movements", "movement"),
    missing("no_such_movement", "movements", "voids", "movements", "movement"),
    missing("person_without_entry", "persons", "person", "entries", "person"),
    missing("unknown_ward", "movements", "ward", "known_wards", "code"),
    missing("unknown_office", "movements", "office", "known_offices", "code"),
    Check(
        "movement_without_entry", "movements", "movement",
        "SELECT line FROM movements m ANTI JOIN entries e ON m.movement = e.movement WHERE m.voids = ''",
    ),
    Check(
        "unknown_town", "entries", "town",
        "SELECT line FROM entries e ANTI JOIN known_towns t"
        " ON e.town_ward = t.ward AND e.town = t.name AND e.hamlet = t.hamlet WHERE e.town <> '' OR e.town_ward <> ''",
    ),
    wrong("voids_itself", "movements", "voids", "voids = movement"),
    Check(
        "voided_twice", "movements", "voids",
        "SELECT line FROM movements WHERE voids <> '' QUALIFY row_number() OVER (PARTITION BY voids ORDER BY line) > 1",
    ),
    wrong(
        "late_without_reason", "movements", "late_reason",
        "due_on IS NOT NULL AND notified_on > due_on AND late_reason = ''",
    ),
    wrong("received_after_recorded", "movements", "recorded_at", "recorded_at < received_at"),
    wrong("no_town", "entries", "town", "standing <> 'removed' AND town = ''"),
    wrong("no_household", "entries", "household", "standing <> 'removed' AND household = ''"),
    wrong("superseded_before_recorded", "entries", "superseded_at", "superseded_at < recorded_at"),
    Check(
        "entry_twice", "entries", "person",
        "SELECT line FROM entries WHERE superseded_at IS NULL"
        " QUALIFY row_number() OVER (PARTITION BY movement, person ORDER BY line) > 1",
    ),
    Check(
        "voided_but_believed", "entries", "movement",
        "SELECT line FROM entries e SEMI JOIN movements m ON m.voids = e.movement AND m.voids <> ''"
        " WHERE e.superseded_at IS NULL",
    ),
    Check(
        "unknown_item", "entries", "written",
        f"SELECT line FROM entries WHERE written <> '' AND NOT list_has_all([{listed(ITEMS)}], string_split(written, ' '))",
    ),
    Check(
        "ends_before_it_began", "entries", "until",
        "SELECT e.line FROM entries e JOIN movements m ON e.movement = m.movement"
        " WHERE e.superseded_at IS NOT NULL AND e.until < m.happened_on",
    ),
)  # fmt: skip

BY_LIFE = (
    wrong("born_after", "chain", "birth", "birth > since AND kind <> 'born'"),
    wrong("begins_wrongly", "chain", "movement", f"is_first AND kind NOT IN ({BEGINNING})"),
    wrong(
        "after_removal", "chain", "standing",
        f"standing_before = 'removed' AND standing <> 'removed' AND kind NOT IN ({BEGINNING}, {RETURNING})",
    ),
    wrong("chain_broken", "chain", "until", "until_told IS NOT NULL AND until_told IS DISTINCT FROM until"),
    Check(
        "two_heads", "entries", "relationship",
        f"SELECT line FROM ({HEADS_NOW}) WHERE heads QUALIFY row_number() OVER (PARTITION BY household ORDER BY line) > 1",
    ),
    Check(
        "no_head", "entries", "household",
        f"SELECT min(line) AS line FROM ({HEADS_NOW}) GROUP BY household HAVING NOT bool_or(is_head)",
    ),
    wrong("not_written", "chain", "written", "written_told <> '' AND NOT written_holds"),
)  # fmt: skip

# What files may leave out and the register may not.
OWN_REGISTER = (
    wrong("chain_broken", "chain", "until", "until_told IS DISTINCT FROM until"),
    wrong("not_written", "chain", "written", "NOT written_holds"),
)


def columns_of(item: str) -> tuple[str, ...]:
    return SPREAD.get(item, (item,))


def differs(item: str) -> str:
    """Whether an item is not what the same person's entry before said, or, in the first entry, not empty."""
    return " OR ".join(
        f"{each} IS DISTINCT FROM CASE WHEN is_first THEN {empty(each)} ELSE lag({each}) OVER () END"
        for each in columns_of(item)
    )


# What `Facts()` says before anything is written.
BLANK = {"register": "'resident'", "standing": "'registered'", "nationality": "'JPN'"}
DAYS = ("birth", "address_since", "resident_since", "leaving_on", "stay_until", "counted_from")


def empty(item: str) -> str:
    return "NULL" if item in DAYS else BLANK.get(item, "''")


def written_sql() -> str:
    """The names of the items in which an entry differs from the one before it."""
    parts = ", ".join(f"CASE WHEN {differs(item)} THEN {listed((item,))} END" for item in ITEMS)
    return f"concat_ws(' ', {parts})"
