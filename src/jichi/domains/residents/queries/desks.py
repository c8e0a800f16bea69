"""At which office a clerk sits, which certificates are made there, and when it is open."""

from datetime import date

from django.db.models import QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.law.book import Confidence, NotInForce, NotKnown
from jichi.kernel.law.shelf import law
from jichi.kernel.places.models import Office
from jichi.kernel.places.queries import offices, open_on

from ..models import DeskSeat
from ..rules.certificates.kinds import CERTIFICATES
from ..rules.desks import CERTIFICATES_AT
from .certificates import wards_to_issue_in


def desks_for(actor: Actor, on: date) -> QuerySet[Office]:
    """The offices at which this actor may sit on a day: those of the wards in whose name they issue.

    Raises: NotThere for who issues nowhere.
    """
    return open_on(offices().filter(ward__in=wards_to_issue_in(actor)), on)


def seat_of(actor: Actor, on: date) -> Office | None:
    """Where the actor sits; None where they never said it, the office is closed for good, or they issue there no more.

    Raises: NotThere for who issues nowhere.
    """
    seat = DeskSeat.objects.filter(account=actor.account_id).values("office")
    return desks_for(actor, on).filter(code__in=seat).first()


def certificates_at(office: Office, on: date) -> frozenset[str]:
    """The kinds that an office of this kind makes; none where no law says it."""
    key = CERTIFICATES_AT.get(office.kind)
    if key is None:
        return frozenset(kind.code for kind in CERTIFICATES)
    try:
        return frozenset(law.at(on, key).value)
    except (NotInForce, NotKnown):
        return frozenset()


def is_unsure(office: Office, on: date) -> bool:
    """Whether nobody has read in a source which certificates are made here."""
    key = CERTIFICATES_AT.get(office.kind)
    try:
        return key is not None and law.at(on, key).confidence is not Confidence.READ
    except (NotInForce, NotKnown):
        return True
