"""Whoever can write to the database can make a chain fit again; the seals tell all the same. And the commands that say so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from tests.guard import lifted

from jichi.kernel.ledger.canonical import NO_PREVIOUS
from jichi.kernel.ledger.check import entry_of, faults
from jichi.kernel.ledger.keys import file_of
from jichi.kernel.ledger.models import (
    Checkpoint,
    Event,
    Key,
    Leaf,
    Log,
    PersonalField,
    SealedLength,
    Stream,
    Tile,
)
from jichi.kernel.ledger.sealcheck import check_seals
from jichi.kernel.ledger.verifier import read_key

from .sealing import first_key, one_seal, sentences, two_seals, write_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def seals(db: None) -> Iterator[tuple[Checkpoint, Checkpoint]]:
    made = two_seals()
    with lifted():
        yield made


def rewrite_chain(name: str) -> None:
    """Every event of a stream made anew after a change, so that the chain holds."""
    stream, previous = Stream.objects.get(name=name), NO_PREVIOUS
    for event in stream.events.order_by("position"):
        event.previous = previous
        event.digest = previous = entry_of(event, stream).digest
        Event.objects.filter(pk=event.pk).update(previous=event.previous, digest=event.digest)
    Stream.objects.filter(pk=stream.pk).update(head=previous)


def remove(events: object) -> None:
    for table in (PersonalField, Leaf):
        table.objects.filter(event__in=events).delete()
    Event.objects.filter(pk__in=[event.pk for event in events]).delete()


def cut_off_the_second_seal() -> None:
    """Everything after the first seal taken out of every table, as if it had never been."""
    gone = list(Event.objects.filter(leaf__index__gte=5))
    remove(gone)
    Checkpoint.objects.filter(size=9).delete()
    Log.objects.update(size=5)
    for stream in Stream.objects.all():
        last = stream.events.order_by("-position").first()
        assert last
        Stream.objects.filter(pk=stream.pk).update(length=last.position, head=last.digest)
        SealedLength.objects.filter(pk=stream.pk).update(length=last.position)
    Tile.objects.update(hashes=Tile.objects.get().hashes[: 5 * 32])


def test_a_rewritten_chain_is_found_by_the_seals_alone(seals: tuple[Checkpoint, Checkpoint]) -> None:
    Event.objects.filter(stream__name="tests/voices", position=2).update(basis="forged")
    rewrite_chain("tests/voices")
    assert list(faults()) == []
    assert sentences(check_seals())[0].startswith(
        "木の0番から4番まで：この中の記録が、封印の後で変えられたか"
    )


def test_a_stream_that_was_removed_whole_is_found_by_the_seals_alone(
    seals: tuple[Checkpoint, Checkpoint],
) -> None:
    stream = Stream.objects.get(name="tests/others")
    remove(list(stream.events.all()))
    SealedLength.objects.filter(pk=stream.pk).delete()
    stream.delete()
    assert list(faults()) == []
    assert "木の1番から1番まで：記録が抜き取られています。" in sentences(check_seals())


def test_a_tail_cut_off_everywhere_is_found_by_whoever_kept_a_checkpoint(
    seals: tuple[Checkpoint, Checkpoint], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "kept"
    kept.write_text(seals[1].note, encoding="utf-8")
    call_command("verify", checkpoint=[str(kept)])
    cut_off_the_second_seal()
    assert (list(faults()), check_seals().faults) == ([], [])
    with pytest.raises(CommandError) as ended:
        call_command("verify", checkpoint=[str(kept)])
    assert ended.value.returncode == 2
    assert "手元の封印（大きさ9）まで届いていません。終わりが切り取られています" in capsys.readouterr().out


def test_places_taken_from_the_end_are_found(seals: tuple[Checkpoint, Checkpoint]) -> None:
    Leaf.objects.filter(index=8).delete()
    assert "cut_off" in {fault.code for fault in check_seals().faults}


def test_a_record_that_was_never_sealed_holds(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    write_now("tests/voices", 1)
    call_command("verify")
    assert "封印0個、封印された記録0件も、市の署名と合います。" in capsys.readouterr().out


def test_the_command_seals_and_says_so(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    write_now("tests/voices", 1)
    call_command("seal")
    call_command("seal")
    said = capsys.readouterr().out
    assert said == "公開の記録：3件まで封印しました\n公開の記録：前の封印の後に新しい記録はありません\n"


def test_the_command_shows_the_key_and_hands_it_over(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    one_seal(1)
    call_command("key")
    assert capsys.readouterr().out.splitlines() == [first_key(), str(file_of(read_key(first_key())))]
    call_command("key", "rotate")
    said = capsys.readouterr().out
    assert "公開鍵を広報に載せ、新しいファイルの控えをとってください。" in said
    assert Key.objects.get(is_current=True).text in said


def test_the_command_replaces_only_a_lost_key(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    one_seal(1)
    with pytest.raises(CommandError, match="jichi key rotate"):
        call_command("key", "replace")
    file_of(read_key(first_key())).unlink()
    write_now("tests/voices", 9)
    with pytest.raises(CommandError, match="jichi key replace"):
        call_command("seal")
    call_command("key", "replace")
    assert Key.objects.get(is_current=True).text != first_key()
    assert check_seals().faults == []
