"""A case of protection: hidden from the moment of application, started, renewed, ended, and lifted by two people only."""

import json
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.town import Town

from jichi.domains.residents.actions.protection.apply_for_protection import NamedIsCovered
from jichi.domains.residents.actions.protection.cities import list_city, tell_cities
from jichi.domains.residents.actions.protection.end_protection import NotAsked, TermStillRuns, end_protection
from jichi.domains.residents.actions.protection.hand_over_case import hand_over_case
from jichi.domains.residents.actions.protection.lift_protection import (
    SecondPersonNeeded,
    confirm_lifting,
    keep_protection,
    propose_lifting,
)
from jichi.domains.residents.actions.protection.remind_officers import remind_of_terms
from jichi.domains.residents.actions.protection.renew_protection import TooEarlyToRenew, renew_protection
from jichi.domains.residents.actions.protection.start_protection import NeedNotConfirmed, start_protection
from jichi.domains.residents.models import ProtectionCase
from jichi.domains.residents.queries.protection import protected
from jichi.domains.residents.queries.protection_cases import case_with, cases_for, furthest_end, to_renew
from jichi.domains.residents.rules.protection_words import CityBecause, Opinion
from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.refusal import NotAllowed, NotThere
from jichi.kernel.ledger.models import Event, PersonalField
from jichi.kernel.notices.models import Notice
from jichi.kernel.steps import WrongStep

from .protected_people import APPLIED, applied, chief, clerk
from .small_register import moved, resident

pytestmark = pytest.mark.django_db

TOLD = date(2012, 5, 21)
LAST = date(2013, 5, 20)
DAY = timedelta(days=1)


def started(town: Town, by: Actor, case: ProtectionCase | None = None) -> ProtectionCase:
    return start_protection(
        actor=by,
        case=case or applied(town),
        on=TOLD,
        opinion=Opinion.POLICE,
        opinion_of="見本警察署",
        opinion_on=APPLIED,
    )


def is_hidden(case: ProtectionCase) -> bool:
    return case.applicant_id in protected([case.applicant_id], TOLD)


def test_an_application_hides_at_once(town: Town) -> None:
    case = applied(town)
    assert case.step == "applied"
    assert is_hidden(case)


def test_the_day_of_telling_is_the_first_of_a_year(town: Town) -> None:
    case = started(town, chief(town))
    assert (case.step, case.starts_on, case.ends_on) == ("started", TOLD, LAST)


def test_nothing_starts_without_an_opinion_or_an_order(town: Town) -> None:
    case = applied(town)
    with pytest.raises(NeedNotConfirmed):
        start_protection(
            actor=chief(town), case=case, on=TOLD, opinion=Opinion.NOT_YET, opinion_of="", opinion_on=TOLD
        )
    assert ProtectionCase.objects.get().step == "applied"
    assert is_hidden(case)


@pytest.mark.parametrize(
    ("on", "is_taken"),
    [(date(2013, 4, 19), False), (date(2013, 4, 20), True), (LAST, True), (LAST + DAY, True)],
)
def test_a_renewal_is_taken_from_a_month_before_the_end(town: Town, on: date, is_taken: bool) -> None:
    officer = chief(town)
    case = started(town, officer)
    if not is_taken:
        with pytest.raises(TooEarlyToRenew):
            renew_protection(actor=officer, case=case, on=on)
        assert ProtectionCase.objects.get().ends_on == LAST
        return
    assert renew_protection(actor=officer, case=case, on=on).ends_on == date(2014, 5, 20)


@pytest.mark.parametrize(("on", "is_listed"), [(date(2013, 4, 19), False), (date(2013, 4, 20), True)])
def test_the_desk_lists_what_may_be_renewed(town: Town, on: date, is_listed: bool) -> None:
    officer = chief(town)
    started(town, officer)
    assert (len(to_renew(officer, on)) == 1) is is_listed


def test_the_furthest_end_is_the_last_whose_renewal_has_opened() -> None:
    assert furthest_end(date(2013, 4, 20)) >= LAST
    assert furthest_end(date(2013, 4, 19)) < LAST


def test_a_protection_ends_by_an_act_after_its_last_day_only(town: Town) -> None:
    officer = chief(town)
    case = started(town, officer)
    with pytest.raises(TermStillRuns):
        end_protection(actor=officer, case=case, on=LAST, note="電話で確かめた")
    with pytest.raises(NotAsked):
        end_protection(actor=officer, case=case, on=LAST + DAY, note=" ")
    assert is_hidden(case), "A term that has run out hides until somebody has asked the victim and ended it."
    end_protection(actor=officer, case=case, on=LAST + DAY, note="電話で確かめた")
    assert not is_hidden(case)


def test_two_people_lift_a_protection(town: Town) -> None:
    first, second = chief(town), chief(town)
    case = started(town, first)
    propose_lifting(actor=first, case=case, on=TOLD, because="本人が窓口で求めた")
    with pytest.raises(SecondPersonNeeded):
        confirm_lifting(actor=first, case=case, on=TOLD)
    assert is_hidden(case)
    lifted = confirm_lifting(actor=second, case=case, on=TOLD)
    assert (lifted.step, is_hidden(case)) == ("lifted", False)


