"""Which verb leads where, and what a person reads when it does not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.steps import Move, Step, StepTable, WrongStep
from jichi.kernel.steps.table import Reached

from .tables import PETITION, sound_tables


@pytest.mark.parametrize(
    ("step", "verb", "to"),
    [
        ("applied", "open", "signing"),
        ("applied", "withdraw", "withdrawn"),
        ("signing", "withdraw", "withdrawn"),
        ("examined", "give_back", "signing"),
    ],
)
def test_a_verb_leads_to_its_step(step: str, verb: str, to: str) -> None:
    assert PETITION.after(step, verb) == to


def test_a_verb_that_the_step_does_not_allow_is_refused_with_what_is_possible() -> None:
    with pytest.raises(WrongStep) as refused:
        PETITION.after("signing", "certify")
    assert refused.value.code == "wrong_step"
    assert (refused.value.step.code, refused.value.verb) == ("signing", "certify")
    assert [move.verb for move in refused.value.allowed] == ["hand_in", "withdraw"]
    assert str(refused.value) == (
        "いまは「署名収集中」の段階のため、次の操作はできません：署名を確定する。"
        "いまできる操作：署名簿を提出する、「取下げ」へ進む。"
    )


def test_nothing_is_possible_after_the_end() -> None:
    with pytest.raises(WrongStep) as refused:
        PETITION.after("withdrawn", "open")
    assert refused.value.allowed == ()
    assert (
        str(refused.value)
        == "手続きは「取下げ」で終わっているため、次の操作はできません：署名の収集を認める。"
    )


def test_the_refusal_can_be_said_in_english() -> None:
    with pytest.raises(WrongStep) as refused:
        PETITION.after("signing", "certify")
    english = {refused.value.sentence: "At “%(step)s” one can not: %(verb)s. Possible: %(allowed)s."}
    assert refused.value.said(translate=lambda text: english.get(text, text), language="en") == (
        "At “Being signed” one can not: Certify. Possible: Hand in the books, move to “Withdrawn”."
    )


def test_a_verb_or_step_of_no_table_is_a_mistake_in_the_code() -> None:
    with pytest.raises(LookupError, match="has no verb 'certfy'"):
        PETITION.after("signing", "certfy")
    with pytest.raises(LookupError, match="has no step 'signed'"):
        PETITION.after("signed", "certify")
    with pytest.raises(LookupError, match="has no step 'signed'"):
        PETITION.progress("signed")


def test_a_table_gives_the_choices_of_a_field() -> None:
    assert PETITION.choices[:2] == [("applied", "申請"), ("signing", "署名収集中")]
    assert PETITION.first == "applied"


A, B, END = Step("a", "あ", "A"), Step("b", "い", "B"), Step("end", "終", "End", final=True)
FORTH, CLOSE = Move("forth", "a", "b"), Move("close", "b", "end")


@pytest.mark.parametrize(
    ("steps", "moves", "fault"),
    [
        ((), (), "t: there is no step"),
        ((A, B, A, END), (FORTH, CLOSE), "t: the step a stands twice"),
        ((A, END), (Move("close", "a", "end"), Move("x", "a", "c")), "t: a move names c, which is no step"),
        ((A, B, END), (FORTH, CLOSE, Move("forth", "a", "end")), "t: two moves 'forth' from 'a'"),
        ((A, B, END), (FORTH, CLOSE, Move("again", "end", "a")), "t: a move leaves the final step end"),
        ((A, B), (FORTH,), "t: no move leaves b, which is not final"),
        ((A, B, END), (Move("close", "a", "end"), CLOSE), "t: no way leads to b"),
    ],
)
def test_an_unsound_table_is_refused_by_name(
    steps: tuple[Step, ...], moves: tuple[Move, ...], fault: str
) -> None:
    with pytest.raises(ValueError) as refused:
        StepTable("t", steps=steps, moves=moves)
    assert str(refused.value) == fault


def test_one_verb_may_leave_several_steps_and_one_step_by_several_verbs() -> None:
    StepTable("t", steps=(A, B, END), moves=(FORTH, Move("close", "a", "end"), CLOSE))


@pytest.mark.parametrize(
    ("step", "line"),
    [
        ("applied", "applied:now signing:next examined:next certified:next"),
        ("examined", "applied:done signing:done examined:now certified:next"),
        ("certified", "applied:done signing:done examined:done certified:now"),
        ("refused", "applied:done refused:stopped"),
        ("withdrawn", "applied:done withdrawn:stopped"),
    ],
)
def test_the_step_line_shows_done_now_and_next(step: str, line: str) -> None:
    assert " ".join(f"{stage.code}:{stage.state}" for stage in PETITION.progress(step)) == line


def test_a_detour_shows_the_way_there_and_on() -> None:
    table = StepTable(
        "t",
        steps=(A, B, Step("c", "う", "C"), END),
        moves=(FORTH, CLOSE, Move("aside", "a", "c"), Move("back", "c", "b")),
    )
    assert [(stage.code, stage.state) for stage in table.progress("c")] == [
        ("a", Reached.DONE),
        ("c", Reached.NOW),
        ("b", Reached.NEXT),
        ("end", Reached.NEXT),
    ]


@given(table=sound_tables(), data=st.data())
def test_every_step_line_walks_along_moves_and_is_somewhere_once(
    table: StepTable, data: st.DataObject
) -> None:
    step = data.draw(st.sampled_from(table.steps)).code
    line = table.progress(step)
    assert [stage.code for stage in line if stage.state in (Reached.NOW, Reached.STOPPED)] == [step]
    ways = {(move.from_, move.to) for move in table.moves}
    codes = [stage.code for stage in line]
    assert codes[0] == table.first
    assert all(pair in ways for pair in pairwise(codes))


@given(table=sound_tables(), data=st.data())
def test_a_verb_is_possible_exactly_where_a_move_says_so(table: StepTable, data: st.DataObject) -> None:
    step = data.draw(st.sampled_from(table.steps)).code
    for move in table.moves:
        if move in table.next_moves(step):
            assert table.after(step, move.verb) == move.to
        else:
            with pytest.raises(WrongStep):
                table.after(step, move.verb)
