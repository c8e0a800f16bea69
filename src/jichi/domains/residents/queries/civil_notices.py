"""Notices about the standing of people: for who keeps the family registers, and for nobody else."""

from uuid import UUID

from django.db.models import QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.refusal import NotThere

from ..models import CivilNotice, Person
from .family_desk import let_in


def notices_of(actor: Actor, person: Person) -> QuerySet[CivilNotice]:
    """All that were ever entered, the newest first. Raises: NotThere."""
    let_in(actor)
    return CivilNotice.objects.filter(person=person).select_related("ward").order_by("-pk")


def notice_with(actor: Actor, public_id: UUID) -> CivilNotice:
    """Raises: NotThere, also for one that has ended."""
    let_in(actor)
    rows = CivilNotice.objects.filter(ended_at__isnull=True).select_related("person", "ward")
    if found := rows.filter(public_id=public_id).first():
        return found
    raise NotThere


def is_clear(person: Person) -> bool:
    """Whether no notice stands. For papers: no gate, and no word of what was found."""
    return not CivilNotice.objects.filter(person=person, ended_at__isnull=True).exists()
