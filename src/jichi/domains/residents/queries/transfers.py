"""What came in and went out."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Ward

from ..models import Entry, Person, Transfer
from ..models.files import Direction
from ..permissions import May
from .register import believed


def transfers_for(actor: Actor) -> QuerySet[Transfer]:
    """All loads, and the extracts of wards in which the actor may extract."""
    wards = [
        ward
        for ward in Ward.objects.values_list("code", flat=True)
        if may(actor, May.EXTRACT, Scope(ward=ward))
    ]
    of_wards = Transfer.wards.through.objects.filter(transfer=OuterRef("pk"), ward__in=wards)
    return (
        Transfer.objects.filter(Q(direction=Direction.IN) | Exists(of_wards))
        .order_by("-asked_at", "-pk")
        .prefetch_related("wards")
    )


def extracts_with(person: Person) -> QuerySet[Transfer]:
    """The extracts in which a person's record may have been: those of a ward in which they have ever lived, since it was kept.

    For the person's own page of who looked. An extract that left protected people out is told to them too: it names no place.
    """
    wards = believed(Entry.objects.filter(person=person)).values("town__ward")
    first = (
        Entry.objects.filter(person=person)
        .order_by("recorded_at")
        .values_list("recorded_at", flat=True)
        .first()
    )
    of_wards = Transfer.wards.through.objects.filter(transfer=OuterRef("pk"), ward__in=wards)
    found = Transfer.objects.filter(Exists(of_wards), direction=Direction.OUT).order_by("-finished_at", "-pk")
    return found.filter(finished_at__gte=first) if first else found.none()
