"""Register the seal and hand out its card; exchange a card that is worn."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.law.shelf import law
from jichi.kernel.ledger.lock import lock

from ...models import SealCard, SealImpression, SealRegistration
from ...permissions import May
from ...queries.seals import impressions_of_household
from ...rules import seal_law
from ...rules.seal_cards import see_card_number
from ...rules.seal_names import see_name
from ...rules.seal_words import Ending
from ...states import SEAL
from ..seals.keep_scan import SameAsInHousehold
from ..telling import tell_person
from .apply_for_seal import AlreadyRegistered
from .ending import ended, forget_scan
from .held import held, resident_on, told


class NoImpression(Refusal):
    code = "residents.seal.no_impression"
    message = _("印影を読み取り、元の印影と見比べて確かめてから、登録してください。")


class CardTaken(Refusal):
    code = "residents.seal.card_taken"
    message = _(
        "この番号の印鑑登録証は、もう渡されています。カードに印刷された番号を確かめてください。同じ番号なら、別のカードを使ってください。"
    )


class CardIsAnother(Refusal):
    code = "residents.seal.card_is_another"
    message = _("持ってきた印鑑登録証の番号が、この登録の番号と違います。番号を確かめてください。")


@action(needs=May.REGISTER_SEAL, within="registration", basis=seal_law.GUIDELINE)
def register_seal(*, actor: Actor, registration: SealRegistration, card: str, on: date) -> SealRegistration:
    """Register the seal, hand out the card, and end the seal that it replaces, all at once.

    Ledger: residents.register.kept (two of them for a change)
    Raises: WrongStep; NoImpression; SameAsInHousehold; NotOnRegister; OtherWard; NameNotOnRecord; WrongCardNumber;
    CardTaken; AlreadyRegistered.
    """
    registration = held(registration)
    step = SEAL.after(registration.step, "register_seal")
    facts = resident_on(registration.person, on, ward=registration.ward_id)
    see_name(
        registration.engraved, facts, former=law.at(registration.applied_on, seal_law.FORMER_NAMES).value
    )
    impression = confirmed(registration, on)
    number = see_card_number(card)
    replace(registration, on)
    registration.step, registration.registered_on = step, on
    try:
        with transaction.atomic():
            registration.save()
    except IntegrityError as clash:
        raise AlreadyRegistered from clash
    hand_out(registration, number, on)
    forget_scan(registration)
    told(registration, "register_seal", on=on, digest=impression.digest, card=number)
    tell_person(registration.person, "seal_registered", key=f"{registration.number}/registered")
    return registration


def confirmed(registration: SealRegistration, on: date) -> SealImpression:
    found = SealImpression.objects.filter(registration=registration, confirmed_at__isnull=False).first()
    if found is None:
        raise NoImpression
    if any(each.digest == found.digest for each in impressions_of_household(registration.person, on)):
        raise SameAsInHousehold
    return found


def replace(registration: SealRegistration, on: date) -> None:
    """The seal until now ends with the same act; one that has ended meanwhile is left as it is."""
    if registration.replaces_id is None:
        return
    current = (
        lock(SealRegistration.objects.filter(pk=registration.replaces_id)).select_related("person").get()
    )
    if current.is_standing:
        ended(current, SEAL.after(current.step, "replace_seal"), Ending.REPLACED, on)
        told(current, "replace_seal", on=on, by=registration.number)


def hand_out(registration: SealRegistration, number: str, on: date) -> SealCard:
    """A card's number is given once in the city, and never again."""
    try:
        with transaction.atomic():
            return SealCard.objects.create(registration=registration, number=number, handed_out_on=on)
    except IntegrityError as clash:
        raise CardTaken(fields={"card": str(CardTaken.message)}) from clash


@action(needs=May.REGISTER_SEAL, within="registration", basis=seal_law.GUIDELINE)
def replace_card(
    *, actor: Actor, registration: SealRegistration, old_card: str, card: str, on: date
) -> SealRegistration:
    """Exchange a worn card, which the person brings, for a new one. A lost card ends the registration instead.

    Ledger: residents.register.kept
    Raises: WrongStep; CardIsAnother; WrongCardNumber; CardTaken.
    """
    registration = held(registration)
    SEAL.after(registration.step, "replace_card")
    current = SealCard.objects.filter(registration=registration, ended_on__isnull=True).first()
    if current is None or current.number != see_card_number(old_card):
        raise CardIsAnother(fields={"old_card": str(CardIsAnother.message)})
    number = see_card_number(card)
    current.ended_on = on
    current.save()
    hand_out(registration, number, on)
    told(registration, "replace_card", on=on, card=number)
    return registration
