"""Yen are whole, read as budgets print them, and never lost when a sum is shared out."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.values import Unreadable, format_yen, format_yen_by_myriads, parse_yen, split_yen

AMOUNTS = st.integers(min_value=-(10**15), max_value=10**15)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1,234円", 1_234),
        ("1234", 1_234),
        ("１，２３４円", 1_234),
        ("￥1,234", 1_234),
        (" 1,234 円 ", 1_234),
        ("0円", 0),
        ("12千円", 12_000),
        ("1,234百万円", 1_234_000_000),
        ("1.5百万円", 1_500_000),
        ("12億3,456万円", 1_234_560_000),
        ("1億500円", 100_000_500),
        ("2千5百万円", 25_000_000),
        ("3億2千万円", 320_000_000),
        ("△500", -500),
        ("▲1,234千円", -1_234_000),
        ("-1円", -1),
    ],
)
def test_amounts_are_read_as_budgets_print_them(text, amount):
    assert parse_yen(text) == amount


@pytest.mark.parametrize("text", ["1.5円", "0.5", "0.0005千円", "1.2345千円"])
def test_a_fraction_of_a_yen_is_refused(text):
    with pytest.raises(Unreadable) as refused:
        parse_yen(text)
    assert refused.value.code == "yen.fraction"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "円",
        "約500円",
        "1,23円",
        "12,34,567円",
        "3万2億円",
        "3万0億円",
        "1億12,000万円",
        "1万10,000円",
        "5ドル",
        "1²円",
        "--1",
    ],
)
def test_what_is_not_an_amount_is_refused(text):
    with pytest.raises(Unreadable) as refused:
        parse_yen(text)
    assert refused.value.code == "yen.form"
    assert refused.value.text == text


def test_the_unit_of_the_table_counts_for_bare_numbers_only():
    assert parse_yen("1,234", unit=1000) == 1_234_000
    assert parse_yen("0.5", unit=1000) == 500
    assert parse_yen("1,234円", unit=1000) == 1_234
    assert parse_yen("2百万円", unit=1000) == 2_000_000


@pytest.mark.parametrize(
    ("amount", "plain", "by_myriads"),
    [
        (0, "0円", "0円"),
        (9_999, "9,999円", "9,999円"),
        (10_000, "10,000円", "1万円"),
        (1_234_560_000, "1,234,560,000円", "12億3,456万円"),
        (100_000_500, "100,000,500円", "1億500円"),
        (-1_500_000, "-1,500,000円", "-150万円"),
    ],
)
def test_amounts_are_written_for_people(amount, plain, by_myriads):
    assert format_yen(amount) == plain
    assert format_yen_by_myriads(amount) == by_myriads


@given(AMOUNTS)
def test_every_amount_is_read_back_as_written(amount):
    assert parse_yen(format_yen(amount)) == amount
    assert parse_yen(format_yen_by_myriads(amount)) == amount


def test_a_sum_is_shared_evenly_with_the_odd_yen_to_the_first():
    assert split_yen(100, weights=[1, 1, 1]) == (34, 33, 33)


def test_the_odd_yen_goes_to_the_largest_remainder():
    assert split_yen(10, weights=[1, 1, 4]) == (2, 2, 6)
    assert split_yen(100, weights=[Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)]) == (50, 33, 17)


@given(AMOUNTS, st.lists(st.integers(min_value=0, max_value=10**6), min_size=1, max_size=20).filter(any))
def test_shares_add_up_exactly_and_lie_within_a_yen_of_their_exact_part(total, weights):
    shares = split_yen(total, weights=weights)
    assert sum(shares) == total
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share - Fraction(total * weight, sum(weights))) < 1


@pytest.mark.parametrize("weights", [[], [0, 0], [2, -1]])
def test_a_sum_is_not_shared_by_no_or_negative_weights(weights):
    with pytest.raises(ValueError, match="weights"):
        split_yen(100, weights=weights)
