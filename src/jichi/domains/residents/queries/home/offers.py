"""Which certificates a person may have by a way outside the counter, and what they cost. No gate: the caller knows the person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jichi.kernel.law.book import Confidence, NotInForce, NotKnown
from jichi.kernel.law.shelf import law

from ...models import ChannelStop, Person
from ...rules.certificates.asked import Options
from ...rules.certificates.individual_numbers import INDIVIDUAL_NUMBERS
from ...rules.certificates.kinds import CERTIFICATES, CertificateKind, Option, Source
from ...rules.certificates.words import MACHINES
from ...rules.channels import Channel
from ...rules.facts import Facts
from ..papers.builders import builder_of
from ..protection import blocked_channels
from ..register import record_on
from ..seals import standing_seal
from .offices import known

WHOLE = "whole"
# What a register that is kept here can say of whoever lives here, without anybody asking back.
BY_ITSELF = (Source.RESIDENT, Source.SEAL)
JAPANESE_ONLY, FOREIGN_ONLY = frozenset({Option.DOMICILE}), frozenset({Option.STAY})
FROM_HAND_TO_HAND = frozenset({Option.RESIDENT_CODE, Option.INDIVIDUAL_NUMBER})


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A certificate that can be had, what may be asked to stand on it, and its fee in yen; None where no law says it."""

    kind: CertificateKind
    options: tuple[str, ...]
    fee: int | None
    is_unconfirmed: bool


def offers_for(person: Person, *, channel: Channel, on: date) -> list[Offer]:
    """What this person may have by this channel on a day; nothing, without a reason, where anything stands against it."""
    entry = record_on(person, on)
    if entry is None or not entry.facts.is_current or channel in blocked_channels(person, on):
        return []
    stopped = stopped_kinds(channel)
    if "" in stopped:
        return []
    kinds = [kind for kind in CERTIFICATES if channel in kind.channels and kind.code not in stopped]
    return [
        offer_of(kind, options_there(kind, entry.facts, channel, on), on)
        for kind in kinds
        if is_there(kind, person, on)
    ]


def stopped_kinds(channel: Channel) -> set[str]:
    """The kinds that stand still; the empty one for the whole channel."""
    return set(
        ChannelStop.objects.filter(channel=channel, resumed_at__isnull=True).values_list("kind", flat=True)
    )


def is_there(kind: CertificateKind, person: Person, on: date) -> bool:
    """Whether the register can say it of somebody who lives here."""
    if kind.source not in BY_ITSELF or kind.for_removed or builder_of(kind.code) is None:
        return False
    return kind.source is not Source.SEAL or standing_seal(person, on) is not None


def options_of(codes: Iterable[str], person: Person) -> Options:
    """The options as the certificate desk takes them; without the word for all of a household, the person alone."""
    chosen = set(codes)
    items = frozenset(Option(code) for code in chosen - {WHOLE})
    whole = WHOLE in chosen
    return Options(items=items, whole=whole, members=() if whole else (person.pk,))


def options_there(kind: CertificateKind, facts: Facts, channel: Channel, on: date) -> tuple[str, ...]:
    """What the register can say of this person; codes and numbers are given from hand to hand only."""
    missing = set(JAPANESE_ONLY if facts.is_foreign else FOREIGN_ONLY)
    if known(on, INDIVIDUAL_NUMBERS) is not True:
        missing.add(Option.INDIVIDUAL_NUMBER)
    if channel in MACHINES:
        missing |= FROM_HAND_TO_HAND
    whole = (WHOLE,) if kind.for_household else ()
    return (*whole, *(str(option) for option in kind.options if option not in missing))


def offer_of(kind: CertificateKind, options: tuple[str, ...], on: date) -> Offer:
    if kind.fee is None:
        return Offer(kind=kind, options=options, fee=None, is_unconfirmed=True)
    try:
        fee = law.at(on, kind.fee)
    except (NotInForce, NotKnown):
        return Offer(kind=kind, options=options, fee=None, is_unconfirmed=True)
    unsure = fee.confidence is not Confidence.READ
    return Offer(kind=kind, options=options, fee=fee.value, is_unconfirmed=unsure)
