"""A committee's own grade beside the city's."""

from dataclasses import replace
from datetime import date

import pytest
from tests.town import Town

from jichi.domains.plans.actions.give_second_opinion import (
    Opinion,
    OpinionGivenBefore,
    OpinionNotFull,
    OpinionTooEarly,
    give_second_opinion,
)
from jichi.domains.plans.models import Edition, ProgrammeReview
from jichi.kernel.access.actor import NOBODY
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.models import Event

from .sheets import Office, owned

pytestmark = pytest.mark.django_db

DAY = date(2012, 7, 9)
OPINION = Opinion(body="自治推進委員会", achievement=4, opinion="参加者が前年度より減っている。")


@pytest.fixture
def sheet(edition: Edition, office: Office, town: Town) -> ProgrammeReview:
    owned(edition, office.planner, town)
    return office.write(office.sheet(office.open(edition)))


@pytest.mark.parametrize(("step", "city"), [("approved", None), ("published", 3)])
def test_a_committee_grades_beside_the_city(
    office: Office, sheet: ProgrammeReview, step: str, city: int | None
) -> None:
    """The record, which is public, says the city's grade only when the sheet is public too."""
    judged = office.take_to(step, sheet, DAY)
    given = give_second_opinion(actor=office.committee, review=judged, opinion=OPINION, on=DAY)
    assert (given.achievement, given.review.achievement, given.given_on) == (4, 3, DAY)
    told = Event.objects.get(type="plans.review.second_opinion_given").public
    assert (told["achievement"], told["city_achievement"]) == (4, city)


@pytest.mark.parametrize("step", ["section", "bureau"])
def test_an_opinion_waits_until_the_city_has_made_up_its_mind(
    office: Office, sheet: ProgrammeReview, step: str
) -> None:
    with pytest.raises(OpinionTooEarly, match="局の確認"):
        give_second_opinion(
            actor=office.committee, review=office.take_to(step, sheet, DAY), opinion=OPINION, on=DAY
        )


def test_a_body_speaks_once_and_another_body_too(office: Office, sheet: ProgrammeReview) -> None:
    judged = office.take_to("published", sheet, DAY)
    give_second_opinion(actor=office.committee, review=judged, opinion=OPINION, on=DAY)
    with pytest.raises(OpinionGivenBefore, match="自治推進委員会"):
        give_second_opinion(actor=office.committee, review=judged, opinion=OPINION, on=DAY)
    other = replace(OPINION, body="監査委員")
    give_second_opinion(actor=office.committee, review=judged, opinion=other, on=DAY)
    assert judged.second_opinions.count() == 2


def test_an_opinion_names_body_grade_and_reason(office: Office, sheet: ProgrammeReview) -> None:
    judged = office.take_to("published", sheet, DAY)
    with pytest.raises(OpinionNotFull) as refusal:
        give_second_opinion(
            actor=office.committee,
            review=judged,
            opinion=Opinion(body=" ", achievement=0, opinion=""),
            on=DAY,
        )
    assert set(refusal.value.fields) == {"body", "achievement", "opinion"}


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COMMITTEE_SECRETARIAT])
def test_only_a_committee_gives_one(office: Office, sheet: ProgrammeReview, town: Town, role: Role) -> None:
    for actor in (NOBODY, town.actor(town.staff(role))):
        with pytest.raises(NotAllowed):
            give_second_opinion(actor=actor, review=sheet, opinion=OPINION, on=DAY)
