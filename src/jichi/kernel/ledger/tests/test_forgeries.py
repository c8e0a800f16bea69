"""Whoever changes an export is found out, and the sentence names what and where."""

import secrets
from datetime import UTC, datetime, timedelta

import pytest

from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.actions.rotate_key import rotate_key
from jichi.kernel.ledger.actions.seal_record import SEALER
from jichi.kernel.ledger.canonical import digest
from jichi.kernel.ledger.models import Checkpoint
from jichi.kernel.ledger.note import Signer

from .chain import write
from .sealing import (
    Lines,
    check,
    checkpoints_in,
    city_signer,
    events_in,
    exported,
    first_key,
    one_seal,
    relink,
    seal,
    sentences,
    signed_again,
    two_seals,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def seals() -> tuple[Checkpoint, Checkpoint]:
    return two_seals()


@pytest.fixture
def lines(seals: tuple[Checkpoint, Checkpoint]) -> Lines:
    return exported()


def codes(found) -> set[str]:
    return {fault.code for fault in found.faults}


def thief(lines: Lines) -> Signer:
    return Signer(lines[0]["origin"], secrets.token_bytes(32))


def test_an_export_that_nobody_changed_holds(lines: Lines) -> None:
    found = check(lines)
    assert (found.faults, found.events, found.checkpoints) == ([], 9, 2)


def test_a_changed_event_is_named(lines: Lines) -> None:
    events_in(lines)[2]["event"]["public"]["number"] = 99
    found = check(lines)
    assert "tests/voices の2番目（木の2番）：記録の内容が後から変えられています。" in sentences(found)
    assert "tests/voices, event 2 (leaf 2): its content was changed." in sentences(found, "en")


def test_a_changed_event_with_everything_made_to_fit_is_narrowed_to_its_seal(lines: Lines) -> None:
    events_in(lines)[6]["event"]["public"]["number"] = 99
    found = sentences(check(relink(lines)))
    assert len(found) == 1
    assert found[0].startswith("木の5番から8番まで：この中の記録が、封印の後で変えられたか")


def test_a_removed_event_is_named(lines: Lines) -> None:
    lines.remove(events_in(lines)[1])
    assert "木の1番から1番まで：記録が抜き取られています。" in sentences(check(lines))


def test_a_removed_event_whose_gap_was_closed_is_found(lines: Lines) -> None:
    lines.remove(events_in(lines)[1])
    assert "root" in codes(check(relink(lines)))


def test_an_inserted_event_is_named(lines: Lines) -> None:
    new = {**events_in(lines)[1], "event": {**events_in(lines)[1]["event"], "public": {"number": 7}}}
    new["digest"] = digest(new["event"])
    lines.insert(3, new)
    assert (
        "4行目：tests/others の1番目は、あとから差し込まれた記録です（木の1番はほかの記録です）。"
        in sentences(check(lines))
    )


def test_an_inserted_event_that_fits_is_found(lines: Lines) -> None:
    new = {**events_in(lines)[1], "event": {**events_in(lines)[1]["event"], "public": {"number": 7}}}
    lines.insert(3, new)
    assert "root" in codes(check(relink(lines)))


def test_reordered_events_are_named(lines: Lines) -> None:
    lines[1], lines[2] = lines[2], lines[1]
    assert "tests/voices の1番目（木の0番）：記録の順番が入れ替えられています。" in sentences(check(lines))


def test_reordered_events_that_fit_are_found(lines: Lines) -> None:
    lines[1], lines[2] = lines[2], lines[1]
    assert "root" in codes(check(relink(lines)))


def test_an_event_back_dated_before_it_was_sealed_is_named(seals: tuple[Checkpoint, Checkpoint]) -> None:
    write("tests/late", 1, at=datetime(2012, 7, 9, tzinfo=UTC))
    seal()
    found = sentences(check(exported()))
    assert len(found) == 1
    assert found[0].startswith(
        "tests/late の1番目（木の9番）：日時がさかのぼっています。2012-07-09T00:00:00+00:00 の"
    )


def test_an_event_may_be_an_hour_late_because_its_transaction_was_long(
    seals: tuple[Checkpoint, Checkpoint],
) -> None:
    write("tests/late", 1, at=seals[1].at - timedelta(minutes=59))
    seal()
    assert check(exported()).faults == []


def test_an_event_back_dated_after_it_was_sealed_is_found(lines: Lines) -> None:
    events_in(lines)[5]["event"]["at"] = "2012-07-09T00:00:00+00:00"
    assert codes(check(relink(lines))) == {"back_dated", "root"}


def test_an_event_that_goes_back_in_its_own_stream_is_named(db: None) -> None:
    write("tests/late", 1, at=now())
    write("tests/late", 2, at=now() - timedelta(hours=2))
    seal()
    assert codes(check(exported())) == {"back_dated"}


def test_an_event_dated_ahead_is_named(db: None) -> None:
    write("tests/early", 1, at=now() + timedelta(days=1))
    seal()
    found = sentences(check(exported()))
    assert len(found) == 1
    assert found[0].startswith("tests/early の1番目（木の0番）：日時が先の日付です。")


def test_a_swapped_commitment_is_named(lines: Lines) -> None:
    one, other = events_in(lines)[0]["event"], events_in(lines)[2]["event"]
    one["commitments"], other["commitments"] = other["commitments"], one["commitments"]
    said = sentences(check(lines))
    assert "tests/voices の1番目（木の0番）：記録の内容が後から変えられています。" in said
    assert "tests/voices の2番目（木の2番）：記録の内容が後から変えられています。" in said


def test_a_swapped_commitment_that_fits_is_found(lines: Lines) -> None:
    one, other = events_in(lines)[0]["event"], events_in(lines)[2]["event"]
    one["commitments"], other["commitments"] = other["commitments"], one["commitments"]
    assert "root" in codes(check(relink(lines)))


def test_a_forked_tree_is_named_by_whoever_kept_a_checkpoint(
    lines: Lines, seals: tuple[Checkpoint, Checkpoint]
) -> None:
    events_in(lines)[2]["event"]["public"]["number"] = 99
    forged = signed_again(relink(lines), city_signer())
    assert check(forged).faults == []
    found = sentences(check(forged, kept=(seals[0].note,)))
    assert found[0].startswith("大きさ5の木が二つあります。どちらにも市の署名があり、根が違います")


def test_two_signed_roots_of_one_size_in_one_export_are_a_forked_tree(lines: Lines) -> None:
    other = signed_again(relink([*map(dict, changed(exported()))]), city_signer())
    lines.insert(lines.index(checkpoints_in(lines)[0]) + 1, checkpoints_in(other)[0])
    assert "forked" in codes(check(lines))


def changed(lines: Lines) -> Lines:
    events_in(lines)[2]["event"]["public"]["number"] = 99
    return lines


def test_a_checkpoint_signed_again_with_another_key_is_named(lines: Lines) -> None:
    found = sentences(check(signed_again(relink(changed(lines)), thief(lines))))
    assert (
        "大きさ5の封印：渡された鍵（または、そこから引き継がれた鍵）の署名ではありません。別の鍵で署名し直されています。"
        in found
    )


def test_a_checkpoint_signed_with_a_retired_key_is_named(seals: tuple[Checkpoint, Checkpoint]) -> None:
    old = city_signer()
    rotate_key(actor=SEALER)
    one_seal(3)
    lines = exported()
    last = checkpoints_in(lines)[-1]
    last["note"] = old.sign(last["note"].partition("\n\n")[0] + "\n")
    assert "大きさ15の封印：大きさ11で役目を終えた古い鍵で署名されています。" in sentences(check(lines))


def test_a_cut_off_tail_is_named(lines: Lines) -> None:
    found = sentences(check(lines[:-3]))
    assert "終わりが切り取られています。大きさ9まであるはずの木が、5で終わっています。" in found
    assert "木の5番から後に、封印のない記録があります。終わりが切り取られています。" in found


def test_a_tail_cut_off_at_a_seal_is_named_by_whoever_kept_a_later_one(
    lines: Lines, seals: tuple[Checkpoint, Checkpoint]
) -> None:
    shorter = lines[: lines.index(checkpoints_in(lines)[0]) + 1]
    shorter[0]["size"] = shorter[0]["events"] = 5
    assert check(shorter).faults == []
    found = sentences(check(shorter, kept=(seals[1].note,)))
    assert found == [
        "手元の封印（大きさ9）まで届いていません。終わりが切り取られています（5で終わっています）。"
    ]


def test_a_kept_checkpoint_that_is_on_the_way_is_held_against_the_tree(
    lines: Lines, seals: tuple[Checkpoint, Checkpoint]
) -> None:
    assert check(lines, kept=tuple(each.note for each in seals)).faults == []


def test_a_kept_checkpoint_of_somebody_else_says_nothing(lines: Lines) -> None:
    strange = thief(lines).sign(checkpoints_in(lines)[0]["note"].partition("\n\n")[0] + "\n")
    with pytest.raises(ValueError, match="not signed"):
        check(lines, kept=(strange,))


def test_a_seal_of_another_city_is_named(lines: Lines) -> None:
    lines[0]["origin"] = "elsewhere.example/record"
    assert "大きさ5の封印：別の記録（localhost:8000/record）のものです。" in sentences(check(lines))


def test_a_wrong_key_proves_nothing(lines: Lines) -> None:
    assert codes(check(lines, keys=[str(thief(lines).key)])) == {"signature"}


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"no json\n",
        b"[]\n",
        b"{}\n",
        b'{"kind":"nothing"}\n',
        b'{"events": 0,"format":"jichi-record-1","kind":"record","of":"","origin":"x","scope":"all","size":0}\n',
        b'{"events":0.0,"format":"jichi-record-1","kind":"record","of":"","origin":"x","scope":"all","size":0}\n',
        b'{"events":0,"format":"jichi-record-2","kind":"record","of":"","origin":"x","scope":"all","size":0}\n',
        b"[" * 100_000,
        b'{"events":0,"format":"jichi-record-1","kind":"record","of":"","origin":"x","scope":"all","size":0}',
    ],
)
def test_what_is_not_of_the_format_is_said_to_be_so(broken: bytes) -> None:
    from jichi.kernel.ledger.verifier import checked

    lines = [broken] if broken else []
    found = checked(lines, keys=[str(Signer("x", bytes(32)).key)])
    assert [fault.code for fault in found.faults] == ["format"]
    assert sentences(found)[0].startswith("1行目") or not broken


def test_a_line_of_another_kind_has_no_place_in_an_export(lines: Lines) -> None:
    lines.append({**lines[1], "kind": "proved", "proof": []})
    assert codes(check(lines)) == {"format"}
    assert first_key()
