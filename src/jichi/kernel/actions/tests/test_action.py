"""The verb: permission first, all or nothing, on the record."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.db import connection, transaction
from pytest_django import DjangoCaptureOnCommitCallbacks

from jichi.kernel.access import policy
from jichi.kernel.access.actor import NOBODY, Actor, ActorKind, machine
from jichi.kernel.access.permission import Permission
from jichi.kernel.access.roles import Held, Role, Scope
from jichi.kernel.actions import action as verbs
from jichi.kernel.actions.action import action, permit, record
from jichi.kernel.actions.refusal import LeftNoTrace, NotAllowed, Refusal
from jichi.kernel.clock.models import DemoDay
from jichi.kernel.ledger.event import event
from jichi.kernel.ledger.models import Event, Stream

pytestmark = pytest.mark.django_db


class May(Permission):
    MARK = "mark", "印をつける"
    ERASE = "erase", "消す"


@event("tests.day.marked")
class DayMarked:
    day: date


class DayIsTaken(Refusal):
    code = "day_is_taken"
    message = "その日はもう使われています。別の日を選んでください。"


@dataclass
class Desk:
    scope: Scope


OFFICER = machine("tester", Role.PLANNING_OFFICER)
FIRST, SECOND = date(2012, 7, 8), date(2012, 7, 9)
OF_KAWASAKI_WARD, OF_SAIWAI_WARD = Scope(ward="14131"), Scope(ward="14132")


def clerk_of_kawasaki_ward() -> Actor:
    held = frozenset({Held(role=Role.WARD_STAFF, ward="14131")})
    return Actor(kind=ActorKind.PERSON, name="", account_id=1, held=held)


@pytest.fixture(autouse=True)
def own_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "_allowed", defaultdict(set))
    policy.allow(Role.PLANNING_OFFICER, [May.MARK])
    policy.allow(Role.WARD_STAFF, [May.MARK])


@action(needs=May.MARK, basis="試験規則 第1条")
def mark(*, actor: Actor, day: date) -> DemoDay:
    if DemoDay.objects.filter(day=day).exists():
        raise DayIsTaken(fields={"day": "別の日を選んでください。"})
    DemoDay.objects.all().delete()
    marked = DemoDay.objects.create(id=1, day=day)
    record(DayMarked(day=day), stream="tests/days")
    return marked


@action(needs=May.ERASE)
def erase(*, actor: Actor) -> None:
    record(DayMarked(day=FIRST), stream="tests/days")


@action(needs=May.MARK)
def mark_silently(*, actor: Actor) -> None:
    DemoDay.objects.create(id=1, day=FIRST)


@action(needs=May.MARK)
def mark_and_refuse(*, actor: Actor) -> None:
    record(DayMarked(day=FIRST), stream="tests/days")
    raise DayIsTaken


@action(needs=May.MARK, within="desk")
def mark_at(*, actor: Actor, desk: Desk) -> None:
    record(DayMarked(day=FIRST), stream="tests/days")


@action(needs=May.MARK, anywhere=True)
def mark_own(*, actor: Actor) -> None:
    record(DayMarked(day=FIRST), stream="tests/days")


@action(needs=May.MARK, basis="試験規則 第2条")
def mark_twice(*, actor: Actor, then: Callable[[], None] = lambda: None) -> None:
    mark(actor=actor, day=FIRST)
    record(DayMarked(day=SECOND), stream="tests/nights")
    then()


@action(needs=May.MARK)
def delegate(*, actor: Actor) -> None:
    mark(actor=actor, day=FIRST)


@action(needs=May.MARK)
def shrug_off_a_refusal(*, actor: Actor) -> None:
    with pytest.raises(DayIsTaken):
        mark_and_refuse(actor=actor)


def test_a_verb_changes_the_city_and_leaves_one_event() -> None:
    marked = mark(actor=OFFICER, day=FIRST)
    written = Event.objects.get()
    assert DemoDay.objects.get() == marked
    assert (written.type, written.public) == ("tests.day.marked", {"day": "2012-07-08"})
    assert (written.actor, written.basis) == ("machine:tester", "試験規則 第1条")


def test_permission_comes_before_anything_is_read_or_written() -> None:
    with (
        connection.execute_wrapper(lambda *_: pytest.fail("The database was asked.")),
        pytest.raises(NotAllowed),
    ):
        erase(actor=OFFICER)


def test_a_verb_that_nobody_was_given_is_refused_to_everybody() -> None:
    with pytest.raises(NotAllowed):
        erase(actor=machine("tester", *Role))


def test_nobody_does_nothing() -> None:
    with pytest.raises(NotAllowed):
        mark(actor=NOBODY, day=FIRST)
    assert not Stream.objects.exists()


def test_a_verb_within_a_place_is_done_by_those_of_the_place() -> None:
    mark_at(actor=clerk_of_kawasaki_ward(), desk=Desk(OF_KAWASAKI_WARD))
    with pytest.raises(NotAllowed):
        mark_at(actor=clerk_of_kawasaki_ward(), desk=Desk(OF_SAIWAI_WARD))


def test_a_verb_for_the_whole_city_is_not_done_from_one_ward() -> None:
    with pytest.raises(NotAllowed):
        mark(actor=clerk_of_kawasaki_ward(), day=FIRST)


def test_a_verb_on_ones_own_things_is_done_by_whoever_holds_it_somewhere() -> None:
    mark_own(actor=clerk_of_kawasaki_ward())
    with pytest.raises(NotAllowed):
        mark_own(actor=machine("tester", Role.AUDITOR))


def test_a_verb_within_a_place_cannot_be_called_without_it() -> None:
    with pytest.raises(TypeError, match="without desk"):
        mark_at(actor=OFFICER)  # type: ignore[call-arg]


def test_a_verb_takes_keywords_only() -> None:
    with pytest.raises(TypeError, match="keywords only"):
        mark(OFFICER, day=FIRST)  # type: ignore[misc]


@pytest.mark.parametrize("named", [{}, {"actor": None}])
def test_a_verb_without_an_actor_is_a_mistake(named: dict[str, None]) -> None:
    with pytest.raises(TypeError, match="with an actor"):
        mark(day=FIRST, **named)  # type: ignore[call-arg,arg-type]


def test_a_verb_that_leaves_no_trace_changes_nothing() -> None:
    with pytest.raises(LeftNoTrace):
        mark_silently(actor=OFFICER)
    assert not DemoDay.objects.exists()


def test_only_a_verb_writes_on_the_record() -> None:
    with pytest.raises(LeftNoTrace):
        record(DayMarked(day=FIRST), stream="tests/days")


def test_the_record_is_closed_again_after_a_refusal() -> None:
    with pytest.raises(DayIsTaken):
        mark_and_refuse(actor=OFFICER)
    with pytest.raises(LeftNoTrace):
        record(DayMarked(day=FIRST), stream="tests/days")


def test_an_inner_verb_joins_the_outer_one_under_its_own_basis() -> None:
    mark_twice(actor=OFFICER)
    assert list(Event.objects.order_by("id").values_list("basis", flat=True)) == [
        "試験規則 第1条",
        "試験規則 第2条",
    ]


def refuse() -> None:
    raise DayIsTaken


def test_an_inner_verb_is_rolled_back_with_the_outer_one() -> None:
    with pytest.raises(DayIsTaken):
        mark_twice(actor=OFFICER, then=refuse)
    assert not DemoDay.objects.exists()
    assert not Event.objects.exists()


def test_the_events_of_an_inner_verb_vouch_for_the_outer_one() -> None:
    delegate(actor=OFFICER)
    assert Event.objects.count() == 1


def test_an_inner_verb_that_was_refused_vouches_for_nothing() -> None:
    with pytest.raises(LeftNoTrace):
        shrug_off_a_refusal(actor=OFFICER)
    assert not Event.objects.exists()


def announce_and_refuse() -> None:
    transaction.on_commit(lambda: pytest.fail("A letter went out for an act that was refused."))
    raise DayIsTaken


def test_what_waits_for_commit_never_happens_after_a_refusal(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True) as waiting, pytest.raises(DayIsTaken):
        mark_twice(actor=OFFICER, then=announce_and_refuse)
    assert waiting == []


def test_every_verb_is_listed_with_the_permission_it_needs() -> None:
    assert verbs.VERBS[f"{__name__}.erase"].needs is May.ERASE  # type: ignore[attr-defined]


def test_a_refusal_carries_its_sentence_and_its_fields() -> None:
    mark(actor=OFFICER, day=FIRST)
    with pytest.raises(DayIsTaken) as refused:
        mark(actor=OFFICER, day=FIRST)
    assert refused.value.status == 409
    assert refused.value.fields == {"day": "別の日を選んでください。"}
    assert refused.value.message == DayIsTaken.message


def test_a_permission_can_be_asked_for_without_a_verb() -> None:
    permit(clerk_of_kawasaki_ward(), May.MARK, OF_KAWASAKI_WARD)
    with pytest.raises(NotAllowed):
        permit(clerk_of_kawasaki_ward(), May.MARK, OF_SAIWAI_WARD)
