"""May this paper be given to this person, by this way, on this day?"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.law.book import NotInForce, NotKnown
from jichi.kernel.law.shelf import law

from ...queries.kinship import kinship_of
from ...queries.register import record_on
from ...rules.certificates.asked import Proofs
from ...rules.certificates.eligibility import Way, entitled
from ...rules.certificates.individual_numbers import INDIVIDUAL_NUMBERS, NoNumberYet
from ...rules.certificates.kinds import CertificateKind, Option, certificate_kind
from ...rules.certificates.proofs import WITH_PHOTO, WITHOUT_PHOTO, NotProven, proven
from ...rules.certificates.words import MACHINES
from ...rules.channels import Channel
from ...rules.facts import Facts
from .order import CertificateOrder


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


def check(actor: Actor, order: CertificateOrder, people: frozenset[int], on: date) -> Way:
    """By which way the paper may be given. The people are held: what is read here is what holds.

    Raises: NotOfferedHere; NotOnTheRegister; NotRemoved; NotProven; and those of `entitled`.
    """
    kind = certificate_kind(order.kind)
    if order.channel not in kind.channels:
        raise NotOfferedHere
    see_the_record(order, kind, on)
    see_the_numbers(order, on)
    see_the_proofs(order, on)
    return entitled(kind, order.requester, order.options, kinship_of(order.person, order.requester, on))


def see_the_record(order: CertificateOrder, kind: CertificateKind, on: date) -> None:
    entry = record_on(order.person, on)
    facts = entry.facts if entry else Facts()
    if kind.is_of_the_record and (entry is None or facts.is_current is kind.for_removed):
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
