"""What came in and went out."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Ward

from ..models import Entry, Person, Transfer
from ..models.files import Direction
from ..permissions import May


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
    """The extracts in which a person's record was, the newest first: by where they lived, or had lived last, as the register
    had it at that moment; of the whole city everybody who was in it.

    For the pages of who looked. An extract that left protected people out is told to them too: it names no place.
    """
    at = OuterRef(OuterRef("finished_at"))
    held = Entry.objects.filter(
        Q(superseded_at__isnull=True) | Q(superseded_at__gt=at),
        person=person,
        until__isnull=True,
        recorded_at__lte=at,
        town__ward=OuterRef("ward"),
    )
    of_wards = Transfer.wards.through.objects.filter(Exists(held), transfer=OuterRef("pk"))
    known = Entry.objects.filter(person=person, recorded_at__lte=OuterRef("finished_at"))
    done = Transfer.objects.filter(direction=Direction.OUT, finished_at__isnull=False)
    whole = Q(Exists(known), ward_count=Ward.objects.count())
    found = done.annotate(ward_count=Count("wards", distinct=True)).filter(Exists(of_wards) | whole)
    return found.select_related("asked_by", "ward").order_by("-finished_at", "-pk")
