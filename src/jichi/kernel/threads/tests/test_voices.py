"""Voices: taken in unread, joined with nothing lost, split off again; and what each has reached."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from tests.town import Town

from jichi.kernel.access.actor import NOBODY, Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import LeftNoTrace, NotThere
from jichi.kernel.threads.kinds import LinkKind
from jichi.kernel.threads.models import Author, Channel, Link, Parting, Record, Voice
from jichi.kernel.threads.queries import record_for
from jichi.kernel.threads.registry import UndeclaredLink
from jichi.kernel.threads.thread import follow
from jichi.kernel.threads.voices import (
    Arrival,
    By,
    NotAVoice,
    authors_behind,
    join,
    joined_link,
    split,
    take_in,
)

from .records import CLERK, HUB, REPLY, VOICE, May, Tied, answered, give_number, reply, tie

pytestmark = pytest.mark.django_db
DAY = date(2012, 5, 7)


@action(needs=May.TEST_THREADS)
def hear(*, actor: Actor, by: By, on: date = DAY, public: bool = True) -> Record:
    voice = take_in(
        kind=VOICE, title="道が暗い", arrival=Arrival(channel=Channel.PHONE, received_on=on), by=by
    )
    record(Tied(what="heard"), stream="tests/threads")
    Record.objects.filter(pk=voice.record_id).update(public=public)
    return Record.objects.get(pk=voice.record_id)


@action(needs=May.TEST_THREADS)
def join_them(*, actor: Actor, voice: Record, into: Record) -> Link:
    return join(
        voice=voice, into=into, event=record(Tied(what="joined"), stream="tests/threads"), note="同じ道"
    )


@action(needs=May.TEST_THREADS)
def split_them(*, actor: Actor, voice: Record) -> Parting:
    event, joined = record(Tied(what="split"), stream="tests/threads"), joined_link(voice)
    assert joined is not None
    return split(joined=joined, event=event, because="別の道だった")


def said(name: str = "", *, on: date = DAY, public: bool = True) -> Record:
    return hear(actor=CLERK, by=By(name=name), on=on, public=public)


def voice_of(record: Record) -> Voice:
    return Voice.objects.get(record=record)


def test_a_voice_is_read_by_nobody_before_it_is_made_public() -> None:
    heard = said(public=False)
    with pytest.raises(NotThere):
        record_for(NOBODY, heard.reference)
    assert voice_of(heard).year == 2012


def test_who_said_nothing_about_themselves_leaves_no_row() -> None:
    said()
    assert not Author.objects.exists()


def test_only_a_kind_declared_as_a_voice_is_taken_in() -> None:
    @action(needs=May.TEST_THREADS)
    def hear_a_reply(*, actor: Actor) -> None:
        take_in(kind=REPLY, title="?", arrival=Arrival(channel=Channel.WEB, received_on=DAY), by=By())

    with pytest.raises(NotAVoice):
        hear_a_reply(actor=CLERK)


def test_a_voice_is_taken_in_by_an_action_only() -> None:
    with pytest.raises(LeftNoTrace):
        take_in(kind=VOICE, title="?", arrival=Arrival(channel=Channel.WEB, received_on=DAY), by=By())


def test_a_joined_voice_leads_on_to_the_other_and_keeps_its_author_and_its_links() -> None:
    first, second = said("試験 花子"), said("試験 太郎", on=date(2012, 5, 8))
    concerned = give_number(actor=CLERK, kind=HUB, title="街灯")
    tie(actor=CLERK, kind=LinkKind.BASED_ON, start=second, end=concerned)
    join_them(actor=CLERK, voice=second, into=first)
    assert {author.name for author in authors_behind([first])} == {"試験 花子", "試験 太郎"}
    seen = {step.record.pk for step in follow(second, actor=NOBODY).steps}
    assert seen == {first.pk, second.pk, concerned.pk}


def test_a_split_voice_has_its_own_thread_again_and_that_it_was_joined_stays() -> None:
    first, second = said(), said(on=date(2012, 5, 8))
    answered(first, reply(on=date(2012, 6, 1)))
    join_them(actor=CLERK, voice=second, into=first)
    split_them(actor=CLERK, voice=second)
    assert [step.record for step in follow(second, actor=NOBODY).steps] == [second]
    assert voice_of(second).replied_on is None
    assert voice_of(first).replied_on == date(2012, 6, 1)
    assert Link.objects.filter(kind=LinkKind.JOINED).count() == 1
    assert Parting.objects.get().because == "別の道だった"


def test_what_was_split_off_can_be_joined_again_and_both_times_stand() -> None:
    first, second = said(), said(on=date(2012, 5, 8))
    join_them(actor=CLERK, voice=second, into=first)
    split_them(actor=CLERK, voice=second)
    again = join_them(actor=CLERK, voice=second, into=first)
    assert again.turn == 2
    assert joined_link(second) == again


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_refuses_to_change_a_parting(change: str) -> None:
    first, second = said(), said()
    join_them(actor=CLERK, voice=second, into=first)
    split_them(actor=CLERK, voice=second)
    rows = Parting.objects.all()
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        rows.update(because="別の話") if change == "update" else rows._raw_delete("default")


def test_links_are_still_guarded_after_their_table_was_made_anew() -> None:
    answered(said(), reply())
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        Link.objects.update(turn=9)


def test_every_voice_behind_a_reply_has_reached_it_and_what_comes_after() -> None:
    first, second, alone = said(), said(on=date(2012, 5, 8)), said()
    join_them(actor=CLERK, voice=second, into=first)
    given, result = reply(on=date(2012, 6, 1)), reply("明るくなった", on=date(2013, 2, 1))
    answered(first, given)
    tie(actor=CLERK, kind=LinkKind.RESULTED_IN, start=given, end=result)
    for record_ in (first, second):
        voice = voice_of(record_)
        assert (voice.replied_on, voice.resulted_on) == (date(2012, 6, 1), date(2013, 2, 1))
        assert voice.decided_on is None
    assert voice_of(alone).replied_on is None


def test_a_voice_joined_after_the_reply_has_reached_it_too() -> None:
    first, late = said(), said(on=date(2012, 7, 1))
    answered(first, reply(on=date(2012, 6, 1)))
    join_them(actor=CLERK, voice=late, into=first)
    assert voice_of(late).replied_on == date(2012, 6, 1)


def test_a_programmes_later_results_are_not_those_of_a_voice_that_it_carries_out() -> None:
    programme, heard = give_number(actor=CLERK, kind=HUB, title="街灯"), said()
    tie(actor=CLERK, kind=LinkKind.CARRIED_OUT_BY, start=heard, end=programme)
    tie(actor=CLERK, kind=LinkKind.RESULTED_IN, start=programme, end=reply("年度の評価"))
    assert voice_of(heard).changed_on is not None
    assert voice_of(heard).resulted_on is None


def test_a_thread_shows_a_programme_and_does_not_go_on_through_it() -> None:
    programme = give_number(actor=CLERK, kind=HUB, title="街灯")
    mine, other = said(), said()
    for each in (mine, other):
        tie(actor=CLERK, kind=LinkKind.CARRIED_OUT_BY, start=each, end=programme)
    assert {step.record.pk for step in follow(mine, actor=NOBODY).steps} == {mine.pk, programme.pk}


def test_a_link_is_made_only_between_the_kinds_that_were_declared() -> None:
    with pytest.raises(UndeclaredLink):
        tie(actor=CLERK, kind=LinkKind.JOINED, start=said(), end=reply())


def test_of_many_joined_voices_three_are_shown_and_the_others_counted(town: Town) -> None:
    first = said()
    for number in range(8):
        join_them(actor=CLERK, voice=said(on=date(2012, 5, 8 + number)), into=first)
    join_them(actor=CLERK, voice=said(public=False), into=first)
    step = follow(first, actor=NOBODY).steps[0]
    assert (step.joined, step.unshown) == (8, 5)
    page = town.browser().get(f"/r/{first.reference}/thread/").content.decode()
    assert "ほか5件の声" in page
    assert f"/r/{first.reference}/joined/" in page
    listed = town.browser().get(f"/r/{first.reference}/joined/").content.decode()
    assert "この声とまとめられた声は8件あります。" in listed


@pytest.mark.parametrize("voices", [5, 40])
def test_the_page_of_a_thread_takes_as_many_queries_for_many_voices_as_for_few(
    town: Town, voices: int, django_assert_max_num_queries: object
) -> None:
    first, given = said(), reply(on=date(2012, 6, 1))
    for _number in range(voices):
        join_them(actor=CLERK, voice=said(on=date(2012, 5, 9)), into=first)
    answered(first, given)
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        page = town.browser().get(f"/r/{given.reference}/thread/").content.decode()
    assert f"ほか{voices - 3}件の声" in page
    assert "<svg" in page
