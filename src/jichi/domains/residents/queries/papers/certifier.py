"""In whose name a paper about a resident record is made, wherever in the city it is handed out."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings

from jichi.kernel.law.book import NotInForce, NotKnown
from jichi.kernel.law.shelf import law
from jichi.kernel.places.models import Ward

from ...models import Entry
from ...rules.desks import CERTIFIED_BY, KEEPER
from .content import Wanted


def certifier(wanted: Wanted, printed: Iterable[Entry]) -> str:
    """The head of the ward that keeps the record; of the issuing ward where the law of the day says so, or none does.

    Law: 住民基本台帳法 第12条, 第38条.
    """
    kept_in = next((entry.town.ward for entry in printed if entry.town is not None), wanted.ward)
    return head_of(kept_in if keeper_certifies(wanted.on) else wanted.ward)


def keeper_certifies(on: date) -> bool:
    try:
        return law.at(on, CERTIFIED_BY).value == KEEPER
    except (NotInForce, NotKnown):
        return False


def head_of(ward: Ward) -> str:
    return f"{settings.CITY['name']}{ward.name}長"
