"""Let other municipalities keep the protection too."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ...models import CityTold, ProtectionCase
from ...permissions import May
from ...rules.protection_words import CityBecause
from .acts import done, held


@action(needs=May.PROTECT, within="case")
def list_city(*, actor: Actor, case: ProtectionCase, city: str, because: CityBecause, on: date) -> CityTold:
    """Put a municipality on the list of those to be told (送付先).

    Ledger: residents.register.kept
    """
    case = held(case)
    listed, _made = CityTold.objects.get_or_create(case=case, city=city.strip(), because=because.value)
    done(case, "list_city", on=on, note=listed.city)
    return listed


@action(needs=May.PROTECT, within="case")
def tell_cities(*, actor: Actor, case: ProtectionCase, on: date) -> list[CityTold]:
    """Note that the notice of the case was posted to all municipalities of the list that had none yet.

    Ledger: residents.register.kept
    """
    case = held(case)
    waiting = list(case.cities.filter(sent_on__isnull=True).order_by("pk"))
    case.cities.filter(pk__in=[city.pk for city in waiting]).update(sent_on=on)
    done(case, "tell_cities", on=on, note="、".join(city.city for city in waiting))
    return waiting
