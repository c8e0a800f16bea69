"""One total order, one fold: what the register says of any day."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jichi.domains.residents.rules.facts import Facts
from jichi.domains.residents.rules.history import Order, Step, history, on_day

FIRST = date(2012, 7, 1)
NOON = datetime(2012, 7, 1, 3, tzinfo=UTC)


def step(day: int, serial: int, *, minutes: int = 0, **items: object) -> Step:
    return Step(
        order=Order(FIRST + timedelta(days=day), NOON + timedelta(minutes=minutes), serial), items=items
    )


def test_an_item_stays_until_a_movement_writes_it_again() -> None:
    first, second = history([step(0, 1, name="見本　花子", lot="1番"), step(5, 2, lot="2番")])
    assert (first.facts.lot, first.until) == ("1番", date(2012, 7, 6))
    assert (second.facts.lot, second.facts.name, second.until) == ("2番", "見本　花子", None)


def test_a_movement_that_comes_late_takes_its_place() -> None:
    stretches = history(
        [step(0, 1, lot="1番"), step(9, 2, lot="3番"), step(4, 3, lot="2番", building="見本荘")]
    )
    assert [each.facts.lot for each in stretches] == ["1番", "2番", "3番"]
    assert stretches[-1].facts.building == "見本荘"


def test_of_two_movements_of_one_day_the_later_received_holds() -> None:
    stretches = history([step(0, 2, minutes=1, lot="2番"), step(0, 1, minutes=9, lot="1番")])
    held = on_day(stretches, FIRST)
    assert held is not None
    assert held.facts.lot == "1番"


def test_before_the_first_movement_nothing_was_so() -> None:
    assert on_day(history([step(3, 1, lot="1番")]), FIRST) is None


STEPS = st.lists(
    st.tuples(
        st.integers(0, 9), st.integers(0, 3), st.sampled_from(["lot", "building"]), st.text(max_size=3)
    ),
    max_size=12,
)


@given(STEPS, st.randoms(use_true_random=False))
def test_the_order_of_entering_never_matters(told: list[tuple[int, int, str, str]], chance: object) -> None:
    steps = [
        step(day, serial, minutes=minutes, **{item: text})
        for serial, (day, minutes, item, text) in enumerate(told)
    ]
    shuffled = list(steps)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert history(shuffled) == history(steps)


@given(STEPS, st.integers(0, 12))
def test_every_day_has_the_last_word_on_each_item(told: list[tuple[int, int, str, str]], day: int) -> None:
    steps = [
        step(at, serial, minutes=minutes, **{item: text})
        for serial, (at, minutes, item, text) in enumerate(told)
    ]
    expected = Facts()
    for each in sorted(steps, key=lambda each: each.order):
        if each.order.happened_on <= FIRST + timedelta(days=day):
            expected = expected.changed_by(each.items)
    held = on_day(history(steps), FIRST + timedelta(days=day))
    assert (held.facts if held else Facts()) == expected
