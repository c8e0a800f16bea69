"""`jichi residents check` finds what does not agree, and says whose it is by number."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from tests.town import Town

from jichi.domains.residents.models import Entry, NameKey, NamePart, Person
from jichi.domains.residents.queries.agreeing import disagreements

from .small_register import moved, resident

pytestmark = pytest.mark.django_db
ON = date(2014, 5, 12)
ENTRY = Entry._meta.db_table

DAMAGES = {
    "an item that no movement wrote": (
        "lot = '変造'",
        "「書いた項目」にない項目が、前の履歴から変わっています。",
    ),
    "a day that is not the movement's": (
        "since = '2009-01-01'",
        "履歴の始まりの日が、異動の日と合いません。",
    ),
    "a household without its head": ("relationship = '子'", "この世帯に、世帯主がいません。"),
}


@pytest.fixture
def person(town: Town) -> Person:
    person = resident(town)
    moved(person, town.ward, {"building": "見本荘"}, on=date(2010, 4, 1))
    return person


def damage(what: str) -> None:
    """Past the verbs, as a faulty program or a hand in the database would."""
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {ENTRY} SET {what} WHERE until IS NULL AND superseded_at IS NULL")


def test_a_register_written_by_its_verbs_agrees(person: Person) -> None:
    assert disagreements(ON) == []


@pytest.mark.parametrize(("what", "sentence"), DAMAGES.values(), ids=DAMAGES)
def test_a_damage_is_told_with_the_number_of_the_person(person: Person, what: str, sentence: str) -> None:
    damage(what)
    assert (person.number, sentence) in [(each.about, each.sentence) for each in disagreements(ON)]


def test_an_end_that_is_not_the_next_beginning_is_told(person: Person) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {ENTRY} SET until = '2010-03-01' WHERE until IS NOT NULL")
    assert "終わりの日が、次の異動の日と合いません。" in [each.sentence for each in disagreements(ON)]


def test_a_key_of_a_name_that_is_missing_or_too_much_is_told(person: Person) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {NameKey._meta.db_table} SET key = key || 'ちがう' WHERE whole")
    assert {each.about for each in disagreements(ON)} == {person.number}


def test_the_command_ends_with_two_where_something_does_not_agree(person: Person) -> None:
    damage("lot = '変造'")
    with pytest.raises(SystemExit) as ended:
        call_command("residents", "check")
    assert ended.value.code == 2


def test_a_part_of_names_that_is_lacking_is_told_of_all_who_bear_it(person: Person) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {NamePart._meta.db_table} WHERE text = '見本'")
    told = [(each.about, each.sentence) for each in disagreements(ON)]
    assert told == [(person.number, "氏名を探すための索引が、履歴の氏名と合いません。")]
