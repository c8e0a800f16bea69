"""Move families in and ask for past days inside the server's own process; started by residents_moves.py in its city."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count

import django
from django.db import connection
from django.test.utils import CaptureQueriesContext

from .figures import measured, milliseconds, spread

CALLS = 200
DAY = date(2013, 4, 1)


def main() -> None:
    django.setup()
    from jichi.domains.residents.models import Entry, Movement

    print(f"{Movement.objects.count():,} movements, {Entry.objects.count():,} entries")
    families()
    past_days()


def families() -> None:
    """The verb as the desk calls it: four people who are new, one movement, one event."""
    move_in = mover()
    for _ in range(5):
        move_in()
    with CaptureQueriesContext(connection) as asked:
        move_in()
    times = [milliseconds(move_in) for _ in range(CALLS)]
    print(f"a family of four moved in: {spread(times)}, {len(asked)} queries")


def mover() -> Callable[[], None]:
    from jichi.domains.residents.actions.moves.move_in import move_in
    from jichi.domains.residents.actions.moves.order import Address, Order
    from jichi.domains.residents.actions.writing import Intake
    from jichi.domains.residents.tests.families import FAMILY, newcomer
    from jichi.domains.residents.tests.small_register import REGISTRY
    from jichi.kernel.places.models import Town

    town = Town.objects.select_related("ward").first()
    call = count()

    def moved() -> None:
        # Born on other days each time: of the same family the verb would ask whether it is the one of before.
        later = timedelta(days=next(call))
        seats = tuple(newcomer(*each, birth + later) for *each, birth in FAMILY)
        intake = Intake(kind="moved_in", happened_on=DAY, notified_on=DAY, ward=town.ward)
        order = Order(seats=seats, address=Address(town=town, lot="1番"))
        move_in(actor=REGISTRY, intake=intake, order=order, on=DAY)

    return moved


def past_days() -> None:
    """The register of a past day for one person, another person and another day each time."""
    from jichi.domains.residents.models import Person
    from jichi.domains.residents.queries.register import record_on

    chance = random.Random(1)
    keys = list(Person.objects.values_list("pk", flat=True))

    def ask() -> None:
        person = Person(pk=chance.choice(keys))
        record_on(person, DAY - timedelta(days=chance.randrange(3000)))

    print(f"the register of a past day for one person: {measured(ask, calls=2000)}, 1 query")
    print(
        f"for comparison, what holds now for one person, without days: {measured(ask_now(keys), calls=2000)}, 1 query"
    )


def ask_now(keys: list[int]) -> Callable[[], None]:
    """What a register that knows only the present would do."""
    from jichi.domains.residents.models import Entry

    chance = random.Random(1)
    now = Entry.objects.filter(until__isnull=True, superseded_at__isnull=True).select_related(
        "town__ward", "movement"
    )

    def ask() -> None:
        now.filter(person=chance.choice(keys)).first()

    return ask


if __name__ == "__main__":
    main()
