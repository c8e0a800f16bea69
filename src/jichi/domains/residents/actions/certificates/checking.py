"""May this paper be given to this person, by this way, on this day?"""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.law.book import NotInForce, NotKnown
from jichi.kernel.law.shelf import law

from ...models import Person
from ...queries.desks import certificates_at
from ...queries.kinship import kinship_of, member_named
from ...queries.papers.reading import Reading
from ...queries.protection import blocked_channels, may_be_told, protected
from ...queries.seeing import sights
from ...rules.certificates.asked import Asking, Paper, Proofs, Requester
from ...rules.certificates.eligibility import Way, entitled
from ...rules.certificates.individual_numbers import INDIVIDUAL_NUMBERS, NoNumberYet
from ...rules.certificates.kinds import CertificateKind, Option, certificate_kind
from ...rules.certificates.proofs import WITH_PHOTO, WITHOUT_PHOTO, NotProven, proven
from ...rules.certificates.words import MACHINES
from ...rules.channels import Channel
from ...rules.desks import NotAtThisOffice, WrongChannel, channel_at
from ..protected_attempt import ToTheOfficer
from .order import CertificateOrder

AT_A_DESK = frozenset({Channel.COUNTER, Channel.CORNER})


class NotOfferedHere(Refusal):
    code = "residents.not_offered_here"
    message = _("この証明書は、ここでは交付できません。区役所の窓口で受け付けてください。")


class NotOnTheRegister(Refusal):
    code = "residents.not_on_the_register"
    message = _(
        "この日、この人の住民票はありません。転出や死亡で消えているときは「住民票の除票の写し」を選んでください。"
    )


class NotRemoved(Refusal):
    code = "residents.not_removed"
    message = _("この人の住民票は消えていません。「住民票の写し」を選んでください。")


def check(actor: Actor, order: CertificateOrder, reading: Reading, on: date) -> Way:
    """By which way the paper may be given. The people are held: what is read here is what holds.

    Who is protected is looked at first, so that no other refusal tells anything of a record that is hidden.

    Raises: ToTheOfficer; NotOfferedHere; WrongChannel; NotAtThisOffice; NotOnTheRegister; NotRemoved; NotProven; and those
        of `entitled`.
    """
    kind = certificate_kind(order.kind)
    see_who_is_protected(actor, order, reading, on)
    if order.channel not in kind.channels:
        raise NotOfferedHere
    see_the_office(order, on)
    see_the_record(kind, reading)
    see_the_numbers(order, on)
    see_the_proofs(order, on)
    return entitled(
        kind, requester_of(order), order.options, kinship_of(order.person, reading, order.requester, on)
    )


def see_the_office(order: CertificateOrder, on: date) -> None:
    """At a desk an office makes only its own kinds, and by its own way: nobody at a corner sits at a ward's counter.

    Raises: WrongChannel; NotAtThisOffice.
    """
    if order.office is None or order.channel not in AT_A_DESK:
        return
    if order.channel is not channel_at(order.office.kind):
        raise WrongChannel
    if order.kind not in certificates_at(order.office, on):
        raise NotAtThisOffice


def requester_of(order: CertificateOrder) -> Requester:
    """Who gave the number of a seal's card has shown it; at a machine the person's own card stands in its place."""
    if order.card or order.channel in MACHINES:
        return replace(order.requester, papers=order.requester.papers | {Paper.SEAL_CARD})
    return order.requester


def see_who_is_protected(actor: Actor, order: CertificateOrder, reading: Reading, on: date) -> None:
    """Nothing of a protected person goes out but by an officer in charge, at a counter, to who is covered too.

    Raises: ToTheOfficer.
    """
    people = list({order.person, *(entry.person for entry in reading.members)})
    if not protected(people, on):
        return
    hidden = sights(actor, people, on)
    asker = asker_of(order, reading)
    for person in people:
        may_get = order.channel not in blocked_channels(person, on) and may_be_told(asker, person, on)
        if not may_get or hidden[person.pk].hidden:
            raise ToTheOfficer(person, order.kind)


def asker_of(order: CertificateOrder, reading: Reading) -> Person | None:
    """The record of who asks; None for a third party, whoever they say they are."""
    if order.requester.asking is Asking.SELF:
        return order.person
    if order.requester.asking is Asking.HOUSEHOLD:
        return member_named(reading, order.requester.name)
    return order.asker


def see_the_record(kind: CertificateKind, reading: Reading) -> None:
    own = reading.own
    if kind.is_of_the_record and (own is None or own.facts.is_current is kind.for_removed):
        raise NotRemoved if kind.for_removed else NotOnTheRegister


def see_the_proofs(order: CertificateOrder, on: date) -> None:
    """At a machine the card and its number prove who asks; what is fetched is proven when it is handed out."""
    if order.channel not in MACHINES and order.channel is not Channel.HOME:
        see_proofs(order.proofs, on)


def see_proofs(proofs: Proofs, on: date) -> None:
    """Raises: NotProven."""
    with_photo, without = law.at(on, WITH_PHOTO).value, law.at(on, WITHOUT_PHOTO).value
    if not proven(proofs.shown, with_photo=with_photo, without_photo=without):
        raise NotProven(with_photo=with_photo, without_photo=without)


def see_the_numbers(order: CertificateOrder, on: date) -> None:
    """Before a number existed, none can be asked for."""
    if not order.options.has(Option.INDIVIDUAL_NUMBER):
        return
    try:
        exists = law.at(on, INDIVIDUAL_NUMBERS).value
    except (NotInForce, NotKnown):
        exists = False
    if not exists:
        raise NoNumberYet
