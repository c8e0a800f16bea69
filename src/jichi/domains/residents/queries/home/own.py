"""What a resident reads of themselves. The gate is the account that a counter tied to the person."""

from dataclasses import dataclass
from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.refusal import NotThere

from ...models import Certificate, CertificateRequest, Entry, Household, Person
from ...rules.certificates.asked import Asking
from ...rules.channels import Channel
from ...rules.facts import Facts
from ...rules.words import HEAD
from ..protection import blocked_channels, may_be_told
from ..register import entries_of, members_on, record_on

# Papers that came into the resident's own hands, or into those of whoever acted for them.
MINE = (Asking.SELF, Asking.PROXY, Asking.GUARDIAN)
MOST = 50


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody of the same household, as far as the others may know."""

    name: str
    relationship: str
    birth: date | None
    is_me: bool


def own_person(actor: Actor) -> Person | None:
    """The person to whom the signed-in account belongs; None before a counter has tied it.

    Raises: NotThere for whoever is not signed in.
    """
    if actor.account_id is None:
        raise NotThere
    return Person.objects.filter(account=actor.account_id).first()


def linked_person(actor: Actor) -> Person:
    """Raises: NotThere for whoever is not signed in, or is tied to nobody."""
    if person := own_person(actor):
        return person
    raise NotThere


def is_shown(person: Person, on: date) -> bool:
    """Whether the record may be read from outside a counter at all."""
    return Channel.HOME not in blocked_channels(person, on)


def own_record(person: Person, on: date) -> Entry | None:
    return record_on(person, on)


def household_of(person: Person, facts: Facts, on: date) -> list[Member]:
    """The household, the head first; whoever may not be told to the others is not in it."""
    if facts.household is None:
        return []
    entries = members_on(Household(pk=facts.household), on)
    told = [
        entry for entry in entries if entry.person_id == person.pk or may_be_told(person, entry.person, on)
    ]
    members = [member_of(entry, person) for entry in told]
    return sorted(members, key=lambda member: member.relationship != HEAD)


def member_of(entry: Entry, me: Person) -> Member:
    return Member(
        name=entry.name, relationship=entry.relationship, birth=entry.birth, is_me=entry.person_id == me.pk
    )


def own_history(person: Person, on: date) -> list[Entry]:
    """What happened to the record, the newest first; what is announced for later days is not in it."""
    return [entry for entry in reversed(list(entries_of(person))) if entry.since <= on]


def own_certificates(person: Person) -> list[Certificate]:
    """The newest certificates that came into the resident's own hands."""
    mine = Certificate.objects.filter(person=person, asking__in=MINE)
    return list(mine.select_related("office", "ward").order_by("-pk")[:MOST])


def own_requests(person: Person, actor: Actor) -> list[CertificateRequest]:
    """What this account asked for, the newest first."""
    asked = CertificateRequest.objects.filter(person=person, account=actor.account_id)
    return list(asked.select_related("office").order_by("-asked_at")[:MOST])


def own_request(actor: Actor, number: str) -> CertificateRequest:
    """Raises: NotThere for anybody else's."""
    person = linked_person(actor)
    for request in own_requests(person, actor):
        if request.number == number:
            return request
    raise NotThere
