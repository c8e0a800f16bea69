"""Appending: each event is tied to the one before it."""

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from jichi.kernel.ledger.append import append
from jichi.kernel.ledger.canonical import NO_PREVIOUS, commitment
from jichi.kernel.ledger.check import faults
from jichi.kernel.ledger.models import Event, PersonalField, Stream

from .chain import AT, VoiceReceived, three_events, write


def test_each_event_carries_the_digest_of_the_one_before(db: None) -> None:
    stream = three_events()
    first, second, third = stream.events.order_by("position")
    assert [first.previous, second.previous, third.previous] == [NO_PREVIOUS, first.digest, second.digest]
    assert [first.position, second.position, third.position] == [1, 2, 3]


def test_a_stream_knows_its_length_and_its_last_digest(db: None) -> None:
    stream = three_events()
    assert (stream.length, stream.head) == (3, stream.events.get(position=3).digest)


def test_streams_count_for_themselves(db: None) -> None:
    write("tests/a", 1)
    write("tests/b", 1)
    assert list(Event.objects.values_list("position", "previous")) == [(1, NO_PREVIOUS)] * 2


def test_a_record_that_holds_has_no_faults(db: None) -> None:
    three_events()
    three_events("tests/others")
    assert list(faults()) == []


def test_a_personal_field_is_not_in_the_event(db: None) -> None:
    written = write("tests/voices", 7, sender="試験 花子")
    assert written.public == {"number": 7}
    assert "花子" not in str(vars(written))


def test_the_event_holds_a_commitment_that_salt_and_clear_text_open(db: None) -> None:
    written = write("tests/voices", 7, sender="試験 花子")
    kept = PersonalField.objects.get(event=written)
    assert kept.clear == "試験 花子"
    assert written.commitments == {
        "sender": commitment(salt=bytes(kept.salt), name="sender", clear="試験 花子")
    }


def test_two_equal_names_cannot_be_recognised_by_their_commitments(db: None) -> None:
    one, other = write("tests/voices", 1, sender="試験 花子"), write("tests/voices", 2, sender="試験 花子")
    assert one.commitments != other.commitments


def test_erasing_a_name_keeps_the_chain(db: None) -> None:
    three_events()
    PersonalField.objects.all().delete()
    assert list(faults()) == []


@pytest.mark.django_db(transaction=True)
def test_an_event_needs_the_transaction_of_its_act() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        append(VoiceReceived(number=1), stream="tests/voices", actor="resident", basis="", at=AT)
    assert not Stream.objects.exists()


def test_an_act_that_is_rolled_back_leaves_no_gap(db: None) -> None:
    write("tests/voices", 1)
    with transaction.atomic():
        write("tests/voices", 2)
        transaction.set_rollback(True)
    write("tests/voices", 3)
    assert list(Event.objects.order_by("pk").values_list("position", flat=True)) == [1, 2]
    assert list(faults()) == []


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("statement", ["UPDATE ledger_event SET basis = 'x'", "DELETE FROM ledger_event"])
def test_the_database_refuses_to_change_or_remove_an_event(db: None, statement: str) -> None:
    write("tests/voices", 1)
    PersonalField.objects.all().delete()
    with pytest.raises(DatabaseError, match="never"):
        run(statement)
    assert Event.objects.get().basis == "試験規則 第1条"


@pytest.mark.skipif(connection.vendor != "postgresql", reason="Only PostgreSQL can empty a table at once.")
def test_the_database_refuses_to_empty_the_record(db: None) -> None:
    write("tests/voices", 1)
    run("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(DatabaseError, match="never"):
        run("TRUNCATE ledger_event CASCADE")
