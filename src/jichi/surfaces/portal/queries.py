"""What the portal reads: places, and what the subsystems declare."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.places.models import Office, OfficeKind, Town, Ward
from jichi.kernel.places.queries import offices, open_on, towns
from jichi.kernel.subsystem import installed

from .town_name import town_name

MOST_TOWNS = 60


def home_blocks(request: HttpRequest, day: date) -> list[str]:
    """The cards of the public home that have something to say, as markup."""
    cards = [card for part in installed() for card in part.cards]
    return list(drawn(request, cards, lambda card: card.context(day)))


def ward_blocks(request: HttpRequest, ward: Ward, day: date) -> list[str]:
    """The blocks of a ward's page that have something to say, as markup."""
    cards = [card for part in installed() for card in part.ward_cards]
    return list(drawn(request, cards, lambda card: card.context(ward.code, day)))


def drawn(
    request: HttpRequest, cards: Iterable[Any], context_of: Callable[[Any], Mapping[str, Any]]
) -> Iterator[str]:
    for card in sorted(cards, key=lambda card: card.order):
        if context := context_of(card):
            yield render_to_string(card.template, dict(context), request)


def ward_coded(code: str) -> Ward:
    """Raises: NotThere."""
    ward = Ward.objects.filter(code=code).first()
    if ward is None:
        raise NotThere
    return ward


def offices_of(ward: Ward, day: date) -> list[Office]:
    """The offices of the ward that serve people on a day, the ward office first."""
    kinds = list(OfficeKind)
    return sorted(
        open_on(offices(ward=ward.code), day), key=lambda office: kinds.index(OfficeKind(office.kind))
    )


def towns_named(typed: str) -> list[Town]:
    """Towns whose name has in it what was typed as a name or as the beginning of an address."""
    word = town_name(typed)
    return list(towns(word=word)[:MOST_TOWNS]) if word else []
