"""A demo city never poses as a real one, and a real one is never played with."""

from django.conf import settings
from django.core.management import CommandError
from django.db import DatabaseError

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.clock.models import CityKind
from jichi.kernel.ledger.models import Event

from .actions.set_up_city import set_up_city

START = machine("start", Role.ADMINISTRATOR)
# Who made the people of the demo, in databases that were set up before the kind was kept.
DEMO_ACTOR = "machine:demo"
IS_DEMO = (
    "このデータベースはデモの市のもので、作りものの記録が入っています。実際の市としては起動できません。"
    "デモを続けるときは JICHI_DEMO=1 で、"
    "実際の市を始めるときは空のデータベース（DATABASE_URL か JICHI_VAR）で起動してください。\n"
    "This database belongs to a demo city and holds made-up records: it is not served as a real city. "
    "Start it with JICHI_DEMO=1, or start a real city on an empty database (DATABASE_URL or JICHI_VAR)."
)
IS_REAL = (
    "このデータベースは実際の市のものです。デモの利用者や作りものの記録を入れないよう、デモとしては起動できません。"
    "JICHI_DEMO=0 で起動するか、デモには別のデータベース（DATABASE_URL か JICHI_VAR）を使ってください。\n"
    "This database belongs to a real city: no demo is played in it. "
    "Start it with JICHI_DEMO=0, or use another database for the demo (DATABASE_URL or JICHI_VAR)."
)


class WrongKindOfCity(CommandError):
    """The database was set up as the other kind of city; the sentence says what to do."""


def settle_kind() -> None:
    """Keep what the city is at its first start, and see at every later one that it is still that.

    Raises: WrongKindOfCity.
    """
    if not CityKind.objects.exists():
        set_up_city(actor=START, is_demo=kind_so_far())
    refuse_other_kind()


def kind_so_far() -> bool:
    """What a database is that was set up before its kind was kept; an empty one is what it is started as."""
    if Event.objects.filter(actor=DEMO_ACTOR).exists():
        return True
    return settings.DEMO and not Event.objects.filter(type="access.account.created").exists()


def refuse_other_kind() -> None:
    """Raises: WrongKindOfCity."""
    is_demo = CityKind.objects.values_list("is_demo", flat=True).first()
    if is_demo is not None and is_demo != settings.DEMO:
        raise WrongKindOfCity(IS_DEMO if is_demo else IS_REAL)


def refuse_other_kind_if_set_up() -> None:
    """The same for a server that is started by itself, before its tables are there too."""
    try:
        refuse_other_kind()
    except DatabaseError:
        # No tables yet: nothing could pose as anything. `jichi load` makes them and looks again.
        return
