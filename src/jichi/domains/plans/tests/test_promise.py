"""Everybody sees by which day the city publishes the evaluation of a year."""

from datetime import date

import pytest
from django.urls import reverse
from tests.town import Town

from jichi.domains.plans.actions.open_round import open_round
from jichi.domains.plans.models import Edition, EffortReview, Programme, ProgrammeReview, Round
from jichi.domains.plans.work import work_of
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.deadlines.models import Deadline, State
from jichi.kernel.deadlines.public import public_clocks
from jichi.kernel.ledger.models import Event

from .sheets import Office, days, opening, owned

pytestmark = pytest.mark.django_db
PROMISE = "plans.publish_round.2011"
PUBLISHED = date(2012, 8, 30)


@pytest.fixture
def opened(town: Town, edition: Edition, planner: Actor) -> Round:
    owned(edition, planner, town)
    return open_round(
        actor=planner, edition=edition, year=2011, days=days(2011), on=opening(2011), office=town.section
    )


def leave_only(sheet: ProgrammeReview) -> None:
    """A round of one sheet."""
    ProgrammeReview.objects.exclude(pk=sheet.pk).delete()
    EffortReview.objects.all().delete()


def page(town: Town, name: str, reference: str) -> str:
    return town.browser().get(reverse(name, args=[reference])).content.decode()


def test_the_day_of_publication_runs_as_a_public_clock(edition: Edition, opened: Round) -> None:
    clock = Deadline.objects.get(kind=PROMISE)

    assert (clock.due_on, clock.state, clock.shown_on) == (
        date(2012, 8, 31),
        State.RUNNING,
        edition.reference,
    )
    (shown,) = public_clocks(edition.reference)
    assert shown.title == "2011年度の評価を公表する"
    told = Event.objects.get(type="deadlines.deadline.started", public__kind=PROMISE)
    assert told.public["due_on"] == "2012-08-31"


def test_visitors_read_it_on_the_page_of_the_plan_and_of_a_programme(
    town: Town, edition: Edition, opened: Round
) -> None:
    programme = Programme.objects.order_by("pk").first()
    for name, reference in (("plans:dashboard", edition.reference), ("plans:programme", programme.reference)):
        shown = page(town, name, reference)
        assert "市が守る期限" in shown
        assert "2011年度の評価を公表する" in shown
        assert 'datetime="2012-08-31"' in shown


def test_a_programme_whose_sheet_is_published_promises_nothing_more(
    town: Town, opened: Round, office: Office
) -> None:
    done = office.take_to("published", office.write(office.sheet(opened)), PUBLISHED)
    other = opened.programmereviews.exclude(pk=done.pk).select_related("programme").first()

    assert "市が守る期限" not in page(town, "plans:programme", done.programme.reference)
    assert "市が守る期限" in page(town, "plans:programme", other.programme.reference)


@pytest.mark.parametrize(("others_left", "state"), [(True, State.RUNNING), (False, State.MET)])
def test_the_promise_is_kept_with_the_last_sheet_and_not_before(
    opened: Round, office: Office, others_left: bool, state: State
) -> None:
    sheet = office.sheet(opened)
    if not others_left:
        leave_only(sheet)
    office.take_to("published", office.write(sheet), PUBLISHED)

    clock = Deadline.objects.get(kind=PROMISE)
    assert (clock.state, clock.was_late) == (state, False)
    assert bool(public_clocks(opened.edition.reference)) is others_left


def test_a_round_without_an_office_promises_nothing(edition: Edition, office: Office) -> None:
    office.open(edition)
    assert public_clocks(edition.reference) == []


@pytest.mark.parametrize(("role", "own"), [(Role.SECTION_STAFF, True), (Role.SECTION_CHIEF, False)])
def test_a_draft_is_the_staffs_own_work_and_the_chief_only_could_write_it(
    town: Town, opened: Round, role: Role, own: bool
) -> None:
    actor = town.actor(town.staff(role, section=town.section))
    assert {item.is_own for item in work_of(actor, opening(2011))} == {own}


def test_sections_are_offered_by_bureau_and_name(town: Town, edition: Edition) -> None:
    town.make_section("aaa", "総務局", "zzz", "い課")
    town.make_section("aaa", "総務局", "bbb", "う課")
    officer = town.browser(town.staff(Role.PLANNING_OFFICER))
    form = officer.get(reverse("plans:desk_round_open")).context["form"]
    offered = [(each.bureau.name, each.name) for each in form.fields["office"].queryset]

    assert offered == sorted(offered)
    assert ("総務局", "い課") in offered
