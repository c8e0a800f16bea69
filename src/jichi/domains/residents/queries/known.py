"""Whom the register may know already among people who come. No gate: for actions; what is shown goes through `finding`."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Q

from ..models import Entry, NameKey, Person
from ..rules.facts import Facts
from ..rules.likeness import may_be_one
from ..rules.name_folding import keys_of
from .register import believed


def maybe_known(told: Sequence[Facts]) -> list[list[int]]:
    """Keys of the people who may be each of these, by every record that is believed of them. Two queries for all."""
    wanted = Q(pk__in=())
    for facts in told:
        texts = {key.text for key in keys_of(facts)}
        born = Q(born=facts.birth) if facts.birth else Q(born__isnull=True)
        wanted |= Q(key__in=texts, whole__in=(True, False)) & born
    near = NameKey.objects.filter(wanted).values_list("person", flat=True)
    records: dict[int, list[Facts]] = {}
    for entry in believed(Entry.objects.filter(person__in=set(near))):
        records.setdefault(entry.person_id, []).append(entry.facts)
    return [
        sorted(key for key, its in records.items() if any(may_be_one(facts, known) for known in its))
        for facts in told
    ]


def people_named(public_ids: Iterable[UUID]) -> dict[UUID, Person]:
    return {person.public_id: person for person in Person.objects.filter(public_id__in=list(public_ids))}
