"""A fault is kept as read; a person puts the correction in, once, on the record."""

from datetime import date

import pytest
from tests.town import Town

from jichi.domains.plans.actions.decide_correction import (
    AlreadyDecided,
    BreaksTheChapter,
    decide_correction,
)
from jichi.domains.plans.models import Correction, Edition, Programme, Statement
from jichi.domains.plans.sources import chapter_of
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.ledger.models import Event
from jichi.kernel.threads.models import Record

pytestmark = pytest.mark.django_db

DAY = date(2011, 5, 2)


@pytest.fixture
def fault(edition: Edition) -> Correction:
    return edition.corrections.filter(read__contains="しuk").order_by("line").first()


def test_an_accepted_correction_is_shown_and_the_text_as_read_stays(
    planner: Actor, fault: Correction
) -> None:
    decide_correction(actor=planner, correction=fault, accept=True, on=DAY)
    corrected = Statement.objects.get(place=fault.place)
    assert "しukみ" not in corrected.text
    assert "しくみ" in corrected.text
    assert "しukみ" in corrected.text_read


def test_a_correction_changes_only_where_it_was_found(planner: Actor, fault: Correction) -> None:
    others = dict(Statement.objects.exclude(place=fault.place).values_list("place", "text"))
    decide_correction(actor=planner, correction=fault, accept=True, on=DAY)
    assert dict(Statement.objects.exclude(place=fault.place).values_list("place", "text")) == others


def test_all_corrections_together_leave_a_chapter_without_faults(planner: Actor, edition: Edition) -> None:
    for each in edition.corrections.exclude(proposed=""):
        decide_correction(actor=planner, correction=each, accept=True, on=DAY)
    shown = "".join(Statement.objects.values_list("text", flat=True))
    assert "しuk" not in shown
    assert "各區" not in shown
    assert "よりの確" not in shown
    assert chapter_of(edition).counts == {"measures": 6, "efforts": 11, "programmes": 25, "relisted": 1}


def test_a_declined_correction_leaves_the_text_as_it_was(planner: Actor, fault: Correction) -> None:
    decide_correction(actor=planner, correction=fault, accept=False, on=DAY)
    assert "しukみ" in Statement.objects.get(place=fault.place).text
    fault.refresh_from_db()
    assert (fault.state, fault.decided_on) == ("declined", DAY)


def test_a_person_may_write_another_correction(planner: Actor, fault: Correction) -> None:
    decide_correction(actor=planner, correction=fault, accept=True, on=DAY, proposed="仕組み")
    assert "仕組み" in Statement.objects.get(place=fault.place).text


@pytest.mark.parametrize("proposed", ["仕組み\n● 別の項目", "</ul>", "\n主な取組⑨ 別の取組\n"])
def test_a_correction_that_would_change_the_tree_is_refused(
    planner: Actor, fault: Correction, proposed: str
) -> None:
    with pytest.raises(BreaksTheChapter):
        decide_correction(actor=planner, correction=fault, accept=True, on=DAY, proposed=proposed)
    fault.refresh_from_db()
    assert fault.state == "proposed"
    assert chapter_of(fault.edition).counts["programmes"] == 25


def test_a_programme_is_called_what_its_corrected_listing_calls_it(planner: Actor, edition: Edition) -> None:
    listing = edition.listings.filter(relisted=False).select_related("programme").order_by("line").first()
    assert listing
    Programme.objects.filter(pk=listing.programme_id).update(name="誤った名前")
    any_fault = edition.corrections.exclude(proposed="").order_by("line").first()
    assert any_fault
    decide_correction(actor=planner, correction=any_fault, accept=True, on=DAY)
    assert Programme.objects.get(pk=listing.programme_id).name == listing.name
    assert Record.objects.get(reference=listing.programme.reference).title == listing.name


def test_a_text_that_is_too_long_decides_nothing(town: Town, fault: Correction) -> None:
    browser = town.browser(town.staff(Role.PLANNING_OFFICER))
    url, field = f"/plans/corrections/{fault.pk}/", f"{fault.pk}-proposed"
    browser.post(url, {field: "字" * 201, "decision": "accept"})
    browser.post(url, {field: "仕組み"})
    fault.refresh_from_db()
    assert fault.state == "proposed"


def test_a_correction_is_decided_once(planner: Actor, fault: Correction) -> None:
    decide_correction(actor=planner, correction=fault, accept=True, on=DAY)
    with pytest.raises(AlreadyDecided, match="直した"):
        decide_correction(actor=planner, correction=fault, accept=False, on=DAY)


def test_the_decision_is_on_the_record(planner: Actor, fault: Correction) -> None:
    decide_correction(actor=planner, correction=fault, accept=True, on=DAY)
    event = Event.objects.get(type="plans.correction.decided")
    assert event.public == {
        "edition": fault.edition.reference,
        "line": fault.line,
        "column": fault.column,
        "read": fault.read,
        "proposed": fault.proposed,
        "accepted": True,
    }
