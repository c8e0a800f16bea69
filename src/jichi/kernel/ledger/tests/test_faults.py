"""Whoever changes the record behind our back is found out."""

from collections.abc import Callable, Iterator

import pytest
from django.db.models import F
from tests.guard import lifted

from jichi.kernel.ledger.check import faults
from jichi.kernel.ledger.models import Event, PersonalField, Stream

from .chain import three_events, write


@pytest.fixture(autouse=True)
def without_guard(db: None) -> Iterator[None]:
    with lifted():
        yield


def second() -> Event:
    return Event.objects.get(position=2)


def change(**values: object) -> Callable[[], None]:
    return lambda: bool(Event.objects.filter(position=2).update(**values)) and None


def remove() -> None:
    PersonalField.objects.filter(event__position=2).delete()
    second().delete()


def remove_and_close_the_gap() -> None:
    remove()
    Event.objects.filter(position=3).update(position=2)
    Stream.objects.update(length=2)


def insert() -> None:
    Event.objects.filter(position=3).update(position=4)
    before = second()
    Event.objects.create(
        stream=before.stream,
        position=3,
        type=before.type,
        at=before.at,
        public={"number": 99},
        previous=before.digest,
        digest="f" * 64,
    )
    Stream.objects.update(length=4)


def swap_places() -> None:
    Event.objects.filter(position=2).update(position=F("position") + 10)
    Event.objects.filter(position=3).update(position=2)
    Event.objects.filter(position=12).update(position=3)


def cut_off_the_end() -> None:
    PersonalField.objects.filter(event__position=3).delete()
    Event.objects.filter(position=3).delete()


def exchange_clear_text() -> None:
    PersonalField.objects.filter(event__position=2).update(clear="別人 太郎")


def swap_clear_texts() -> None:
    first, third = PersonalField.objects.filter(event__position__in=(1, 3)).order_by("id")
    first.salt, third.salt = third.salt, first.salt
    first.clear, third.clear = third.clear, first.clear
    first.save()
    third.save()


def add_clear_text() -> None:
    PersonalField.objects.create(event=second(), name="address", salt=b"0" * 32, clear="川崎区")


@pytest.mark.parametrize(
    ("tamper", "position"),
    [
        (change(public={"number": 99}), 2),
        (change(actor="administrator"), 2),
        (change(basis="別の根拠"), 2),
        (change(type="tests.voice.withdrawn"), 2),
        (change(commitments={}), 2),
        (change(digest="f" * 64), 2),
        (change(previous="f" * 64), 2),
        (remove, 2),
        (remove_and_close_the_gap, 2),
        (insert, 3),
        (swap_places, 2),
        (cut_off_the_end, 3),
        (exchange_clear_text, 2),
        (swap_clear_texts, 1),
        (add_clear_text, 2),
    ],
)
def test_tampering_is_found_at_its_place(tamper: Callable[[], None], position: int) -> None:
    three_events()
    assert list(faults()) == []
    tamper()
    found = list(faults())
    assert found[0].position == position
    assert found[0].stream == "tests/voices"
    assert found[0].sentence


def test_a_fault_in_one_stream_does_not_hide_one_in_another() -> None:
    three_events()
    write("tests/others", 1)
    Event.objects.filter(position=1).update(actor="administrator")
    assert {fault.stream for fault in faults()} == {"tests/others", "tests/voices"}
