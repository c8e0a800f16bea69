"""The life of a generated household, from its arrival to the day of the register, movement by movement. Pure."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from ..words import HEAD
from .addresses import Ward, address
from .names import Family, family_of, full
from .people import FEMALE, YEAR, Draws, become_foreign, company, day_between
from .writing import Block, Someone

COMPUTERS = date(1986, 4, 1)
TAKEN_OVER = date(2012, 7, 9)
Event = tuple[date, int, Callable[[date], None]]


class Life:
    """One household: what is planned, and then happens in the order of the days."""

    def __init__(self, block: Block, draw: Draws, wards: dict[str, Ward], room: int) -> None:
        self.block, self.draw, self.by = block, draw, block.by
        self.wards, self.ward = wards, wards[block.ward]
        self.made = company(block, draw, room)
        self.is_foreign = self.by.randrange(1000) < draw.rates["foreign"] and not self.made.lost
        if self.is_foreign:
            self.made.left = self.made.left and None
            become_foreign(block, draw, self.made)
        self.number = block.household()
        self.home: dict[str, str] = {}
        self.plan: list[Event] = []
        block.begin_life()

    # What may happen to somebody only who is there.
    @property
    def there(self) -> list[Someone]:
        return [each for each in self.all if each.is_there and each.said["household"] == self.number]

    @property
    def all(self) -> list[Someone]:
        return [*self.made.everybody, *(each for each in (self.made.lost, self.made.left) if each)]

    def live(self) -> None:
        self.make_plans()
        self.arrive()
        for day, _, happens in sorted(self.plan, key=lambda event: event[:2]):
            happens(day)

    def at(self, day: date, happens: Callable[[date], None]) -> None:
        if self.made.arrival < day < self.block.on:
            self.plan.append((day, len(self.plan), happens))

    def chance(self, rate: str) -> bool:
        return self.by.randrange(1000) < self.draw.rates[rate]

    def make_plans(self) -> None:
        made, on, by = self.made, self.block.on, self.by
        years = (on - made.arrival).days / 365
        self.wedding = self.wedding_day()
        for child in made.children:
            self.at(child.birth, partial(self.is_born, child))
        if self.wedding:
            self.at(self.wedding, self.wed)
        if self.is_foreign and made.arrival < TAKEN_OVER:
            self.at(TAKEN_OVER, self.are_taken_over)
        if self.is_foreign and made.head.said["stay_period"]:
            self.at(day_between(max(TAKEN_OVER, made.arrival), on, by), self.stay_is_renewed)
        last = self.plan_the_end()
        moves = min(6, int(by.expovariate(1.0) * years * self.draw.rates["moves_in_hundred_years"] / 100))
        for _ in range(moves):
            self.at(day_between(made.arrival + timedelta(days=40), last, by), self.move)
        if made.lost:
            self.at(day_between(max(made.arrival, on - YEAR * 8), last, by), self.die)
        if made.left:
            grown = made.left.birth + YEAR * by.randint(19, 30)
            self.at(min(grown, last - timedelta(days=30)), self.leave_home)
        if not self.is_foreign and self.chance("domicile_moved"):
            self.at(day_between(made.arrival, last, by), self.move_domicile)

    def plan_the_end(self) -> date:
        """The day until which the household surely is there."""
        on, by = self.block.on, self.by
        if self.chance("gone") and self.made.kind in ("single", "couple", "family"):
            day = day_between(max(self.made.arrival, on - YEAR * 5) + timedelta(days=5), on, by)
            self.at(day, self.move_out)
            return day
        if self.chance("leaving"):
            self.at(on - timedelta(days=by.randrange(1, 14)), self.announce_move_out)
        return on

    def wedding_day(self) -> date | None:
        """Some marry while they live here: before their first child, and when both are of age."""
        made, by = self.made, self.by
        if not made.spouse or self.is_foreign or by.randrange(10) > 5:
            return None
        first = max(made.arrival, made.head.birth + YEAR * 20, made.spouse.birth + YEAR * 20)
        last = min([self.block.on, *(child.birth for child in made.children)])
        first, last = first + timedelta(days=30), last - timedelta(days=30)
        return day_between(first, last, by) if first < last else None

    def begun(self, person: Someone, day: date) -> tuple[Someone, dict[str, str]]:
        """All items of a record that begins."""
        person.is_there = True
        self.block.enrol(person)
        said = {
            **person.said, **self.home, "household": self.number,
            "address_since": day.isoformat(), "resident_since": day.isoformat(),
        }  # fmt: skip
        return person, said

    def arrive(self) -> None:
        made, day, by = self.made, self.made.arrival, self.by
        ward = self.ward
        if any(happens == self.move for _, _, happens in self.plan) and by.randrange(4) == 0:
            ward = by.choice(list(self.wards.values()))
        self.home = address(ward, by)
        people = [
            each for each in self.all if each.birth <= day and not (each is made.spouse and self.wedding)
        ]
        came_from = by.choice(self.draw.places)
        kind = "moved_in" if day >= COMPUTERS else "loaded"
        if self.is_foreign:
            came_from, kind = made.head.said["nationality"], "came_from_abroad"
            if day < TAKEN_OVER:
                kind = "alien_registered"
        else:
            self.set_domicile(by.choice(self.draw.places), self.all)
        if made.lost:
            made.head.said["relationship"] = "妻" if made.head.sex == FEMALE else "夫"
        for person in people:
            person.said |= {
                "came_from": came_from,
                "register": "alien" if kind == "alien_registered" else "resident",
            }
        self.block.happens(kind, day, [self.begun(each, day) for each in people], ward.code)

    def set_domicile(self, place: str, people: list[Someone]) -> None:
        first = (self.made.lost or self.made.head).said["name"]
        said = {"domicile": f"{place}デモ町{self.by.randrange(1, 400)}番地", "domicile_first": first}
        for person in people:
            person.said |= said

    def is_born(self, child: Someone, day: date) -> None:
        parents = self.there
        if parents:
            domicile = {
                name: parents[0].said.get(name, "") for name in ("domicile", "domicile_first", "register")
            }
            child.said |= domicile
            self.block.happens("born", day, [self.begun(child, day)])

    def wed(self, day: date) -> None:
        """They move together, and on the same day they marry: two movements of one day, in their order."""
        spouse, head = self.made.spouse, self.made.head
        if spouse is None or not head.is_there:
            return
        given = spouse.said["name"].split("\u3000")[1], spouse.said["kana"].split("\u3000")[1]
        born: Family = family_of(self.draw.of.surnames.draw(self.by), self.by)
        married = {name: spouse.said[name] for name in ("name", "kana", "relationship")}
        before = full(born, given)
        spouse.said |= {
            **before, "relationship": "同居人", "came_from": self.by.choice(self.draw.places),
            "domicile": f"{self.by.choice(self.draw.places)}デモ町{self.by.randrange(1, 400)}番地",
            "domicile_first": before["name"],
        }  # fmt: skip
        self.block.happens("moved_in", day, [self.begun(spouse, day)])
        new = {
            "domicile": f"川崎市{self.home['town']}デモ{self.by.randrange(1, 90)}番地",
            "domicile_first": head.said["name"],
        }
        self.block.happens("married", day, [(head, new), (spouse, {**new, **married})])

    def move(self, day: date) -> None:
        if people := self.there:
            self.home = address(self.ward, self.by)
            items = {**self.home, "address_since": day.isoformat()}
            self.block.happens("moved", day, [(each, dict(items)) for each in people])

    def die(self, day: date) -> None:
        """The head dies; on the same day the one who stays becomes the head."""
        lost, head = self.made.lost, self.made.head
        if lost is None or not (lost.is_there and head.is_there):
            return
        lost.is_there = False
        self.block.happens("died", day, [(lost, {"standing": "removed"})])
        self.block.happens("head_changed", day, [(head, {"relationship": HEAD})])

    def leave_home(self, day: date) -> None:
        """To another city, or into a household of their own under the same roof."""
        left = self.made.left
        if left is None or not left.is_there:
            return
        if self.chance("split"):
            items = {"household": self.block.household(), "relationship": HEAD}
            self.block.happens("household_split", day, [(left, items)])
            return
        self.go([left], day)

    def go(self, people: list[Someone], day: date) -> None:
        place = self.by.choice(self.draw.places)
        self.block.happens(
            "moving_out", day, [(p, {"standing": "leaving", "going_to": place}) for p in people]
        )
        for person in people:
            person.is_there = False
        arrived = min(day + timedelta(days=self.by.randrange(1, 14)), self.block.on - timedelta(days=1))
        gone = {"standing": "removed", "gone_to": place}
        self.block.happens("move_out_confirmed", max(day, arrived), [(p, dict(gone)) for p in people])

    def move_out(self, day: date) -> None:
        if people := self.there:
            self.go(people, day)

    def announce_move_out(self, day: date) -> None:
        place = self.by.choice(self.draw.places)
        if people := self.there:
            self.block.happens(
                "moving_out", day, [(p, {"standing": "leaving", "going_to": place}) for p in people]
            )

    def move_domicile(self, day: date) -> None:
        if people := self.there:
            place = f"川崎市{self.home['town']}デモ{self.by.randrange(1, 90)}番地"
            self.block.happens("domicile_changed", day, [(p, {"domicile": place}) for p in people])

    def are_taken_over(self, day: date) -> None:
        if people := self.there:
            items = {"register": "resident", "resident_since": day.isoformat()}
            self.block.happens("taken_over", day, [(p, dict(items)) for p in people])

    def stay_is_renewed(self, day: date) -> None:
        head = self.made.head
        if head.is_there:
            until = day_between(self.block.on, self.block.on + YEAR * 3, self.by).isoformat()
            self.block.happens("stay_changed", day, [(head, {"stay_until": until})])


def leaving(place: str, day: date) -> dict[str, str]:
    return {"standing": "leaving", "going_to": place, "leaving_on": day.isoformat()}
