"""Seals of the demo: people of the story at every step of a registration, and two hundred of the generated residents."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext as _

from jichi.kernel.clock.reading import today
from jichi.kernel.places.models import Ward

from ..actions.seals.apply_for_seal import SealApplication, apply_for_seal
from ..actions.seals.inquire import send_inquiry
from ..actions.seals.keep_scan import confirm_scan, keep_scan
from ..actions.seals.load_seals import Books, load_seals
from ..actions.seals.register_seal import register_seal
from ..actions.seals.suspend_seal import suspend_seal
from ..actions.seals.verify_at_once import verify_at_once
from ..models import Entry, SealRegistration
from ..queries.register import believed, holding_on, record_on
from ..rules.seal_books import KeptSeal
from ..rules.seal_words import Loss
from ..rules.words import Standing
from .story import REGISTRY, story

# Of the generated residents so many, and their cards from this number on.
MOST, FIRST_CARD, SEED = 200, 50_000_001, 1
LICENCE = ("licence",)
OLD_ENOUGH = timedelta(days=20 * 366)
BOOKS_FROM = timedelta(days=600)


def play() -> str:
    """Once; a second call finds them there."""
    if not SealRegistration.objects.filter(is_demo=True).exists():
        play_story()
        load_books()
    return _("デモの印鑑登録：%(seals)s件") % {"seals": SealRegistration.objects.filter(is_demo=True).count()}


def play_story() -> None:
    """Father and mother are registered, hers is stopped; an inquiry waits, one is late, one seal is to be compared."""
    registered("family_head", "デモ川", "10000001", days=400)
    mother = registered("family_spouse", "花子", "10000002", days=200)
    suspend_seal(
        actor=REGISTRY,
        registration=mother,
        lost=Loss.CARD,
        identity=_("登録の電話番号にかけ直し、生年月日を尋ねた（デモ）"),
        on=today() - timedelta(days=3),
    )
    inquired("leaver", "デモ﨑", days=5)
    inquired("elderly_head", "キヨ", days=40)
    compare("foreign_resident", "デモ川蘭")


def applied(key: str, engraved: str, *, days: int) -> SealRegistration:
    person, on = story(key), today() - timedelta(days=days)
    entry = record_on(person, on)
    assert entry
    assert entry.town
    asked = SealApplication(
        person=person, ward=entry.town.ward, engraved=engraved, wishes_it=True, is_demo=True
    )
    return apply_for_seal(actor=REGISTRY, application=asked, on=on)


def compare(key: str, engraved: str) -> SealRegistration:
    """Applied for and scanned, to be compared and known."""
    from ..queries.seal_limits import limits_on
    from ..rules.impressions.cleaning import Wish, cleaned  # the image library waits until it is needed
    from ..rules.impressions.made import Look, Scanning, scanned

    seal = applied(key, engraved, days=0)
    scan = scanned(Look(name=engraved, diameter=15.0), Scanning(frame=35.0, turn=2.0))
    impression = cleaned(scan, Wish(), limits_on(today()))
    keep_scan(actor=REGISTRY, registration=seal, impression=impression, on=today())
    return seal


def registered(key: str, engraved: str, card: str, *, days: int) -> SealRegistration:
    from ..rules.impressions.made import Look, impression_of  # the image library waits until it is needed

    seal, on = applied(key, engraved, days=days), today() - timedelta(days=days)
    made = impression_of(Look(name=engraved, diameter=13.5), fine=1)
    keep_scan(actor=REGISTRY, registration=seal, impression=made, on=on)
    confirm_scan(actor=REGISTRY, registration=seal, digest=made.digest, on=on)
    verify_at_once(actor=REGISTRY, registration=seal, proofs=LICENCE, on=on)
    return register_seal(actor=REGISTRY, registration=seal, card=card, on=on)


def inquired(key: str, engraved: str, *, days: int) -> SealRegistration:
    seal = applied(key, engraved, days=days)
    return send_inquiry(actor=REGISTRY, registration=seal, on=today() - timedelta(days=days))


def load_books() -> None:
    """The books of each ward, as they might have been taken over: of grown-up residents who have lived there long."""
    card = FIRST_CARD
    wards = list(Ward.objects.order_by("code"))
    for ward in wards:
        seals = list(books_of(ward, -(-MOST // len(wards)), card))
        card += len(seals)
        if seals:
            load_seals(actor=REGISTRY, books=Books(ward=ward, seals=seals), on=today())


def books_of(ward: Ward, most: int, card: int) -> Iterator[KeptSeal]:
    from ..rules.impressions.made import impressions_for  # the image library waits until it is needed

    entries = holding_on(believed(Entry.objects.filter(town__ward=ward, person__is_demo=True)), today())
    grown = entries.filter(
        birth__lt=today() - OLD_ENOUGH,
        address_since__lt=today() - BOOKS_FROM,
        standing=Standing.REGISTERED,
        nationality="JPN",
        person__seals__isnull=True,
    ).exclude(name__startswith="デモ")
    people = list(grown.order_by("person")[:most])
    made = impressions_for([entry.name for entry in people], SEED)
    for place, (entry, (engraved, impression)) in enumerate(zip(people, made, strict=True)):
        yield KeptSeal(
            person=entry.person_id,
            engraved=engraved,
            registered_on=today() - timedelta(days=30 + place * 17 % 500),
            card=str(card + place),
            impression=impression,
            is_demo=True,
        )
