"""Enter movements in processes of their own, each killed with -9 at the next statement to the database.

Started by test_movement_kill.py with the name of what to do. The parent never opens a connection: every try is a fork that
counts its statements and kills itself at the n-th. Before each try the child sees to it that nothing half done is left.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

TICKET = UUID("00000000-0000-4000-8000-000000000001")
KILLED, DONE = -signal.SIGKILL, 0
DAY = date(2012, 7, 9)


def main(what: str, step: int) -> None:
    import django

    django.setup()
    act, check = {"movement": (move_in, one_or_nothing), "take_over": (take_over, whole_households)}[what]
    for tries, statement in enumerate(range(1, 2000, step), start=1):
        if attempt(act, check, statement) == DONE:
            print(tries)
            return
    sys.exit("never came to the end")


def attempt(act: Callable[[], None], check: Callable[[], None], statement: int) -> int:
    child = os.fork()
    if child == 0:
        os._exit(tried(act, check, statement))
    _pid, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (KILLED, DONE):
        sys.exit(f"statement {statement}: exit {code}")
    return code


def tried(act: Callable[[], None], check: Callable[[], None], statement: int) -> int:
    """In the child: never raises, so that no second copy of the parent goes on."""
    try:
        check()
        with killed_at(statement):
            act()
        check()
    except Exception:  # noqa: BLE001 - whatever it is, the parent is told by the exit code
        traceback.print_exc()
        return 1
    return DONE


def killed_at(statement: int) -> Any:
    from django.db import connection

    seen = 0

    def count(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        nonlocal seen
        seen += 1
        if seen == statement:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    return connection.execute_wrapper(count)


def move_in() -> None:
    from jichi.domains.residents.actions.moves.move_in import move_in
    from jichi.domains.residents.actions.moves.order import Address, Order
    from jichi.domains.residents.actions.writing import Intake
    from jichi.kernel.places.models import Town

    from .families import FAMILY, newcomer
    from .small_register import REGISTRY

    town = Town.objects.select_related("ward").get(name="見本町一丁目")
    intake = Intake(kind="moved_in", happened_on=DAY, notified_on=DAY, ward=town.ward, ticket=TICKET)
    order = Order(seats=tuple(newcomer(*each) for each in FAMILY), address=Address(town=town, lot="9番"))
    move_in(actor=REGISTRY, intake=intake, order=order, on=DAY)


def one_or_nothing() -> None:
    """The register and the public record agree: four people with one act, or nobody and nothing."""
    from jichi.domains.residents.models import Entry, Movement, NameKey, Person
    from jichi.kernel.ledger.models import Event

    there = Movement.objects.filter(ticket=TICKET).count()
    found = (
        Entry.objects.count(),
        Person.objects.count(),
        Event.objects.filter(type="residents.register.kept").count(),
    )
    assert found == (4 * there, 4 * there, there), found
    assert bool(NameKey.objects.count()) == bool(there)


def take_over() -> None:
    from jichi.domains.residents.actions.take_over_aliens import take_over_aliens

    from .small_register import REGISTRY

    take_over_aliens(actor=REGISTRY, on=DAY)


def whole_households() -> None:
    """Whoever has a result has a record that says so, and a household is taken over as a whole."""
    from jichi.domains.residents.models import Entry, Movement, TakenOver
    from jichi.kernel.ledger.models import Event

    now = Entry.objects.filter(superseded_at=None, until=None)
    taken = set(TakenOver.objects.filter(verdict="taken").values_list("person", flat=True))
    assert set(now.filter(movement__kind="taken_over").values_list("person", flat=True)) == taken
    for household in set(now.values_list("household", flat=True)):
        registers = set(now.filter(household=household).values_list("register", flat=True))
        assert len(registers) == 1, household
    numbers = {f"residents/{movement.number}" for movement in Movement.objects.filter(kind="taken_over")}
    told = set(Event.objects.filter(type="residents.register.kept").values_list("stream__name", flat=True))
    assert numbers <= told


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
