"""An attempt on a blocked record is kept and told at once, whatever becomes of what was asked for."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from tests.town import Town

from jichi.domains.residents.actions.look_at_person import ReasonIsMissing, look_at_person
from jichi.domains.residents.actions.protected_attempt import ToTheOfficer, tell_officer, watched
from jichi.domains.residents.actions.protection.settle_attempt import FindingIsMissing, settle_attempt
from jichi.domains.residents.models import Person, PersonLook, ProtectedAttempt
from jichi.domains.residents.permissions import May
from jichi.domains.residents.queries.looks import looks_at
from jichi.domains.residents.rules.channels import Channel
from jichi.kernel.access.actor import NOBODY, Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.models import Event
from jichi.kernel.notices.models import Notice

from .protected_people import applied, chief, clerk
from .small_register import REGISTRY, moved, resident

pytestmark = pytest.mark.django_db


@action(needs=May.ENTER_MOVEMENT)
def hand_out(*, actor: Actor, person: Person) -> None:
    """A verb that finds out midway that it must not go on."""
    raise ToTheOfficer(person, "certificate")


def test_a_refused_request_leaves_its_attempt_and_reaches_the_officer(town: Town) -> None:
    person, officer = resident(town), chief(town)
    applied(town, person)
    with pytest.raises(ToTheOfficer), watched(by=NOBODY, channel=Channel.STORE):
        hand_out(actor=REGISTRY, person=person)
    attempt = ProtectedAttempt.objects.get()
    assert (attempt.person, attempt.channel, attempt.what) == (person, "store", "certificate")
    (notice,) = Notice.objects.filter(account=officer.account_id)
    assert notice.subject == "住民の記録のことで、すぐに確認が必要です"
    for tells in ("見本", person.number, "支援"):
        assert tells not in notice.subject + notice.body


def test_only_the_officers_of_the_ward_responsible_are_told(town: Town) -> None:
    person = resident(town)
    told, elsewhere, helper = chief(town), chief(town, town.other_ward), clerk(town)
    applied(town, person)
    tell_officer(by=helper, person=person, channel=Channel.COUNTER, what="record")
    assert set(Notice.objects.values_list("account", flat=True)) == {told.account_id}
    assert elsewhere.account_id != told.account_id


def test_opening_a_hidden_record_is_an_attempt_once_for_each_reason(town: Town) -> None:
    person, reader = resident(town), clerk(town)
    applied(town, person)
    look_at_person(actor=reader, person=person, why="窓口での申請")
    look_at_person(actor=reader, person=person, why="窓口での申請")
    assert ProtectedAttempt.objects.get().tried_by_id == reader.account_id
    assert PersonLook.objects.count() == 1


def test_an_officers_look_is_told_to_the_other_officers(town: Town) -> None:
    person, reader, other = resident(town), chief(town), chief(town)
    applied(town, person)
    look_at_person(actor=reader, person=person, why="窓口での申請")
    assert not ProtectedAttempt.objects.exists()
    assert list(Notice.objects.values_list("account", flat=True)) == [other.account_id]


def test_of_who_is_not_protected_nobody_is_told_anything(town: Town) -> None:
    person = resident(town)
    chief(town)
    assert tell_officer(by=NOBODY, person=person, channel=Channel.STORE, what="certificate") is None
    look_at_person(actor=clerk(town), person=person, why="窓口での申請")
    assert not Notice.objects.exists()


def test_an_attempt_is_settled_with_what_was_found_out(town: Town) -> None:
    person, officer = resident(town), chief(town)
    applied(town, person)
    attempt = tell_officer(by=NOBODY, person=person, channel=Channel.STORE, what="certificate")
    assert attempt
    with pytest.raises(FindingIsMissing):
        settle_attempt(actor=officer, attempt=attempt, found=" ")
    assert (
        settle_attempt(actor=officer, attempt=attempt, found="本人の家族だった").settled_by_id
        == officer.account_id
    )
    with pytest.raises(NotAllowed):
        settle_attempt(actor=chief(town, town.other_ward), attempt=attempt, found="見た")


def test_a_look_needs_a_reason_and_a_right(town: Town) -> None:
    person = resident(town)
    with pytest.raises(ReasonIsMissing):
        look_at_person(actor=clerk(town), person=person, why="　")
    with pytest.raises(NotAllowed):
        look_at_person(
            actor=town.actor(town.staff(Role.WARD_STAFF, ward=town.ward)), person=person, why="見たい"
        )
    assert not PersonLook.objects.exists()


def test_the_resident_reads_role_and_office_and_never_the_clerks_name(town: Town) -> None:
    person, reader = resident(town), clerk(town)
    look_at_person(actor=reader, person=person, why="窓口での届出・申請のため")
    (told,) = looks_at(person)
    assert (told.who, told.office, told.why) == (
        "戸籍・住民記録の担当者",
        town.ward,
        "窓口での届出・申請のため",
    )
    assert "試験" not in repr(told)


def test_of_a_protected_person_the_office_of_a_look_is_not_told(town: Town) -> None:
    person = resident(town)
    look_at_person(actor=clerk(town), person=person, why="窓口での届出・申請のため")
    applied(town, person)
    assert [told.office for told in looks_at(person)] == [None]


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_the_database_lets_nobody_change_or_remove_a_look(town: Town, verb: str) -> None:
    look_at_person(actor=clerk(town), person=resident(town), why="窓口での申請")
    looks = PersonLook.objects.all()
    with pytest.raises(DatabaseError, match="never changed or removed"), transaction.atomic():
        looks.update(why="") if verb == "update" else looks._raw_delete(looks.db)  # type: ignore[attr-defined]
    assert PersonLook.objects.count() == 1


def test_a_look_looks_like_any_other_act_on_the_public_record(town: Town) -> None:
    person = resident(town)
    moved(person, town.ward, {"lot": "2番"}, on=date(2012, 5, 1))
    look_at_person(actor=clerk(town), person=person, why="窓口での申請")
    move, look = list(Event.objects.order_by("pk"))[-2:]
    assert (look.type, look.basis, sorted(look.public), sorted(look.commitments)) == (
        move.type,
        move.basis,
        sorted(move.public),
        sorted(move.commitments),
    )
