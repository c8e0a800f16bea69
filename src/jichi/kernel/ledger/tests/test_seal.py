"""Sealing: every event gets one place, whoever seals and however often."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, IntegrityError

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger import sequence
from jichi.kernel.ledger.actions.rotate_key import KeyIsThere, replace_lost_key, rotate_key
from jichi.kernel.ledger.actions.seal_record import SEALER, NoKeyToSealWith, seal_if_needed, seal_record
from jichi.kernel.ledger.keys import file_of
from jichi.kernel.ledger.models import Checkpoint, Key, Leaf, Log, SealedLength, Tile
from jichi.kernel.ledger.models import Event as Written
from jichi.kernel.ledger.proofs import consistency, inclusion_of
from jichi.kernel.ledger.sealcheck import check_seals
from jichi.kernel.ledger.verifier import read_key, read_note
from jichi.kernel.tasks.schedule import SCHEDULES

from .sealing import check, exported, first_key, one_seal, seal, sentences, two_seals, write_now

PATIENCE = 20.0
on_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite has one writer at a time."
)


def test_the_first_seal_names_the_tree_and_makes_the_key(db: None, own_keys: Path) -> None:
    made = one_seal(1)
    note, key = read_note(made.note), read_key(first_key())
    assert (note.origin, note.size, note.root.hex()) == ("localhost:8000/record", 5, made.root)
    assert note.signed_by(key)
    assert [event.type for event in Written.objects.order_by("leaf__index")][-2:] == [
        "record.started",
        "record.sealed",
    ]
    assert Written.objects.get(type="record.sealed").public == {"size": 5}
    [file] = own_keys.iterdir()
    assert (file.stat().st_mode & 0o777, own_keys.stat().st_mode & 0o777) == (0o600, 0o700)


def test_no_private_key_is_in_the_database(db: None) -> None:
    one_seal(1)
    secret = file_of(read_key(first_key())).read_text()
    told = str([vars(row) for table in (Key, Log, Checkpoint, Written) for row in table.objects.all()])
    assert secret.strip().rsplit("+", 1)[1] not in told


def test_nothing_new_is_not_sealed_again(db: None) -> None:
    one_seal(1)
    assert seal_if_needed() is None
    assert Checkpoint.objects.count() == 1
    assert Written.objects.filter(type="record.sealed").count() == 1


def test_events_keep_the_order_of_their_streams_in_the_tree(db: None) -> None:
    two_seals()
    order = Leaf.objects.filter(event__stream__name="tests/voices").order_by("index")
    assert [leaf.event.position for leaf in order.select_related("event")] == [1, 2, 3, 4]
    assert list(Leaf.objects.order_by("index").values_list("index", flat=True)) == list(range(9))


def test_every_event_has_its_proof(db: None) -> None:
    two_seals()
    for event in Written.objects.select_related("stream"):
        proof = inclusion_of(event)
        assert proof is not None
        assert proof.leads_to_the_root


def test_an_event_that_is_not_sealed_yet_has_none(db: None) -> None:
    one_seal(1)
    assert inclusion_of(write_now("tests/voices", 9)) is None


def test_a_later_tree_begins_with_every_earlier_one(db: None) -> None:
    first, second = two_seals()
    assert consistency(first, second).holds
    assert consistency(second, second).holds


def test_a_backlog_is_worked_off_in_batches_and_signed_once(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sequence, "BATCH", 3)
    monkeypatch.setattr(sequence, "STREAMS", 2)
    for number in range(10):
        write_now(f"tests/{number % 4}", number)
    assert seal().size == 12
    assert Checkpoint.objects.count() == 1
    assert check(exported()).faults == []


def test_a_long_record_fills_its_tiles(db: None) -> None:
    for number in range(300):
        write_now("tests/long", number)
    assert seal().size == 302
    assert sorted(Tile.objects.values_list("level", "number")) == [(0, 0), (0, 1), (1, 0)]
    assert check(exported()).faults == []


def test_who_may_not_seal_is_refused(db: None) -> None:
    with pytest.raises(NotAllowed):
        seal_record(actor=machine("clerk", Role.SECTION_STAFF))
    with pytest.raises(NotAllowed):
        rotate_key(actor=machine("clerk", Role.SECTION_STAFF))


def test_the_clock_seals_every_ten_minutes() -> None:
    assert "jichi.kernel.ledger.tasks.seal_what_is_new" in SCHEDULES


def test_the_new_key_is_sealed_by_the_old_one_and_signs_what_follows(db: None, own_keys: Path) -> None:
    one_seal(1)
    old = read_key(first_key())
    new = read_key(rotate_key(actor=SEALER).text)
    handed = Checkpoint.objects.order_by("-size")[0]
    later = one_seal(2)
    assert read_note(handed.note).signed_by(old)
    assert not read_note(later.note).signed_by(old)
    assert read_note(later.note).signed_by(new)
    assert Written.objects.get(type="record.key.rotated").public == {"retired": str(old), "key": str(new)}
    assert len(list(own_keys.iterdir())) == 2


def test_whoever_has_the_first_key_follows_two_rotations(db: None) -> None:
    one_seal(1)
    rotate_key(actor=SEALER)
    one_seal(2)
    rotate_key(actor=SEALER)
    one_seal(3)
    assert check(exported(), keys=[first_key()]).faults == []


def test_without_the_line_of_the_rotation_the_new_key_is_a_stranger(db: None) -> None:
    one_seal(1)
    rotate_key(actor=SEALER)
    one_seal(2)
    lines = [line for line in exported() if line["kind"] != "key"]
    assert {fault.code for fault in check(lines).faults} == {"signature"}


def test_a_missing_key_file_stops_the_seal_and_says_what_to_do(db: None) -> None:
    one_seal(1)
    file_of(read_key(first_key())).unlink()
    write_now("tests/voices", 9)
    with pytest.raises(NoKeyToSealWith) as refused:
        seal_if_needed()
    assert "控えから戻すか" in str(refused.value.message)
    assert Checkpoint.objects.count() == 1


def test_a_lost_key_is_replaced_and_the_new_one_must_be_given_too(db: None) -> None:
    one_seal(1)
    file_of(read_key(first_key())).unlink()
    new = replace_lost_key(actor=SEALER)
    one_seal(2)
    assert {fault.code for fault in check(exported()).faults} == {"signature"}
    assert check(exported(), keys=[first_key(), new.text]).faults == []
    assert check_seals().faults == []


def test_a_key_that_is_there_is_not_replaced(db: None) -> None:
    one_seal(1)
    with pytest.raises(KeyIsThere):
        replace_lost_key(actor=SEALER)
    assert Key.objects.count() == 1


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_checkpoint SET note = 'x'",
        "DELETE FROM ledger_checkpoint",
        'UPDATE ledger_leaf SET "index" = "index" + 100',
        "DELETE FROM ledger_leaf",
    ],
)
def test_the_database_refuses_to_change_a_seal(db: None, statement: str) -> None:
    one_seal(1)
    with pytest.raises(DatabaseError, match="never"):
        run(statement)
    assert check_seals().faults == []


def test_there_is_one_log_and_one_key_that_signs(db: None) -> None:
    one_seal(1)
    with pytest.raises(IntegrityError, match="there_is_one_log"), transaction.atomic():
        Log.objects.create(pk=2, origin="another")
    event = Written.objects.get(type="record.sealed")
    with pytest.raises(IntegrityError), transaction.atomic():
        Key.objects.create(text="another", event=event)


def own_connection(job) -> object:
    try:
        return job()
    finally:
        connection.close()


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_two_sealers_at_once_double_nothing() -> None:
    for number in range(20):
        write_now(f"tests/{number % 5}", number)
    together = Barrier(3)

    def seal_too() -> object:
        together.wait(PATIENCE)
        return seal_if_needed()

    with ThreadPoolExecutor(3) as pool:
        made = [pool.submit(own_connection, seal_too) for _ in range(3)]
    assert sum(each.result() is not None for each in made) == 1
    assert Leaf.objects.count() == Written.objects.count() == 22
    assert check_seals().faults == []


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_an_event_committed_late_is_sealed_by_the_next_seal_and_holds_up_nobody() -> None:
    write_now("tests/slow", 1)
    holds, may_end = Event(), Event()

    def write_slowly() -> None:
        with transaction.atomic():
            write_now("tests/slow", 2)
            holds.set()
            assert may_end.wait(PATIENCE)

    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(own_connection, write_slowly)
        assert holds.wait(PATIENCE)
        write_now("tests/quick", 1)  # its row has a higher number than the one that is not committed
        first = seal()
        may_end.set()
        slow.result()
    assert first.size == 4
    assert seal().size == 6
    assert SealedLength.objects.get(stream__name="tests/slow").length == 2
    assert sentences(check_seals()) == []


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_a_writer_does_not_wait_for_a_seal() -> None:
    one_seal(1)
    write_now("tests/voices", 7)
    with transaction.atomic():
        log = sequence.locked_log()
        sequence.take_in_waiting(log)
        with ThreadPoolExecutor(1) as pool:
            pool.submit(own_connection, lambda: write_now("tests/voices", 8)).result(timeout=PATIENCE)
