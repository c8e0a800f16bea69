"""The law of the demo city, as its files give it."""

from datetime import date
from fractions import Fraction

import pytest

from jichi.kernel.law.book import Confidence, Dated, LegalValue, NotInForce, NotKnown
from jichi.kernel.law.shelf import law
from jichi.kernel.law.units import MonthDay

BEFORE, AFTER = date(2012, 7, 8), date(2012, 7, 9)
SHARE = LegalValue("referendums.signature_share", Fraction)
REGISTER = LegalValue("referendums.foreign_register", str)
CLASSES = LegalValue("referendums.foreign_classes", tuple)
SIGNATURE_PERIOD = LegalValue("referendums.signature_period", int, unit="months")
SEATS = LegalValue("councils.seats_max", int, unit="count")
YEAR_END = LegalValue("calendar.year_end_first", MonthDay)
DEADLINES_ROLL = LegalValue("calendar.deadlines_roll", bool)


def test_on_9_july_2012_foreign_residents_move_to_the_resident_register() -> None:
    assert law.at(BEFORE, REGISTER).value == "alien_register"
    assert law.at(AFTER, REGISTER).value == "resident_register"
    assert law.at(BEFORE, REGISTER).until == BEFORE


def test_the_change_of_2012_is_inferred_and_leaves_the_classes_as_they_were() -> None:
    assert law.at(AFTER, CLASSES).value == law.at(BEFORE, CLASSES).value
    assert law.at(AFTER, REGISTER).confidence is Confidence.INFERRED


def test_before_the_ordinance_nobody_could_sign_for_a_vote() -> None:
    assert law.at(date(2009, 4, 1), SHARE).value == Fraction(1, 10)
    with pytest.raises(NotInForce):
        law.at(date(2009, 3, 31), SHARE)


def test_the_period_for_signing_is_not_known() -> None:
    with pytest.raises(NotKnown):
        law.at(AFTER, SIGNATURE_PERIOD)


def test_ward_councils_end_with_their_ordinance() -> None:
    assert law.at(date(2019, 6, 27), SEATS).value == 20
    with pytest.raises(NotInForce):
        law.at(date(2019, 6, 28), SEATS)


def test_the_ordinance_fills_in_what_the_act_leaves_to_it() -> None:
    assert law.at(AFTER, YEAR_END).value == MonthDay(12, 29)
    assert law.entry("calendar.deadlines_roll").file.parent.name == "defaults"
    assert law.at(AFTER, DEADLINES_ROLL).confidence is Confidence.UNCONFIRMED


def test_no_fee_of_the_city_passes_as_read() -> None:
    fees = [line for line in law.everything(AFTER) if line.entry.key.startswith("counters.fee_")]
    assert len(fees) == 14
    assert {line.standing.value for line in fees} == {"unconfirmed"}


@pytest.mark.parametrize("words", ["素案の報道", "検討委員会", "推定", "開始日は未確認", "条文との照合"])
def test_a_value_that_rests_on_a_draft_or_a_guess_does_not_pass_as_read(words: str) -> None:
    noted = [row for row in every_row() if words in row.note]

    assert {row.confidence for row in noted} <= {Confidence.INFERRED, Confidence.UNCONFIRMED}


def test_a_value_whose_source_was_not_read_does_not_pass_as_read() -> None:
    unread = [row for row in every_row() if "は未確認）" in row.source or "記憶による" in row.note]

    assert unread
    assert Confidence.READ not in {row.confidence for row in unread}


def every_row() -> list[Dated[object]]:
    entries = {line.entry.key: line.entry for line in law.everything(AFTER)}
    return [row for entry in entries.values() for row in entry.rows if isinstance(row, Dated)]
