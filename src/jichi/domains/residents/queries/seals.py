"""Seals that are registered: whose, since when, and whether a certificate may be made of one."""

from datetime import date

from django.db.models import QuerySet

from ..models import Person, SealCard, SealImpression, SealRegistration
from ..rules.seal_cards import card_number
from ..rules.seal_lapse import lapses
from ..rules.seal_words import Ending
from ..states import SEAL_STANDING
from .register import members_on, record_on
from .seal_limits import former_names_count


def registered_seal(person: Person) -> SealRegistration | None:
    """The registration of a person, also one whose certificates are stopped."""
    return SealRegistration.objects.filter(person=person, step__in=SEAL_STANDING).first()


def standing_seal(person: Person, on: date) -> SealRegistration | None:
    """The registration of which a certificate may be made on a day; none that is stopped, and none that the record no
    longer carries, whatever its row says."""
    rows = SealRegistration.objects.filter(person=person, registered_on__lte=on).order_by(
        "-registered_on", "-pk"
    )
    for row in rows:
        if row.step != "suspended" and row.was_standing_on(on):
            return None if seal_in_force(row, on) else row
    return None


def seal_in_force(registration: SealRegistration, on: date) -> Ending | None:
    """Why a registration is not in force by the record of the day, or None when it is."""
    entry = record_on(registration.person, on)
    former = former_names_count(registration.applied_on)
    return lapses(
        registration.engraved,
        entry.facts if entry else None,
        on=on,
        former=former,
        kind=entry.movement.kind if entry else "",
    )


def standing_by_card(typed: str) -> SealRegistration | None:
    """The registration in force whose card this is; an old card, and a stopped one, open nothing."""
    card = (
        SealCard.objects.filter(
            number=card_number(typed), ended_on__isnull=True, registration__step="registered"
        )
        .select_related("registration__person")
        .first()
    )
    return card.registration if card else None


def impressions_of_household(person: Person, on: date) -> list[SealImpression]:
    """What the others of the household have registered."""
    entry = record_on(person, on)
    if entry is None or entry.household is None:
        return []
    others = members_on(entry.household, on).exclude(person=person).values("person")
    return list(registered_impressions().filter(registration__person__in=others).order_by("pk"))


def registered_impressions() -> QuerySet[SealImpression]:
    return SealImpression.objects.filter(registration__step__in=SEAL_STANDING)
