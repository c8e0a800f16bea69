"""A standing request not to accept a notification in one's name (不受理申出), and its withdrawal."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import action
from jichi.kernel.ledger.lock import lock
from jichi.kernel.places.models import Ward

from ...models import NonAcceptance, Person
from ...permissions import May
from ...rules.family.kinds import family_kind
from .refusals import AlreadyWithdrawn, CannotBeBarred, ReasonIsMissing, RequestStands
from .tracing import traced


@dataclass(frozen=True, kw_only=True)
class Request:
    """Who asks, for which kind, and by which proofs the counter knows that it is this person."""

    person: Person
    kind: str
    ward: Ward
    proofs: str
    ticket: UUID = field(default_factory=uuid4)
    is_demo: bool = False

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward.code)


@action(needs=May.KEEP_FAMILY_REGISTER, within="request", basis="戸籍法第27条の2第3項")
def file_non_acceptance_request(*, actor: Actor, request: Request, on: date) -> NonAcceptance:
    """From now on no such notification is accepted unless this person comes in person.

    Ledger: residents.register.kept
    Raises: CannotBeBarred; ReasonIsMissing; RequestStands.
    """
    if before := NonAcceptance.objects.filter(ticket=request.ticket).first():
        return told(before, "file_non_acceptance_request")
    if not family_kind(request.kind).can_be_barred:
        raise CannotBeBarred
    if not request.proofs.strip():
        raise ReasonIsMissing(fields={"proofs": _("本人を確かめた書類を書いてください。")})
    lock(Person.objects.filter(pk=request.person.pk)).get()
    standing = NonAcceptance.objects.filter(
        person=request.person, kind=request.kind, withdrawn_on__isnull=True
    )
    if standing.exists():
        raise RequestStands
    filed = NonAcceptance.objects.create(
        person=request.person,
        kind=request.kind,
        ward=request.ward,
        proofs=request.proofs.strip(),
        ticket=request.ticket,
        filed_on=on,
        is_demo=request.is_demo,
    )
    return told(filed, "file_non_acceptance_request")


@action(needs=May.KEEP_FAMILY_REGISTER, within="filed", basis="戸籍法施行規則第53条の4")
def withdraw_non_acceptance_request(*, actor: Actor, filed: NonAcceptance, on: date) -> NonAcceptance:
    """Such notifications are accepted again.

    Ledger: residents.register.kept
    Raises: AlreadyWithdrawn.
    """
    filed = lock(NonAcceptance.objects.filter(pk=filed.pk)).get()
    if filed.withdrawn_on:
        raise AlreadyWithdrawn
    filed.withdrawn_on = on
    filed.save()
    return told(filed, "withdraw_non_acceptance_request")


def told(filed: NonAcceptance, verb: str) -> NonAcceptance:
    about = {
        "request": filed.number,
        "kind": filed.kind,
        "people": [filed.person.number],
        "withdrawn_on": filed.withdrawn_on,
    }
    traced(ward=filed.ward_id, verb=verb, about=about)
    return filed
