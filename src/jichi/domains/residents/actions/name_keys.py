"""Keep the names by which people are found in step with their records."""

from collections.abc import Iterable, Mapping

from ..models import NameKey, NamePart, Person
from ..rules.facts import Facts
from ..rules.name_folding import Key, keys_of, parts_of


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
    if new := sorted(wanted - known.keys(), key=str):
        NameKey.objects.bulk_create(
            NameKey(person_id=person, key=key.text, whole=key.whole, born=key.born) for person, key in new
        )
        write_name_parts(part for records in said.values() for facts in records for part in parts_of(facts))


def write_name_parts(parts: Iterable[str]) -> None:
    """Those that no name had yet. In the order of their letters, so that two acts never wait crosswise."""
    wanted = (NamePart(text=part) for part in sorted(set(parts)))
    NamePart.objects.bulk_create(wanted, ignore_conflicts=True, batch_size=5000)
