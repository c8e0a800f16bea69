"""Somebody leaves a case and the others stay in it: two people, and never so that a record tells where the others live."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from tests.town import Town

from jichi.domains.residents.actions.protection.covering import cover_newcomers
from jichi.domains.residents.actions.protection.leave_protection import (
    ApplicantStays,
    CaseHidesNobody,
    NobodyProposed,
    TellsWhereOthersLive,
    confirm_leaving,
    keep_covered,
    propose_leaving,
)
from jichi.domains.residents.actions.protection.lift_protection import LiftingHasNoReason, SecondPersonNeeded
from jichi.domains.residents.models import CoveredPerson, Entry, Person, ProtectionCase
from jichi.domains.residents.queries.protection import protected
from jichi.domains.residents.queries.protection_cases import waiting_for_decision
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.models import Event

from .protected_people import applied, chief, clerk
from .small_register import moved, resident

pytestmark = pytest.mark.django_db

DAY = date(2012, 6, 1)
WHY = "本人が窓口で、外すことを求めた"


@pytest.fixture
def mother(town: Town) -> Person:
    return resident(town, "見本　和子", lot="7番")


@pytest.fixture
def son(town: Town) -> Person:
    """Asked together with her, and lives elsewhere."""
    return resident(town, "見本　一郎", lot="8番")


@pytest.fixture
def case(town: Town, mother: Person, son: Person) -> ProtectionCase:
    return applied(town, mother, joint=[son])


@pytest.fixture
def covering(case: ProtectionCase, son: Person) -> CoveredPerson:
    return case.covered.get(person=son)


def hidden(*people: Person) -> list[bool]:
    blocks = protected(people, DAY)
    return [person.pk in blocks for person in people]


def test_two_people_let_one_leave_and_the_others_stay(
    town: Town, covering: CoveredPerson, mother: Person, son: Person
) -> None:
    first, second = clerk(town), chief(town)
    propose_leaving(actor=first, covering=covering, on=DAY, because=WHY)
    assert hidden(mother, son) == [True, True]
    assert list(waiting_for_decision(second)) == [covering.case]
    confirm_leaving(actor=second, covering=covering, on=DAY)
    assert hidden(mother, son) == [True, False]
    assert ProtectionCase.objects.get().step == "applied"
    acts = list(covering.case.acts.order_by("pk").values_list("verb", flat=True))
    assert acts == ["apply_for_protection", "propose_leaving", "confirm_leaving"]
    assert {event.type for event in Event.objects.order_by("-pk")[:2]} == {"residents.register.kept"}


def test_who_proposed_does_not_confirm_and_a_clerk_decides_nothing(
    town: Town, covering: CoveredPerson, son: Person
) -> None:
    officer = chief(town)
    with pytest.raises(NobodyProposed):
        confirm_leaving(actor=officer, covering=covering, on=DAY)
    propose_leaving(actor=officer, covering=covering, on=DAY, because=WHY)
    with pytest.raises(SecondPersonNeeded):
        confirm_leaving(actor=officer, covering=covering, on=DAY)
    for verb in (confirm_leaving, keep_covered):
        with pytest.raises(NotAllowed):
            verb(actor=clerk(town), covering=covering, on=DAY, because="")  # type: ignore[operator]
    with pytest.raises(NotAllowed):
        propose_leaving(actor=clerk(town, town.other_ward), covering=covering, on=DAY, because=WHY)
    with pytest.raises(IntegrityError, match="two_people_let_somebody"), transaction.atomic():
        CoveredPerson.objects.filter(pk=covering.pk).update(left_on=DAY, left_by=officer.account_id)
    assert hidden(son) == [True]


def test_a_proposal_that_is_turned_down_leaves_everybody_covered(
    town: Town, covering: CoveredPerson, son: Person
) -> None:
    propose_leaving(actor=clerk(town), covering=covering, on=DAY, because=WHY)
    keep_covered(actor=chief(town), covering=covering, on=DAY, because="本人ではなかった")
    assert hidden(son) == [True]
    with pytest.raises(NobodyProposed):
        confirm_leaving(actor=chief(town), covering=covering, on=DAY)


def test_nobody_leaves_whose_record_tells_where_the_others_live(
    town: Town, mother: Person, covering: CoveredPerson, son: Person
) -> None:
    """Not a housemate, not one who moved away, and not one whom the others came to live with meanwhile."""
    at_home = Entry.objects.get(person=mother).household_id
    child = resident(town, "見本　花子", household=at_home, relationship="子", lot="7番")
    cover_newcomers([child], on=DAY)
    of_child = covering.case.covered.get(person=child)
    with pytest.raises(TellsWhereOthersLive):
        propose_leaving(actor=clerk(town), covering=of_child, on=DAY, because=WHY)
    moved(child, town.ward, {"lot": "9番"}, on=date(2012, 5, 20))
    with pytest.raises(TellsWhereOthersLive):
        propose_leaving(actor=clerk(town), covering=of_child, on=DAY, because=WHY)
    propose_leaving(actor=clerk(town), covering=covering, on=DAY, because=WHY)
    moved(mother, town.ward, {"lot": "8番"}, on=date(2012, 5, 25))
    with pytest.raises(TellsWhereOthersLive):
        confirm_leaving(actor=chief(town), covering=covering, on=DAY)
    assert hidden(mother, son, child) == [True, True, True]


def test_the_applicant_stays_and_a_reason_is_needed(
    town: Town, case: ProtectionCase, covering: CoveredPerson
) -> None:
    applicant = case.covered.get(person=case.applicant)
    with pytest.raises(ApplicantStays):
        propose_leaving(actor=clerk(town), covering=applicant, on=DAY, because=WHY)
    with pytest.raises(LiftingHasNoReason):
        propose_leaving(actor=clerk(town), covering=covering, on=DAY, because=" ")


def left(town: Town, covering: CoveredPerson) -> None:
    propose_leaving(actor=clerk(town), covering=covering, on=DAY, because=WHY)
    confirm_leaving(actor=chief(town), covering=covering, on=DAY)


def test_whoever_comes_to_live_with_them_again_is_covered_again(
    town: Town, covering: CoveredPerson, mother: Person, son: Person
) -> None:
    left(town, covering)
    with pytest.raises(CaseHidesNobody):
        propose_leaving(actor=clerk(town), covering=covering, on=DAY, because=WHY)
    home = Entry.objects.get(person=mother, until=None).household_id
    moved(son, town.ward, {"household": home, "lot": "7番", "relationship": "子"}, on=DAY)
    assert hidden(son) == [True]
    assert CoveredPerson.objects.filter(person=son).count() == 2


def test_the_screens_ask_two_people_and_show_who_left(
    town: Town, case: ProtectionCase, covering: CoveredPerson, mother: Person, son: Person
) -> None:
    first, second = (town.browser(town.staff(Role.REGISTRY_CHIEF, ward=town.ward)) for _ in range(2))
    page = reverse("residents:protection", args=[case.public_id])
    url = {
        name: reverse("residents:protection_leaving", args=[case.public_id, son.public_id, name])
        for name in ("propose", "confirm", "keep")
    }
    assert url["propose"] in text(first, page)
    assert url["confirm"] not in text(first, page)
    assert "別の人が確認するまで" in first.post(url["propose"], {"because": WHY}).content.decode()
    first.post(url["propose"], {"because": WHY, "stage": "act"})
    assert "外すことの確認待ち" in text(first, page)
    assert first.get(url["confirm"]).status_code == 404
    assert WHY in text(second, url["confirm"])
    assert case.number in text(second, reverse("residents:protections"))
    second.post(url["confirm"], {"sure": "on", "stage": "act"})
    shown = text(second, page)
    assert "外れた人" in shown
    assert son.number in shown
    assert second.get(url["keep"]).status_code == 404
    of_applicant = reverse("residents:protection_leaving", args=[case.public_id, mother.public_id, "propose"])
    assert second.get(of_applicant).status_code == 404


def text(client: Client, url: str) -> str:
    return client.get(url).content.decode()
