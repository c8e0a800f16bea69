"""Ask from home for a certificate, to be picked up at an office."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import NotAllowed, Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ...models import CertificateRequest, Person
from ...permissions import May
from ...queries.home.offices import pickup_offices
from ...rules.channels import Channel
from ..keeping import kept
from .asking import Wish, offered

MOST_OPEN = 5


class NoRecordYet(Refusal):
    code = "residents.no_record_yet"
    message = _("このサインインは、まだ住民の記録と結ばれていません。窓口で本人確認を受けて結んでください。")


class OfficeIsNoMore(Refusal):
    code = "residents.office_is_no_more"
    message = _("この窓口では、いま証明書を受け取れません。ほかの窓口を選んでください。")


class TooManyRequests(Refusal):
    code = "residents.too_many_requests"
    status = 429
    message = _("受け取っていない申込みが5件あります。受け取るか取り下げてから、申し込んでください。")


class AskedBefore(Refusal):
    """The same form was sent before; `ticket` leads to what it became."""

    code = "residents.asked_before"
    message = _("この申込みは、もう受け付けています。")


@action(needs=May.ASK_FOR_CERTIFICATE, anywhere=True)
def ask_for_certificate(*, actor: Actor, wish: Wish, on: date) -> CertificateRequest:
    """Take a wish down for the office that was chosen. Nothing is issued yet.

    Ledger: residents.register.kept
    Raises: NotAllowed; NoRecordYet; AskedBefore; TooManyRequests; OfficeIsNoMore; NotOffered.
    """
    if actor.account_id is None:
        raise NotAllowed
    person = lock(Person.objects.filter(account=actor.account_id)).first()
    if person is None:
        raise NoRecordYet
    refuse_what_cannot_be(person, wish, on)
    offer = offered(person, wish.kind, wish.options, channel=Channel.HOME, on=on)
    made = CertificateRequest.objects.create(
        ticket=wish.ticket,
        account_id=actor.account_id,
        person=person,
        kind=wish.kind,
        options=" ".join(wish.options),
        purpose=wish.purpose,
        office=wish.office,
        fee=offer.fee,
        asked_on=on,
        asked_at=now(),
        is_demo=person.is_demo,
    )
    about = {"person": person.number, "kind": wish.kind, "options": made.options, "office": wish.office.code}
    kept(act=made.number, ward=wish.office.ward_id, verb="ask_for_certificate", about=about)
    return made


def refuse_what_cannot_be(person: Person, wish: Wish, on: date) -> None:
    if CertificateRequest.objects.filter(ticket=wish.ticket).exists():
        raise AskedBefore
    waiting = CertificateRequest.objects.filter(person=person, step__in=["requested", "ready"])
    if waiting.count() >= MOST_OPEN:
        raise TooManyRequests
    if not pickup_offices(on).filter(pk=wish.office.pk).exists():
        raise OfficeIsNoMore(fields={"office": str(OfficeIsNoMore.message)})
