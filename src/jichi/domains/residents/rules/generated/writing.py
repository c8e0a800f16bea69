"""The files of the generated city, row by row, in the documented layout. Pure."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from ..filing.layout import ENTRIES, MOVEMENTS
from ..words import JAPAN

ENTRY_ITEMS = tuple(column.item for column in ENTRIES.columns)
FIXED = {"register": "resident", "standing": "registered", "nationality": JAPAN, "household": ""}
LATE = "デモ：届け出るのを忘れていた"
NOTIFIED = {
    "moved_in", "came_from_abroad", "moved", "moving_out", "head_changed", "household_split", "alien_registered"
}  # fmt: skip
OPENS, CLOSES, LATEST_RECEIPT = 8 * 60 + 30, 17 * 60, 13


@dataclass(slots=True)
class Someone:
    """A generated person: what the register says now of them (texts as in the file)."""

    number: str
    birth: date
    sex: str
    said: dict[str, str]
    is_there: bool = False


@dataclass(slots=True)
class Block:
    """Some of the city's households, written by one process; `first` is the number of its first person."""

    index: int
    ward: str
    by: Random
    on: date
    late: int
    same_moment: int
    first: int
    people: int = 0
    households: int = 0
    movements: int = 0
    lines: dict[str, list[str]] = field(
        default_factory=lambda: {"persons": [], "households": [], "movements": [], "entries": []}
    )
    received: str = ""
    happened: date | None = None

    def someone(self, birth: date, sex: str, said: dict[str, str]) -> Someone:
        """Nobody has a number before the register knows them: some are never born here, or never move in."""
        return Someone("", birth, sex, {**FIXED, "birth": birth.isoformat(), "sex": sex, **said})

    def enrol(self, person: Someone) -> None:
        serial = self.first + self.people
        self.people += 1
        person.number = f"P{serial:08d}"
        self.lines["persons"].append(f"{person.number},1")
        # The check digit of a real code is a digit; no card of the Immigration Bureau begins with four letters.
        person.said["resident_code"] = f"9{serial:09d}X"
        if person.said["nationality"] != JAPAN:
            person.said["card_number"] = f"DEMO{serial:08d}"

    def household(self) -> str:
        number = f"H{self.index:05d}{self.households:05d}"
        self.households += 1
        self.lines["households"].append(f"{number},1")
        return number

    def begin_life(self) -> None:
        self.received, self.happened = "", None

    def happens(
        self, kind: str, day: date, changes: list[tuple[Someone, dict[str, str]]], ward: str = ""
    ) -> None:
        """Write a movement and what it writes of each person; the people change with it."""
        number = f"M{self.index:05d}{self.movements:05d}"
        self.movements += 1
        self.write_movement(number, kind, day, ward or self.ward)
        entries = self.lines["entries"]
        for person, items in changes:
            person.said.update(items)
            said = {**person.said, "movement": number, "person": person.number}
            entries.append(",".join([said.get(item, "") for item in ENTRY_ITEMS]))

    def write_movement(self, number: str, kind: str, day: date, ward: str) -> None:
        received = self.receipt(day)
        told_on = received[:10] if kind in NOTIFIED else ""
        is_late = bool(told_on) and self.by.randrange(1000) < self.late
        due = (day + timedelta(days=14)).isoformat() if is_late else ""
        # A late notification came after its last day, and says why.
        if is_late and told_on > due:
            due_on, why = due, LATE
        else:
            due_on, why = "", ""
        row = [number, kind, day.isoformat(), told_on, due_on, why, received, received, ward]
        self.lines["movements"].append(",".join([*row, *REST]))

    def receipt(self, day: date) -> str:
        """Never before the household's last one: of one day, the later comes later, or at the same moment by its serial."""
        by = self.by
        if self.happened == day and by.randrange(1000) < self.same_moment:
            return self.received
        wait = by.randrange(LATEST_RECEIPT) if by.randrange(1000) >= self.late else by.randrange(15, 60)
        came = min(day + timedelta(days=wait), self.on)
        minute = by.randrange(OPENS, CLOSES)
        # Counters are open from 8:30 in Tokyo, nine hours before Greenwich.
        text = moment(came, minute)
        if self.received and text <= self.received:
            text = self.received[:17] + f"{min(int(self.received[17:19]) + 1, 59):02d}" + self.received[19:]
        self.received, self.happened = text, day
        return text


REST = ["" if column.item != "demo" else "1" for column in MOVEMENTS.columns[9:]]


def moment(day: date, minute: int) -> str:
    before = minute - 9 * 60
    if before < 0:
        day, before = day - timedelta(days=1), before + 24 * 60
    return f"{day.isoformat()}T{before // 60:02d}:{before % 60:02d}:00+00:00"
