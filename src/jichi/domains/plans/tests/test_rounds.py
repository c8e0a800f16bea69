"""Opening the evaluation of a year."""

from dataclasses import replace
from datetime import date

import pytest
from tests.town import Town

from jichi.domains.plans.actions.describe_programme import Description, describe_programme
from jichi.domains.plans.actions.draft_review import draft_review
from jichi.domains.plans.actions.open_round import (
    DaysOutOfOrder,
    RoundOpenedBefore,
    YearNotInPlan,
    open_round,
)
from jichi.domains.plans.models import Edition, EffortReview, ProgrammeReview, Round
from jichi.kernel.access.actor import NOBODY, Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.deadlines.models import Deadline
from jichi.kernel.ledger.models import Event
from jichi.kernel.threads.models import Record

from .conftest import NEXT, take_in
from .sheets import COUNCIL, FULL, Office, days, opening, owned

pytestmark = pytest.mark.django_db


def test_a_round_drafts_a_sheet_for_every_effort_and_programme(edition: Edition, office: Office) -> None:
    opened = office.open(edition)
    assert EffortReview.objects.filter(round=opened, step="draft").count() == 11
    assert ProgrammeReview.objects.filter(round=opened, step="draft").count() == 25
    told = Event.objects.get(type="plans.round.opened").public
    assert (told["year"], told["sheets_one"], told["sheets_two"]) == (2011, 11, 25)
    assert told["draft_due"] == "2012-05-31"


def test_first_drafts_start_from_the_words_of_the_chapter(edition: Edition, office: Office) -> None:
    opened = office.open(edition)
    two = office.sheet(opened)
    assert "第4期区民会議(2012年度～)" in two.goal
    one = EffortReview.objects.get(round=opened, effort__sheet_code="72401000")
    assert one.problem.startswith("・")
    assert "区民会議" in one.outline
    assert (one.goal, one.result, two.result, two.why_this_grade) == ("", "", "", "")


def test_a_draft_has_a_number_that_the_public_cannot_read_yet(edition: Edition, office: Office) -> None:
    opened = office.open(edition)
    record = Record.objects.get(reference=office.sheet(opened).reference)
    assert not record.public
    assert (record.kind, COUNCIL in record.title) == (14, True)


def test_the_second_year_goes_on_from_the_first_with_its_goal_only(
    edition: Edition, office: Office, planner: Actor, town: Town
) -> None:
    owned(edition, planner, town)
    first = office.sheet(office.open(edition))
    changed = replace(FULL, check_result="G", changed_goal="区民会議を7区で28回開く")
    draft_review(actor=office.staff, review=first, sheet=changed)
    second = office.sheet(office.open(edition, 2012))
    assert second.carried_from == first
    assert second.goal == "区民会議を7区で28回開く"
    assert (second.result, second.why_this_grade, second.achievement) == ("", "", None)


def test_a_goal_that_stays_is_carried_as_it_was(
    edition: Edition, office: Office, planner: Actor, town: Town
) -> None:
    owned(edition, planner, town)
    draft_review(actor=office.staff, review=office.sheet(office.open(edition)), sheet=FULL)
    assert office.sheet(office.open(edition, 2012)).goal == FULL.goal


def test_the_next_plan_goes_on_from_the_last_year_of_this_one(edition: Edition, office: Office) -> None:
    last = office.sheet(office.open(edition, 2013))
    later = office.open(take_in(office.planner, NEXT), 2014)
    assert office.sheet(later).carried_from == last
    one = later.effortreviews.get(effort__sheet_code="72401000")
    assert one.carried_from is not None


def test_a_sheet_one_belongs_to_the_section_of_most_of_its_programmes(
    edition: Edition, office: Office, planner: Actor, town: Town
) -> None:
    effort = edition.listings.get(programme__name="地域振興事業").effort
    for listing, section in zip(
        effort.listings.order_by("order"),
        (town.section, town.other_section, town.other_section),
        strict=True,
    ):
        describe_programme(
            actor=planner, programme=listing.programme, description=Description(section=section)
        )
    opened = office.open(edition)
    assert opened.effortreviews.get(effort=effort).section == town.other_section


def test_each_owned_draft_has_a_clock_until_the_day_of_the_round(
    edition: Edition, office: Office, planner: Actor, town: Town
) -> None:
    owned(edition, planner, town)
    opened = office.open(edition)
    clock = Deadline.objects.get(subject=office.sheet(opened).reference)
    assert (clock.kind, clock.due_on, clock.owner) == ("plans.draft", date(2012, 5, 31), town.section)
    assert clock.started_by.type == "plans.round.opened"
    assert Deadline.objects.count() == 2  # the programme's sheet and its effort's; nobody owns the others


def test_a_year_is_evaluated_once(edition: Edition, office: Office) -> None:
    office.open(edition)
    with pytest.raises(RoundOpenedBefore, match="2012-04-16"):
        office.open(edition)
    assert Round.objects.count() == 1


@pytest.mark.parametrize("year", [2010, 2014])
def test_only_years_of_the_plan_are_evaluated(edition: Edition, office: Office, year: int) -> None:
    with pytest.raises(YearNotInPlan) as refusal:
        office.open(edition, year)
    assert "2011～2013年度" in refusal.value.fields["year"]


def test_days_out_of_order_are_refused_at_the_day_that_is_too_early(edition: Edition, office: Office) -> None:
    wrong = replace(days(2011), bureau_due=date(2012, 6, 14))
    with pytest.raises(DaysOutOfOrder, match="作成、課長確認、局確認、公表") as refusal:
        open_round(actor=office.planner, edition=edition, year=2011, days=wrong, on=opening(2011))
    assert set(refusal.value.fields) == {"bureau_due"}
    assert not Round.objects.exists()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PLANNING_OFFICER])
def test_only_the_planning_office_opens_a_round(edition: Edition, town: Town, role: Role) -> None:
    for actor in (town.actor(town.staff(role)), NOBODY):
        with pytest.raises(NotAllowed):
            open_round(actor=actor, edition=edition, year=2011, days=days(2011), on=opening(2011))
