"""Play a protection: a mother and her child of the story hide from somebody, and a counter that does not know asks for them."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from jichi.kernel.access.queries import actor_for
from jichi.kernel.clock.reading import now, today
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Ward

from ..actions.protected_attempt import tell_officer
from ..actions.protection.apply_for_protection import Application, apply_for_protection
from ..actions.protection.cities import list_city
from ..actions.protection.start_protection import start_protection
from ..models import Person, ProtectionCase
from ..rules.channels import Channel
from ..rules.protection_words import CityBecause, Harm, Opinion
from .story import REGISTRY, story

# The term ends some days after the day of the demo, so that the desk has a renewal to ask for.
ENDS_SOON = timedelta(days=340)


def play() -> str:
    """Start the protection of the story, and let a clerk of another ward try the record; once."""
    mother = story("protected_mother")
    if not ProtectionCase.objects.filter(applicant=mother).exists():
        protect(mother, today() - ENDS_SOON)
        try_from_another_ward(mother)
    return _("デモの支援措置：%(cases)s件") % {"cases": ProtectionCase.objects.filter(is_demo=True).count()}


def protect(mother: Person, on: date) -> None:
    application = Application(
        ward=Ward.objects.get(code="14131"),
        applicant=mother,
        harm=Harm.DOMESTIC_VIOLENCE,
        named_name="デモ沢　健一",
        named_address="東京都デモ区デモ町2番地",
        joint=[story("protected_child")],
        contact=_("平日の昼に、支援している相談センターを通じて（デモ）"),
        is_demo=True,
    )
    case = apply_for_protection(actor=REGISTRY, application=application, on=on)
    start_protection(
        actor=REGISTRY,
        case=case,
        on=on + timedelta(days=6),
        opinion=Opinion.CONSULTATION_CENTRE,
        opinion_of=_("デモ配偶者暴力相談支援センター"),
        opinion_on=on,
    )
    list_city(actor=REGISTRY, case=case, city="東京都デモ区", because=CityBecause.DOMICILE, on=on)


def try_from_another_ward(mother: Person) -> None:
    clerk = Account.objects.filter(email="registry-other@demo.jichi.example").first()
    if clerk:
        by = actor_for(clerk, on=today(), at=now())
        tell_officer(by=by, person=mother, channel=Channel.COUNTER, what="record")
