"""Movements in the register: when it was so, when it was believed, and what is never lost."""

import json
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.town import Town

from jichi.domains.residents.models import Entry, Movement, Person
from jichi.domains.residents.queries.register import record_on
from jichi.domains.residents.rules.words import HEAD, Standing
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.models import Event, PersonalField

from .small_register import LONG_AGO, moved, resident, town_in

pytestmark = pytest.mark.django_db

LATER, LATEST = date(2010, 4, 1), date(2012, 4, 1)


def lot_on(person: Person, day: date, **more: object) -> str | None:
    entry = record_on(person, day, **more)  # type: ignore[arg-type]
    return entry.lot if entry else None


def test_any_day_of_the_past_can_be_asked(town: Town) -> None:
    person = resident(town, lot="1番1号")
    moved(person, town.ward, {"lot": "2番2号"}, on=LATER)
    assert lot_on(person, LONG_AGO - timedelta(days=1)) is None
    assert lot_on(person, LATER - timedelta(days=1)) == "1番1号"
    assert lot_on(person, LATER) == "2番2号"


def test_what_was_believed_before_a_late_entry_can_still_be_asked(town: Town) -> None:
    person = resident(town, lot="1番1号")
    moved(person, town.ward, {"lot": "3番3号"}, on=LATEST)
    before = now()
    moved(person, town.ward, {"lot": "2番2号", "building": "見本荘"}, on=LATER)
    assert lot_on(person, LATER) == "2番2号"
    assert lot_on(person, LATER, believed_at=before) == "1番1号"
    assert lot_on(person, LATEST) == "3番3号"
    latest = record_on(person, LATEST)
    assert latest is not None
    assert latest.building == "見本荘"


def test_a_voided_movement_is_as_if_it_had_never_been_but_is_not_forgotten(town: Town) -> None:
    person = resident(town, lot="1番1号")
    wrong = moved(person, town.ward, {"lot": "9番9号"}, on=LATER)
    believed = now()
    moved(person, town.ward, {}, kind="voided", on=LATEST, voids=wrong)
    assert lot_on(person, LATEST) == "1番1号"
    assert lot_on(person, LATEST, believed_at=believed) == "9番9号"
    assert Entry.objects.filter(movement=wrong, superseded_at__isnull=False).count() == 1


def test_a_movement_is_voided_once(town: Town) -> None:
    person = resident(town)
    wrong = moved(person, town.ward, {"lot": "9番9号"}, on=LATER)
    moved(person, town.ward, {}, kind="voided", on=LATEST, voids=wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        moved(person, town.ward, {}, kind="voided", on=LATEST, voids=wrong)


def test_a_household_never_has_two_heads(town: Town) -> None:
    head = resident(town)
    household = Entry.objects.get(person=head).household_id
    with pytest.raises(IntegrityError), transaction.atomic():
        resident(town, "見本　太郎", household=household, relationship=HEAD)
    assert Movement.objects.count() == 1


def test_the_record_tells_the_ward_and_nothing_of_the_person(town: Town) -> None:
    person = resident(town, "見本　花子")
    event = Event.objects.get(type="residents.register.kept")
    movement = Movement.objects.get()
    assert event.public == {"act": movement.number, "office": town.ward.code}
    told = json.loads(PersonalField.objects.get(event=event, name="about").clear)
    assert told["people"][person.number]["name"] == "見本　花子"


def test_a_removed_record_stays(town: Town) -> None:
    person = resident(town)
    moved(person, town.ward, {"standing": Standing.REMOVED, "gone_to": "横浜市"}, kind="died", on=LATEST)
    entry = record_on(person, LATEST)
    assert entry is not None
    assert (entry.standing, entry.name) == (Standing.REMOVED, "見本　花子")


def test_somebody_is_found_by_every_name_they_ever_had(town: Town) -> None:
    person = resident(town, "見本　花子")
    moved(person, town.ward, {"name": "実例　花子", "kana": "じつれい　はなこ"}, kind="married", on=LATEST)
    assert {"見本花子", "実例花子", "花子", "はなこ"} <= set(person.name_keys.values_list("key", flat=True))


def test_a_variant_of_a_letter_is_kept_as_it_was_written(town: Town) -> None:
    name = "渡邉\U000e0112　花子"
    person = resident(town, name)
    entry = record_on(person, LONG_AGO)
    assert entry is not None
    assert entry.name == name
    assert town_in(town.ward).pk == entry.town_id
