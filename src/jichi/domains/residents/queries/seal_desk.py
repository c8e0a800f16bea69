"""What the desk of seal registration shows, and to whom: read through the one gate to a person's record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import holding, may
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.law.shelf import law
from jichi.kernel.places.models import Ward
from jichi.kernel.values.reference import Reference

from ..models import Person, SealAct, SealCard, SealImpression, SealRegistration
from ..permissions import May
from ..rules import numbers
from ..rules.seal_cards import card_number
from ..rules.seal_law import FORMER_NAMES
from ..rules.seal_names import names_of
from ..states import SEAL_OPEN
from .seals import impressions_of_household
from .seeing import Seen, gate, seen


@dataclass(frozen=True, kw_only=True)
class SealCase:
    """A registration with the record of its person, as one reader may see them."""

    registration: SealRegistration
    record: Seen
    impression: SealImpression | None
    may_act: bool

    @property
    def is_hidden(self) -> bool:
        return self.record.to_officer


def wards_of(actor: Actor) -> frozenset[str] | None:
    """The wards in which the actor registers seals; None for the whole city."""
    held = holding(actor, May.REGISTER_SEAL)
    if any(each.covers(Scope()) for each in held):
        return None
    return frozenset(each.ward for each in held if each.ward)


def at_work(actor: Actor) -> QuerySet[SealRegistration]:
    """Applications that are not decided, in the wards of this desk. They name nobody: the number stands on the paper.

    Raises: NotThere.
    """
    gate(actor, May.REGISTER_SEAL)
    wards = wards_of(actor)
    rows = SealRegistration.objects.filter(step__in=SEAL_OPEN)
    return (rows if wards is None else rows.filter(ward__in=wards)).select_related("ward")


def registration_with(actor: Actor, public_id: UUID) -> SealRegistration:
    """Raises: NotThere."""
    gate(actor, May.REGISTER_SEAL)
    rows = SealRegistration.objects.select_related("person", "ward", "guarantor", "replaces")
    if found := rows.filter(public_id=public_id).first():
        return found
    raise NotThere


def case_of(actor: Actor, registration: SealRegistration, on: date) -> SealCase:
    """Raises: NotThere for a reader from whom the person is kept altogether."""
    record = seen(actor, registration.person, on)
    impression = SealImpression.objects.filter(registration=registration).first()
    mine = may(actor, May.REGISTER_SEAL, registration.scope) and not record.to_officer
    return SealCase(
        registration=registration,
        record=record,
        impression=None if record.to_officer else impression,
        may_act=mine,
    )


def found_by(typed: str) -> SealRegistration | Person | None:
    """Whom a number typed at the desk means: of a registration, of a card, of a person."""
    text = card_number(typed)
    if card := SealCard.objects.filter(number=text).select_related("registration__person").first():
        return card.registration
    reference = reference_in(typed)
    if reference is None:
        return None
    if reference.kind == numbers.SEAL:
        return SealRegistration.objects.filter(pk=reference.serial).select_related("person").first()
    return Person.objects.filter(pk=reference.serial).first() if reference.kind == numbers.PERSON else None


def reference_in(typed: str) -> Reference | None:
    try:
        return Reference.parse(typed.strip())
    except ValueError:
        return None


def seals_of_person(person: Person) -> QuerySet[SealRegistration]:
    """Everything that a person ever applied for, newest first."""
    return (
        SealRegistration.objects.filter(person=person)
        .select_related("ward")
        .prefetch_related("cards")
        .order_by("-applied_on", "-pk")
    )


def acts_of(registration: SealRegistration) -> QuerySet[SealAct]:
    return registration.acts.order_by("-recorded_at", "-pk")


def names_for(record: Seen, on: date) -> list[str]:
    """The names that a seal of this person may say."""
    return names_of(record.facts, former=law.at(on, FORMER_NAMES).value)


def ward_to_apply_in(actor: Actor, record: Seen) -> Ward | None:
    """The ward of the person's address, when it is one of this desk's; else None."""
    if record.town is None:
        return None
    ward = record.town.ward
    return ward if may(actor, May.REGISTER_SEAL, Scope(ward=ward.code)) else None


def household_impressions(case: SealCase, on: date) -> Sequence[SealImpression]:
    """What others of the household have registered, to be laid beside a new one."""
    return [] if case.impression is None else impressions_of_household(case.registration.person, on)


def overdue(rows: QuerySet[SealRegistration], on: date) -> QuerySet[SealRegistration]:
    return rows.filter(Q(step="inquired"), answer_due_on__lt=on)
