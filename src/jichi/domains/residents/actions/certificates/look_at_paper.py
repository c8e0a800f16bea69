"""Whoever opens the city's copy of a certificate has looked at the person it is of."""

from jichi.kernel.access.actor import Actor
from jichi.kernel.documents.models import Document

from ...models import Certificate
from ..look_at_person import begin_look


def look_at_paper(document: Document, actor: Actor, why: str) -> None:
    """Note the look in the transaction that opens the paper; the person concerned can read it."""
    found = Certificate.objects.filter(document=document.code).select_related("person").first()
    if found:
        begin_look(actor=actor, person=found.person, why=why, what="certificate")
