"""What a resident asks for from home; part of the verbs, not a verb of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.places.models import Office

from ...models import Person
from ...queries.home.offers import Offer, offers_for
from ...rules.channels import Channel


class NotOffered(Refusal):
    """The same words whatever the reason: nobody learns from them that somebody is protected."""

    code = "residents.not_offered"
    message = _(
        "いま、この証明書はこの方法では受け取れません。区役所の窓口で申し込んでください。窓口で事情をうかがいます。"
    )


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A certificate as it is asked for from home."""

    ticket: UUID
    kind: str
    options: tuple[str, ...]
    purpose: str
    office: Office


def offered(person: Person, kind: str, options: Iterable[str], *, channel: Channel, on: date) -> Offer:
    """The offer that was chosen. Raises: NotOffered."""
    for offer in offers_for(person, channel=channel, on=on):
        if offer.kind.code == kind and set(options) <= {str(option) for option in offer.options}:
            return offer
    raise NotOffered
