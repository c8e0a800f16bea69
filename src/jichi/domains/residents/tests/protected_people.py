"""Protected people for tests: a victim, the one named, and officers; set up through the verbs."""

from datetime import date
from typing import Any

from tests.town import Town as SmallTown

from jichi.domains.residents.actions.protection.apply_for_protection import Application, apply_for_protection
from jichi.domains.residents.models import Person, ProtectionCase
from jichi.domains.residents.rules.protection_words import Harm
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role

from .small_register import REGISTRY, resident

APPLIED = date(2012, 5, 10)


def applied(
    town: SmallTown, person: Person | None = None, *, on: date = APPLIED, **more: Any
) -> ProtectionCase:
    """A case that was applied for at the counter of the town's first ward."""
    given = {"named_name": "見本　太郎", "harm": Harm.DOMESTIC_VIOLENCE, **more}
    application = Application(ward=town.ward, applicant=person or resident(town), **given)
    return apply_for_protection(actor=REGISTRY, application=application, on=on)


def chief(town: SmallTown, ward: Any = None) -> Actor:
    return town.actor(town.staff(Role.REGISTRY_CHIEF, ward=ward or town.ward))


def clerk(town: SmallTown, ward: Any = None) -> Actor:
    return town.actor(town.staff(Role.REGISTRY_CLERK, ward=ward or town.ward))
