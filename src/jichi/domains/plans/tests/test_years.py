"""Describing programmes, planning, measuring and entering a year."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.town import Town

from jichi.domains.plans.actions.define_indicator import (
    AlreadyMeasured,
    IndicatorNotFull,
    NewIndicator,
    define_indicator,
)
from jichi.domains.plans.actions.describe_programme import (
    Description,
    UnknownPrinciple,
    describe_programme,
)
from jichi.domains.plans.actions.enter_year import YearNotRight, YearOfNoPlan, enter_year
from jichi.domains.plans.actions.link_programme import (
    LinkedBefore,
    NoSuchRecord,
    NoSuchTie,
    link_programme,
)
from jichi.domains.plans.actions.plan_actions import NothingPlanned, PlannedTwice, plan_actions
from jichi.domains.plans.actions.set_fields import NamedField, set_fields
from jichi.domains.plans.actions.year_entry import Measurement, Money, Outcome, YearEntry
from jichi.domains.plans.models import (
    ActionState,
    BudgetYear,
    Edition,
    Field,
    Indicator,
    IndicatorYear,
    PlannedAction,
    Programme,
)
from jichi.kernel.access.actor import NOBODY, Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.models import Event
from jichi.kernel.threads.actions.register_outside_record import Outside, register_outside_record
from jichi.kernel.threads.kinds import LinkKind
from jichi.kernel.threads.models import Record, Sort

pytestmark = pytest.mark.django_db

VISITS = NewIndicator(name="傍聴者数", unit="人", source="区役所の会議録")


@pytest.fixture
def programme(edition: Edition, planner: Actor, town: Town) -> Programme:
    programme = Programme.objects.get(name="区民会議運営事業")
    return describe_programme(
        actor=planner, programme=programme, description=Description(section=town.section)
    )


@pytest.fixture
def staff(town: Town) -> Actor:
    return town.actor(town.staff(Role.SECTION_STAFF, section=town.section))


@pytest.fixture
def stranger(town: Town) -> Actor:
    """Staff of another section."""
    return town.actor(town.staff(Role.SECTION_STAFF, section=town.other_section))


@pytest.fixture
def indicator(staff: Actor, programme: Programme) -> Indicator:
    return define_indicator(actor=staff, programme=programme, indicator=VISITS)


@pytest.fixture
def planned(staff: Actor, programme: Programme) -> list[PlannedAction]:
    return plan_actions(actor=staff, programme=programme, year=2012, texts=["会議を開く", "調べる"])


def last(type_name: str) -> Event:
    return Event.objects.filter(type=type_name).latest("pk")


def test_the_planning_office_says_whose_a_programme_is(edition: Edition, planner: Actor, town: Town) -> None:
    programme = Programme.objects.get(name="区民会議運営事業")
    set_fields(actor=planner, fields=[NamedField(code="ward", name="区のまちづくり", name_en="Wards")])
    describe_programme(
        actor=planner,
        programme=programme,
        description=Description(
            section=town.section,
            wards=(town.ward, town.other_ward),
            fields=tuple(Field.objects.all()),
            is_priority=True,
            charter_principle="participation",
        ),
    )
    programme.refresh_from_db()
    assert (programme.section, programme.is_priority) == (town.section, True)
    assert programme.wards.count() == 2
    assert last("plans.programme.described").public == {
        "programme": programme.reference,
        "section": "policy",
        "wards": ["14131", "14132"],
        "fields": ["ward"],
        "is_priority": True,
        "charter_principle": "participation",
    }


def test_an_unknown_principle_is_refused_at_its_field(programme: Programme, planner: Actor) -> None:
    with pytest.raises(UnknownPrinciple) as refusal:
        describe_programme(
            actor=planner,
            programme=programme,
            description=Description(section=None, charter_principle="freedom"),
        )
    assert "原則" in refusal.value.fields["charter_principle"]


def test_only_the_planning_office_describes(programme: Programme, staff: Actor) -> None:
    for actor in (staff, NOBODY):
        with pytest.raises(NotAllowed):
            describe_programme(actor=actor, programme=programme, description=Description(section=None))


def test_the_list_of_fields_may_be_taken_again(planner: Actor) -> None:
    for name in ("防災", "安全"):
        set_fields(actor=planner, fields=[NamedField(code="safety", name=name, name_en="Safety")])
    assert list(Field.objects.values_list("name", flat=True)) == ["安全"]
    assert last("plans.fields.set").public == {"fields": ["safety"]}


def test_an_indicator_is_defined_once_with_unit_and_source(
    staff: Actor, programme: Programme, indicator: Indicator
) -> None:
    assert last("plans.indicator.defined").public["name"] == "傍聴者数"
    with pytest.raises(AlreadyMeasured, match="傍聴者数"):
        define_indicator(actor=staff, programme=programme, indicator=VISITS)
    with pytest.raises(IndicatorNotFull) as refusal:
        define_indicator(
            actor=staff,
            programme=programme,
            indicator=NewIndicator(name="件数", unit=" ", source="", baseline=Decimal(3)),
        )
    assert set(refusal.value.fields) == {"unit", "source", "baseline_year"}
    assert programme.indicators.count() == 1


def test_actions_are_planned_in_order_and_added_after_the_old_ones(
    staff: Actor, programme: Programme, planned: list[PlannedAction]
) -> None:
    plan_actions(actor=staff, programme=programme, year=2012, texts=["  ", "知らせる"])
    orders = programme.planned_actions.filter(year=2012).order_by("order").values_list("order", "text")
    assert list(orders) == [(1, "会議を開く"), (2, "調べる"), (3, "知らせる")]
    assert last("plans.actions.planned").public["actions"] == 1


@pytest.mark.parametrize(
    ("texts", "refusal"),
    [([], NothingPlanned), ([" "], NothingPlanned), (["調べる"], PlannedTwice), (["a", "a"], PlannedTwice)],
)
def test_nothing_and_the_same_twice_cannot_be_planned(
    staff: Actor,
    programme: Programme,
    planned: list[PlannedAction],
    texts: list[str],
    refusal: type[Exception],
) -> None:
    with pytest.raises(refusal):
        plan_actions(actor=staff, programme=programme, year=2012, texts=texts)
    assert programme.planned_actions.count() == 2


@pytest.fixture
def entry(indicator: Indicator, planned: list[PlannedAction]) -> YearEntry:
    return YearEntry(
        money=Money(budget=1_200_000, supplementary=-50_000, settlement=1_100_000, source="決算書"),
        measurements=(
            Measurement(
                indicator=indicator.pk, target=Decimal(100), actual=Decimal("95.5"), actual_source="会議録"
            ),
        ),
        outcomes=(
            Outcome(action=planned[0].pk, state=ActionState.DONE, evidence="会議録 第1号"),
            Outcome(action=planned[1].pk, state=ActionState.LATE),
        ),
    )


def test_a_year_is_entered_whole(staff: Actor, programme: Programme, entry: YearEntry) -> None:
    enter_year(actor=staff, programme=programme, year=2012, entry=entry)
    money = BudgetYear.objects.get(programme=programme, year=2012)
    assert (money.budget, money.supplementary, money.settlement) == (1_200_000, -50_000, 1_100_000)
    assert IndicatorYear.objects.get(year=2012).actual == Decimal("95.50")
    states = programme.planned_actions.order_by("order").values_list("state", flat=True)
    assert list(states) == ["done", "late"]
    told = last("plans.year.entered").public
    assert (told["budget_yen"], told["actions_done"], told["actions"]) == (1_200_000, 1, 2)
    assert told["entered_digest"] == entry.digest


def test_a_year_entered_again_replaces_what_stood_there(
    staff: Actor, programme: Programme, entry: YearEntry
) -> None:
    enter_year(actor=staff, programme=programme, year=2012, entry=entry)
    enter_year(actor=staff, programme=programme, year=2012, entry=replace(entry, money=Money()))
    assert not BudgetYear.objects.exists()
    assert IndicatorYear.objects.count() == 1


@pytest.mark.parametrize(
    ("money", "field"),
    [
        (Money(budget=-1, source="予算書"), "budget"),
        (Money(budget=1, settlement=-1, source="予算書"), "settlement"),
        (Money(budget=100), "source"),
        (Money(settlement=100, source="決算書"), "budget"),
        (Money(supplementary=100), "budget"),
        (Money(budget=100, supplementary=-101, source="予算書"), "supplementary"),
    ],
)
def test_money_that_cannot_be_is_said_at_its_field_and_nothing_is_written(
    staff: Actor, programme: Programme, entry: YearEntry, money: Money, field: str
) -> None:
    with pytest.raises(YearNotRight) as refusal:
        enter_year(actor=staff, programme=programme, year=2012, entry=replace(entry, money=money))
    assert set(refusal.value.fields) == {field}
    assert not IndicatorYear.objects.exists()
    assert not BudgetYear.objects.exists()


def test_an_actual_without_source_and_a_done_without_evidence_are_refused_together(
    staff: Actor, programme: Programme, entry: YearEntry
) -> None:
    measured, done = entry.measurements[0], entry.outcomes[0]
    wrong = replace(
        entry,
        measurements=(replace(measured, actual_source=""),),
        outcomes=(replace(done, evidence=" "),),
    )
    with pytest.raises(YearNotRight, match="まだ何も保存していません") as refusal:
        enter_year(actor=staff, programme=programme, year=2012, entry=wrong)
    assert set(refusal.value.fields) == {
        f"actual_source_{measured.indicator}",
        f"evidence_{done.action}",
    }
    assert set(programme.planned_actions.values_list("state", flat=True)) == {"planned"}


def test_indicators_and_actions_of_another_programme_are_refused(
    staff: Actor, planner: Actor, programme: Programme, entry: YearEntry, town: Town
) -> None:
    other = Programme.objects.get(name="区役所機能の強化")
    describe_programme(actor=planner, programme=other, description=Description(section=town.section))
    with pytest.raises(YearNotRight) as refusal:
        enter_year(actor=staff, programme=other, year=2012, entry=entry)
    assert len(refusal.value.fields) == 3


@pytest.mark.parametrize("year", [2010, 2014])
def test_a_year_outside_the_plan_is_refused(staff: Actor, programme: Programme, year: int) -> None:
    with pytest.raises(YearOfNoPlan, match=str(year)):
        enter_year(actor=staff, programme=programme, year=year, entry=YearEntry())


def test_only_the_owner_and_the_planning_office_enter_a_year(
    programme: Programme, stranger: Actor, planner: Actor, town: Town
) -> None:
    roles = (Role.WARD_STAFF, Role.AUDITOR, Role.BUREAU_CHIEF, Role.COMMITTEE_SECRETARIAT)
    others = [town.actor(town.staff(role)) for role in roles]
    for actor in (stranger, NOBODY, *others):
        with pytest.raises(NotAllowed):
            enter_year(actor=actor, programme=programme, year=2012, entry=YearEntry())
        with pytest.raises(NotAllowed):
            plan_actions(actor=actor, programme=programme, year=2012, texts=["調べる"])
        with pytest.raises(NotAllowed):
            define_indicator(actor=actor, programme=programme, indicator=VISITS)
    enter_year(actor=planner, programme=programme, year=2012, entry=YearEntry())


def test_a_section_does_not_enter_a_programme_that_has_no_owner(edition: Edition, staff: Actor) -> None:
    unowned = Programme.objects.get(name="区役所機能の強化")
    with pytest.raises(NotAllowed):
        enter_year(actor=staff, programme=unowned, year=2012, entry=YearEntry())


@pytest.fixture
def ordinance(staff: Actor, programme: Programme) -> Record:
    outside = Outside(
        sort=Sort.ORDINANCE, title="区民会議条例", source="例規集", happened_on=date(2006, 3, 23)
    )
    return register_outside_record(actor=staff, owner=programme, outside=outside)


def test_a_programme_is_linked_to_the_ordinance_it_rests_on(
    staff: Actor, programme: Programme, ordinance: Record
) -> None:
    made = link_programme(
        actor=staff, programme=programme, kind=LinkKind.BASED_ON, reference=ordinance.reference
    )
    assert (made.from_record.reference, made.to_record) == (programme.reference, ordinance)
    assert made.digest == last("plans.programme.linked").digest
    with pytest.raises(LinkedBefore, match="もうつながっています"):
        link_programme(
            actor=staff, programme=programme, kind=LinkKind.BASED_ON, reference=ordinance.reference
        )


def test_a_conclusion_leads_to_the_programme_that_carries_it_out(
    staff: Actor, programme: Programme, ordinance: Record
) -> None:
    made = link_programme(
        actor=staff, programme=programme, kind=LinkKind.CARRIED_OUT_BY, reference=ordinance.reference
    )
    assert (made.from_record, made.to_record.reference) == (ordinance, programme.reference)


def test_wrong_numbers_and_wrong_ties_are_refused_at_their_fields(
    staff: Actor, programme: Programme, ordinance: Record
) -> None:
    for typed in ("12-0001-0", "99-0001-1", "abc"):
        with pytest.raises(NoSuchRecord) as refusal:
            link_programme(actor=staff, programme=programme, kind=LinkKind.BASED_ON, reference=typed)
        assert set(refusal.value.fields) == {"reference"}
    with pytest.raises(NoSuchTie):
        link_programme(
            actor=staff, programme=programme, kind=LinkKind.REPLIED_BY, reference=ordinance.reference
        )
    with pytest.raises(LinkedBefore, match="自身"):
        link_programme(
            actor=staff, programme=programme, kind=LinkKind.CONCERNS, reference=programme.reference
        )


def test_strangers_do_not_link(programme: Programme, stranger: Actor, ordinance: Record) -> None:
    with pytest.raises(NotAllowed):
        link_programme(
            actor=stranger, programme=programme, kind=LinkKind.BASED_ON, reference=ordinance.reference
        )
