"""Keep the names by which people are found in step with their records."""

from collections.abc import Iterable, Mapping

from ..models import NameKey, Person
from ..rules.facts import Facts
from ..rules.name_folding import Key, keys_of


def write_name_keys(said: Mapping[Person, Iterable[Facts]]) -> None:
    """By every name that the register ever gave these people, in any spelling: nobody is lost by marrying."""
    wanted = {
        (person.pk, key) for person, records in said.items() for facts in records for key in keys_of(facts)
    }
    rows = NameKey.objects.filter(person__in=[person.pk for person in said])
    known = {
        (person, Key(text, whole, born)): pk
        for pk, person, text, whole, born in rows.values_list("pk", "person_id", "key", "whole", "born")
    }
    if gone := [pk for told, pk in known.items() if told not in wanted]:
        NameKey.objects.filter(pk__in=gone).delete()
    NameKey.objects.bulk_create(
        NameKey(person_id=person, key=key.text, whole=key.whole, born=key.born)
        for person, key in sorted(wanted - known.keys(), key=str)
    )