def test_the_database_itself_asks_for_the_second_person(town: Town) -> None:
    first = chief(town)
    case = started(town, first)
    with pytest.raises(IntegrityError, match="two_people_lift_a_protection"), transaction.atomic():
        ProtectionCase.objects.filter(pk=case.pk).update(
            step="lifted",
            lifting_proposed_by=first.account_id,
            lifted_by=first.account_id,
            lifted_on=TOLD,
            lifting_because="ひとりで",
        )


def test_an_application_is_refused_by_two_people_too(town: Town) -> None:
    case = applied(town)
    propose_lifting(actor=clerk(town), case=case, on=TOLD, because="取下げ")
    assert is_hidden(case)
    assert confirm_lifting(actor=chief(town), case=case, on=TOLD).step == "refused"
    assert not is_hidden(case)


def test_a_proposal_that_is_turned_down_changes_nothing(town: Town) -> None:
    first, second = chief(town), chief(town)
    case = started(town, first)
    propose_lifting(actor=first, case=case, on=TOLD, because="本人と名のる人から電話")
    assert keep_protection(actor=second, case=case, on=TOLD, because="本人ではなかった").step == "started"
    with pytest.raises(WrongStep):
        confirm_lifting(actor=second, case=case, on=TOLD)
    assert is_hidden(case)


@pytest.mark.parametrize(
    "verb", [start_protection, end_protection, confirm_lifting, keep_protection, hand_over_case]
)
def test_a_clerk_decides_nothing(town: Town, verb: object) -> None:
    case = applied(town)
    with pytest.raises(NotAllowed):
        verb(actor=clerk(town), case=case, on=TOLD)  # type: ignore[operator]


def test_another_ward_has_no_case(town: Town) -> None:
    case = applied(town)
    assert case_with(chief(town), case.public_id) == case
    with pytest.raises(NotThere):
        case_with(chief(town, town.other_ward), case.public_id)
    with pytest.raises(NotThere):
        cases_for(clerk(town))


def test_an_officer_who_is_named_has_no_case(town: Town) -> None:
    officer = town.staff("registry_chief", ward=town.ward)  # type: ignore[arg-type]
    named = resident(town, name="見本　太郎")
    type(named).objects.filter(pk=named.pk).update(account=officer)
    case = applied(town, named_person=named)
    with pytest.raises(NotThere):
        case_with(town.actor(officer), case.public_id)


def test_whoever_is_named_cannot_ask_with_the_victim(town: Town) -> None:
    victim, named = resident(town), resident(town, name="見本　太郎")
    with pytest.raises(NamedIsCovered):
        applied(town, victim, named_person=named, joint=[named])
    assert not ProtectionCase.objects.exists()


def test_a_case_that_is_handed_over_hides_on(town: Town) -> None:
    case = started(town, chief(town))
    hand_over_case(actor=chief(town), case=case, ward=town.other_ward, on=TOLD)
    assert case_with(chief(town, town.other_ward), case.public_id)
    assert is_hidden(case)


def test_other_cities_are_told_once(town: Town) -> None:
    officer, case = clerk(town), applied(town)
    list_city(actor=officer, case=case, city="見本県見本市", because=CityBecause.DOMICILE, on=TOLD)
    assert [city.city for city in tell_cities(actor=officer, case=case, on=TOLD)] == ["見本県見本市"]
    assert tell_cities(actor=officer, case=case, on=TOLD + DAY) == []
    assert case.cities.get().sent_on == TOLD


def test_on_the_public_record_a_protection_looks_like_a_move(town: Town) -> None:
    victim = resident(town)
    moved(victim, town.ward, {"lot": "2番"}, on=date(2012, 5, 1))
    case = applied(town, victim)
    events = list(Event.objects.order_by("pk"))[-2:]
    assert [event.type for event in events] == ["residents.register.kept"] * 2
    assert {event.basis for event in events} == {events[0].basis}
    assert {event.actor for event in events} == {events[0].actor}
    assert {frozenset(event.public) for event in events} == {frozenset({"act", "office"})}
    assert all(str(event.public["act"]).startswith("22-") for event in events)
    assert case.number not in json.dumps([event.public for event in events])
    assert sorted(events[1].commitments) == sorted(events[0].commitments)
    kept = PersonalField.objects.filter(event=events[1]).values_list("clear", flat=True)
    assert any("apply_for_protection" in text for text in kept)


@pytest.mark.parametrize(
    ("on", "times"),
    [(date(2013, 4, 19), 0), (date(2013, 4, 20), 1), (LAST, 1), (LAST + DAY, 1)],
)
def test_the_officers_are_reminded_once_and_the_notice_names_nobody(town: Town, on: date, times: int) -> None:
    officer = chief(town)
    started(town, officer)
    assert [remind_of_terms(on), remind_of_terms(on)] == [times, 0]
    told = Notice.objects.filter(key__startswith="residents/term/")
    assert told.count() == times
    assert all("見本" not in each.subject + each.body + each.url for each in told)
