"""Who sees where a protected person lives: the officer in charge after giving a reason, and nobody else."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.town import Town

from jichi.domains.residents.actions.look_at_person import look_at_person
from jichi.domains.residents.queries.protection import blocked_channels, may_be_told, protected
from jichi.domains.residents.queries.seeing import seen, seen_history
from jichi.domains.residents.rules.channels import Channel
from jichi.domains.residents.rules.protecting import HIDDEN
from jichi.domains.residents.rules.protection_words import Covered
from jichi.kernel.access.actor import Actor

from .protected_people import applied, chief, clerk
from .small_register import LONG_AGO, moved, resident, town_in

pytestmark = pytest.mark.django_db
TODAY = date(2012, 6, 1)


def queries_of(ask: object) -> int:
    with CaptureQueriesContext(connection) as seen_queries:
        ask()  # type: ignore[operator]
    return len(seen_queries)


def test_the_officer_in_charge_sees_all_after_giving_a_reason(town: Town) -> None:
    person = resident(town, lot="9番9号")
    applied(town, person)
    officer = chief(town)
    assert seen(officer, person, TODAY).facts.lot == ""
    look_at_person(actor=officer, person=person, why="窓口での申請")
    assert seen(officer, person, TODAY).facts.lot == "9番9号"


@pytest.mark.parametrize("who", ["clerk", "other_clerk", "other_chief"])
def test_nobody_else_sees_where_even_with_a_reason(town: Town, who: str) -> None:
    person = resident(town, lot="9番9号", going_to="横浜市見本区")
    applied(town, person)
    readers: dict[str, Actor] = {
        "clerk": clerk(town),
        "other_clerk": clerk(town, town.other_ward),
        "other_chief": chief(town, town.other_ward),
    }
    look_at_person(actor=readers[who], person=person, why="窓口での申請")
    view = seen(readers[who], person, TODAY)
    assert view.hidden == HIDDEN
    assert view.town is None
    assert (view.facts.lot, view.facts.domicile, view.facts.going_to) == ("", "", "")
    assert (view.facts.name, view.to_officer) == ("見本　花子", True)
    assert seen_history(readers[who], person, TODAY) == []


def test_a_day_before_the_protection_is_hidden_too(town: Town) -> None:
    person = resident(town, lot="9番9号")
    applied(town, person)
    assert seen(clerk(town), person, LONG_AGO).facts.lot == ""


def test_a_protected_record_takes_as_many_queries_as_any_other(town: Town) -> None:
    person, other = resident(town), resident(town, name="見本　次郎")
    applied(town, person)
    reader = clerk(town)
    assert (
        queries_of(lambda: seen(reader, person, TODAY)) == queries_of(lambda: seen(reader, other, TODAY)) == 2
    )
    assert queries_of(lambda: may_be_told(other, person, TODAY)) == 1
    assert queries_of(lambda: may_be_told(person, other, TODAY)) == 1


def test_whoever_lives_with_the_applicant_is_covered_and_who_joins_later_too(town: Town) -> None:
    person = resident(town)
    home = person.entries.get().household_id
    child = resident(town, name="見本　一郎", relationship="子", household=home)
    case = applied(town, person)
    baby = resident(town, name="見本　次郎", relationship="子", household=home)
    assert set(protected([person, child, baby], TODAY)) == {person.pk, child.pk, baby.pk}
    assert case.covered.get(person=child).as_what == Covered.HOUSEHOLD


def test_who_is_named_is_never_covered(town: Town) -> None:
    person = resident(town)
    home = person.entries.get().household_id
    named = resident(town, name="見本　太郎", relationship="夫", household=home)
    applied(town, person, named_person=named)
    moved(named, town.ward, {"lot": "2番"}, on=date(2012, 5, 20))
    assert set(protected([person, named], TODAY)) == {person.pk}


def test_papers_are_for_the_people_covered_and_not_for_who_is_named(town: Town) -> None:
    person, named, sister, other = (
        resident(town, name=name) for name in ("あ　い", "か　き", "さ　し", "た　ち")
    )
    applied(town, person, named_person=named, joint=[sister])
    asked = {"self": person, "joint": sister, "named": named, "other": other, "nobody": None}
    told = {who: may_be_told(requester, person, TODAY) for who, requester in asked.items()}
    assert told == {"self": True, "joint": True, "named": False, "other": False, "nobody": False}


def test_every_channel_without_an_officer_is_off(town: Town) -> None:
    person, other = resident(town), resident(town)
    applied(town, person)
    assert blocked_channels(person, TODAY) == {Channel.CORNER, Channel.KIOSK, Channel.STORE, Channel.HOME}
    assert blocked_channels(other, TODAY) == set()


def test_a_move_within_the_city_keeps_everything_hidden(town: Town) -> None:
    person = resident(town)
    applied(town, person)
    moved(
        person,
        town.other_ward,
        {"town": town_in(town.other_ward, "別町").pk, "lot": "7番"},
        on=date(2012, 5, 20),
    )
    assert seen(clerk(town, town.other_ward), person, TODAY).facts.lot == ""
    assert protected([person], TODAY)
