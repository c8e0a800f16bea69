"""The whole thread, from any of its records, as far as the reader may see, in few queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jichi.kernel.access.actor import NOBODY
from jichi.kernel.threads.kinds import LinkKind
from jichi.kernel.threads.thread import Thread, follow

from .records import AUDITOR, CLERK, SECRET, answered, give_number, reply, voice

pytestmark = pytest.mark.django_db


def titles(thread: Thread) -> list[str]:
    return [step.record.title for step in thread.steps]


def test_from_any_record_the_whole_thread_is_seen_in_the_order_of_days() -> None:
    second = reply("回答", on=date(2010, 6, 1))
    first, third = voice("声", on=date(2010, 5, 1)), reply("結果", on=date(2011, 4, 1))
    answered(first, second)
    answered(second, third, LinkKind.RESULTED_IN)
    for start in (first, second, third):
        assert titles(follow(start, actor=NOBODY)) == ["声", "回答", "結果"]


def test_each_tie_stands_once_at_the_later_record_in_its_words() -> None:
    first, second = voice("声", on=date(2010, 5, 1)), reply("回答", on=date(2010, 6, 1))
    answered(first, second)
    early, late = follow(first, actor=NOBODY).steps
    assert early.ties == []
    assert [(str(tie.words), tie.record.title) for tie in late.ties] == [("この回答を受けたもの", "声")]


def test_a_tie_to_an_earlier_record_is_said_the_other_way_round() -> None:
    ordinance = reply("条例", on=date(2005, 4, 1))
    programme = voice("事業", on=date(2011, 4, 1))
    answered(programme, ordinance, LinkKind.BASED_ON)
    ties = follow(programme, actor=NOBODY).steps[-1].ties
    assert [(str(tie.words), tie.record.title) for tie in ties] == [("根拠", "条例")]


def test_a_thread_does_not_go_on_through_what_many_records_rest_on() -> None:
    ordinance = reply("条例")
    mine, other = voice("わたしの事業"), voice("ほかの事業")
    answered(mine, ordinance, LinkKind.BASED_ON)
    answered(other, ordinance, LinkKind.BASED_ON)
    assert set(titles(follow(mine, actor=NOBODY))) == {"わたしの事業", "条例"}
    assert set(titles(follow(ordinance, actor=NOBODY))) == {"条例", "わたしの事業", "ほかの事業"}


def test_what_is_not_public_is_left_out_with_all_that_only_it_leads_to() -> None:
    start, hidden, behind = voice("声"), voice("秘密の声", public=False), reply("その先")
    end = reply("回答")
    answered(start, end)
    answered(hidden, end)
    answered(hidden, behind)
    assert set(titles(follow(start, actor=NOBODY))) == {"声", "回答"}
    assert set(titles(follow(start, actor=AUDITOR))) == {"声", "回答", "秘密の声", "その先"}


def test_a_kind_without_a_rule_for_readers_is_hidden_from_everybody() -> None:
    start = voice("声")
    answered(start, give_number(actor=CLERK, kind=SECRET, title="秘密", public=False))
    assert titles(follow(start, actor=AUDITOR)) == ["声"]


@pytest.mark.parametrize("voices", [3, 30])
def test_a_thread_of_many_voices_takes_no_more_queries_than_one_of_few(voices: int) -> None:
    end = reply()
    for number in range(voices):
        answered(voice(f"声{number}"), end)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        thread = follow(end, actor=NOBODY)
    assert len(thread.steps) == voices + 1
    # What the reply is tied to; what the voices are tied to; what was joined to them.
    assert len(queries) == 3


def test_a_thread_that_is_too_long_for_a_page_says_so() -> None:
    end = reply()
    for number in range(5):
        answered(voice(f"声{number}"), end)
    thread = follow(end, actor=NOBODY, most=3)
    assert len(thread.steps) == 3
    assert thread.is_cut


def test_a_record_that_nothing_came_of_is_alone() -> None:
    assert follow(voice(), actor=NOBODY).is_alone
