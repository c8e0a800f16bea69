"""Who belongs to a generated household: head, spouse, children, a parent; and those who were there before. Pure."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from ..words import HEAD
from .chance import Weighted
from .names import Family, family_of, foreign_name, full, given_name
from .sources import Sources
from .writing import Block, Someone

MALE, FEMALE = "1", "2"
YEAR = timedelta(days=365, hours=6)
YOUNGEST_HEAD = 18


@dataclass(slots=True)
class Draws:
    """What is drawn for every household, made once for a city."""

    of: Sources
    kinds: Weighted[dict[str, Any]]
    nationalities: Weighted[str]
    stays: Weighted[dict[str, Any]]
    places: list[str]
    rates: dict[str, int]


def draws(of: Sources) -> Draws:
    said = of.said
    return Draws(
        of=of,
        kinds=Weighted((each, each["weight"]) for each in said["households"]["kinds"]),
        nationalities=Weighted(said["nationalities"]["of"].items()),
        stays=Weighted((each, each["weight"]) for each in said["stays"]["of"]),
        places=said["places"]["of"],
        rates={name: value for name, value in said["rates"].items() if isinstance(value, int)},
    )


@dataclass(slots=True)
class Company:
    """A household about to live. `spouse` and `children` may be empty; `lost` is the one who dies, `left` who moves away."""

    kind: str
    head: Someone
    family: Family
    arrival: date
    spouse: Someone | None = None
    children: list[Someone] = field(default_factory=list)
    parent: Someone | None = None
    lost: Someone | None = None
    left: Someone | None = None

    @property
    def everybody(self) -> list[Someone]:
        others = (self.spouse, *self.children, self.parent)
        return [self.head, *(each for each in others if each)]


def day_between(first: date, last: date, by: Random) -> date:
    return first + timedelta(days=by.randrange(max(1, (last - first).days)))


def company(block: Block, draw: Draws, room: int) -> Company:
    """A household of no more than `room` people."""
    by, kind = block.by, draw.kinds.draw(block.by)
    age = by.randint(kind["youngest"], kind["oldest"])
    birth = day_between(block.on - YEAR * (age + 1), block.on - YEAR * age, by)
    stay = timedelta(days=int(by.expovariate(1 / (kind["years"] * 365))))
    grown = birth + YEAR * YOUNGEST_HEAD
    arrival = min(max(block.on - stay, grown), block.on - timedelta(days=20))
    family = family_of(draw.of.surnames.draw(by), by)
    male_of_ten = {"single": 5, "parent": 1}.get(kind["kind"], 9)
    sex = MALE if by.randrange(10) < male_of_ten else FEMALE
    head = member(block, draw, family, birth, sex, HEAD)
    made = Company(kind=kind["kind"], head=head, family=family, arrival=arrival)
    for add in (add_spouse, add_children, add_parent, add_lost, add_left):
        add(block, draw, made, age, room)
    return made


def member(block: Block, draw: Draws, family: Family, birth: date, sex: str, relationship: str) -> Someone:
    said = {**full(family, given_name(draw.of, sex, birth, block.by)), "relationship": relationship}
    return block.someone(birth, sex, said)


def add_spouse(block: Block, draw: Draws, made: Company, age: int, room: int) -> None:
    if made.kind not in ("couple", "family", "three") or room < 2:
        return
    by, head = block.by, made.head
    birth = head.birth + timedelta(days=by.randint(-1500, 1900))
    birth = min(birth, block.on - YEAR * 19)
    sex = FEMALE if head.sex == MALE else MALE
    made.spouse = member(block, draw, made.family, birth, sex, "妻" if sex == FEMALE else "夫")


def add_children(block: Block, draw: Draws, made: Company, age: int, room: int) -> None:
    if made.kind not in ("family", "parent", "three"):
        return
    by = block.by
    oldest = min(22, age - 23)
    youngest_parent = max(made.head.birth, made.spouse.birth if made.spouse else made.head.birth)
    for _ in range(min(by.choice((1, 1, 2, 2, 2, 3)), room - len(made.everybody))):
        birth = block.on - timedelta(days=by.randrange(30, max(31, oldest * 365)))
        birth = max(birth, youngest_parent + YEAR * 18)
        if birth < block.on - timedelta(days=30):
            made.children.append(member(block, draw, made.family, birth, by.choice("12"), "子"))


def add_parent(block: Block, draw: Draws, made: Company, age: int, room: int) -> None:
    if made.kind == "three" and room > len(made.everybody):
        birth = made.head.birth - YEAR * block.by.randint(21, 32)
        made.parent = member(block, draw, made.family, birth, FEMALE, "母")


def add_lost(block: Block, draw: Draws, made: Company, age: int, room: int) -> None:
    """A widow or widower lived with somebody who died; the head then was often the other one."""
    alone = made.kind == "single" and age >= 65 and room > len(made.everybody)
    if not alone or block.by.randrange(1000) >= draw.rates["widowed"] * 2:
        return
    birth = made.head.birth - timedelta(days=block.by.randint(0, 2500))
    sex = FEMALE if made.head.sex == MALE else MALE
    made.lost = member(block, draw, made.family, birth, sex, HEAD)


def add_left(block: Block, draw: Draws, made: Company, age: int, room: int) -> None:
    """A child of an older couple who has grown up and moved away, or made a household of its own at home."""
    with_lost = len(made.everybody) + bool(made.lost)
    if made.kind != "couple" or age < 52 or room <= with_lost:
        return
    if block.by.randrange(1000) < draw.rates["grown_up_left"]:
        birth = made.head.birth + YEAR * block.by.randint(23, 29)
        made.left = member(block, draw, made.family, birth, block.by.choice("12"), "子")


def become_foreign(block: Block, draw: Draws, made: Company) -> None:
    """Everybody of the household has the head's nationality, and a status of residence of their own."""
    nationality = draw.nationalities.draw(block.by)
    for person in made.everybody:
        stay = draw.stays.draw(block.by)
        until = day_between(block.on, block.on + YEAR * 3, block.by).isoformat() if stay["period"] else ""
        person.said |= {
            **foreign_name(draw.of, nationality, block.by),
            "nationality": nationality,
            "stay_kind": stay["kind"],
            "stay_status": stay["status"],
            "stay_period": stay["period"],
            "stay_until": until,
        }
