"""Seals for tests: everything through the verbs, with impressions that the house makes itself."""

from datetime import date
from functools import cache
from typing import Any

from tests.town import Town as SmallTown

from jichi.domains.residents.actions.seals.apply_for_seal import SealApplication, apply_for_seal
from jichi.domains.residents.actions.seals.keep_scan import confirm_scan, keep_scan
from jichi.domains.residents.actions.seals.register_seal import register_seal
from jichi.domains.residents.actions.seals.verify_at_once import verify_at_once
from jichi.domains.residents.models import Person, SealRegistration
from jichi.domains.residents.rules.impressions.cleaning import Impression
from jichi.domains.residents.rules.impressions.made import Look, impression_of
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.places.models import Bureau, Section

DAY = date(2013, 6, 3)
LICENCE = ("licence",)


def clerk_of(town: SmallTown, *, other: bool = False) -> Actor:
    ward = town.other_ward if other else town.ward
    return town.actor(town.staff(Role.REGISTRY_CLERK, ward=ward), on=DAY)


def registry_section(town: SmallTown) -> Section:
    """The residents' section of the small town's ward."""
    bureau, _ = Bureau.objects.get_or_create(
        code="ward-14131",
        defaults={"name": "川崎区役所", "name_en": "Kawasaki Ward Office", "ward": town.ward},
    )
    section, _ = Section.objects.get_or_create(
        code="ward-14131-residents",
        defaults={"bureau": bureau, "name": "区民課", "name_en": "Residents' Section"},
    )
    return section


@cache
def impression(name: str = "見本", boldness: float = 0.1) -> Impression:
    return impression_of(Look(name=name, boldness=boldness))


def application(town: SmallTown, person: Person, engraved: str = "見本", **more: Any) -> SealApplication:
    return SealApplication(person=person, ward=town.ward, engraved=engraved, **{"wishes_it": True, **more})


def applied(
    town: SmallTown, person: Person, actor: Actor, engraved: str = "見本", **more: Any
) -> SealRegistration:
    asked = application(town, person, engraved, **more)
    return apply_for_seal(actor=actor, application=asked, on=DAY)


def scanned(registration: SealRegistration, actor: Actor, made: Impression | None = None) -> None:
    kept = keep_scan(actor=actor, registration=registration, impression=made or impression(), on=DAY)
    confirm_scan(actor=actor, registration=registration, digest=kept.digest, on=DAY)


def registered(
    town: SmallTown,
    person: Person,
    actor: Actor,
    *,
    engraved: str = "見本",
    card: str = "10000001",
    made: Impression | None = None,
    **more: Any,
) -> SealRegistration:
    """The whole way with a driving licence."""
    found = applied(town, person, actor, engraved, **more)
    scanned(found, actor, made)
    verify_at_once(actor=actor, registration=found, proofs=LICENCE, on=DAY)
    return register_seal(actor=actor, registration=found, card=card, on=DAY)
