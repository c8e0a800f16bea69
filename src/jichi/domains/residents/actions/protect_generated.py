"""Some of the generated people are under protection, as in any city: by the verbs by which anybody is."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor

from ..models import Entry
from ..queries.register import believed
from ..rules.protection_words import Harm, Opinion
from ..rules.words import HEAD, Sex, Standing
from .protection.apply_for_protection import Application, apply_for_protection
from .protection.start_protection import start_protection

# Days before the day of the register on which the last ones applied, one after the other.
BEFORE, APART = 30, 7


def protect_generated(*, actor: Actor, share: int, people: int, on: date) -> int:
    """`share` is how many of 100,000 people; the same people for the same city. How many cases were opened."""
    wanted = people * share // 100_000
    heads = list(mothers()[: wanted * 20])
    chosen = heads[:: max(1, len(heads) // wanted)][:wanted] if wanted else []
    for number, entry in enumerate(chosen):
        protect(entry, actor, on - timedelta(days=BEFORE + number % 38 * APART))
    return len(chosen)


def mothers() -> QuerySet[Entry]:
    """Generated mothers who head a household with their children."""
    now = believed(Entry.objects.filter(until__isnull=True, standing=Standing.REGISTERED))
    children = now.filter(household=OuterRef("household"), relationship="子")
    heads = now.filter(Exists(children), relationship=HEAD, sex=Sex.FEMALE, person__is_demo=True)
    return heads.select_related("person", "town__ward").order_by("pk")


def protect(entry: Entry, actor: Actor, on: date) -> None:
    assert entry.town is not None
    members = believed(Entry.objects.filter(household=entry.household_id, until__isnull=True))
    joint = [each.person for each in members.exclude(pk=entry.pk).select_related("person").order_by("pk")]
    application = Application(
        ward=entry.town.ward,
        applicant=entry.person,
        harm=Harm.DOMESTIC_VIOLENCE,
        named_name=_("デモ　相手方"),
        joint=joint,
        is_demo=True,
    )
    case = apply_for_protection(actor=actor, application=application, on=on)
    start_protection(
        actor=actor,
        case=case,
        on=on + timedelta(days=5),
        opinion=Opinion.POLICE,
        opinion_of=_("デモ警察署"),
        opinion_on=on,
    )
