"""照会書: the letter that asks a person whether the application for a seal was theirs."""

from typing import Any

from django.conf import settings
from django.utils.translation import override

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import now
from jichi.kernel.documents.render import render
from jichi.kernel.documents.templates import template_named

from ...models import SealRegistration
from ...rules.certificates.items import day_words
from ..seeing import Seen, seen

TEMPLATE = "residents.seal_inquiry"
PROOFS = "運転免許証・旅券など顔写真付きのもの1点、または健康保険証・年金手帳など2点"


def inquiry_letter(actor: Actor, registration: SealRegistration) -> bytes:
    """The letter as a PDF, the same each time it is printed. It goes to the address on the record of its day.

    Raises: NotThere for a reader who may not see the address, and before the inquiry is sent.
    """
    if registration.inquired_on is None:
        raise NotThere
    record = seen(actor, registration.person, registration.inquired_on)
    if record.town is None:
        raise NotThere
    with override("ja"):
        path = template_named(TEMPLATE).path
        return render(template=path, data=letter(registration, record), at=now())


def letter(registration: SealRegistration, record: Seen) -> dict[str, Any]:
    assert record.town
    ward = record.town.ward.name
    place = f"{settings.CITY['name']}{ward}{record.town.name}{record.town.hamlet}{record.facts.lot}"
    return {
        "title": "印鑑登録に関する照会書",
        "reference": registration.number,
        "sent": day_words(registration.inquired_on),
        "due": day_words(registration.answer_due_on),
        "postal": [place, *([record.facts.building] if record.facts.building else [])],
        "name": record.facts.name,
        "engraved": registration.engraved,
        "proofs": PROOFS,
        "ward": f"{settings.CITY['name']}{ward}",
        "office": f"{ward}役所区民課",
        "by_proxy": registration.by_proxy,
    }
