"""What a seal may say, who may register one, and when it is over: tables of the rules."""

from datetime import date

import pytest

from jichi.domains.residents.rules.facts import Facts
from jichi.domains.residents.rules.seal_cards import WrongCardNumber, see_card_number
from jichi.domains.residents.rules.seal_lapse import lapses
from jichi.domains.residents.rules.seal_names import NameNotOnRecord, says_a_name, see_name
from jichi.domains.residents.rules.seal_rules import (
    BirthUnknown,
    GuardianshipToCome,
    GuardianshipTooOld,
    ProofsMissing,
    Rule,
    TooYoung,
    see_age,
    see_guardian,
    see_proofs,
)
from jichi.domains.residents.rules.seal_words import Ending
from jichi.domains.residents.rules.words import Standing

HANAKO = Facts(name="見本　花子", former_name="実例")
LEE = Facts(name="李　明", nationality="CHN", common_name="見本　明")
JOHN = Facts(
    name="KAWAGUCHI　JOHN HARRY",
    kana="かわぐち　じょん　はりー",
    nationality="USA",
    common_name="川口　ジョン",
)
FIFTEEN = Rule(value=15, source="印鑑条例")
DAY = date(2013, 6, 3)


@pytest.mark.parametrize(
    "engraved",
    [
        "見本花子",
        "見本　花子",
        "見本",
        "花子",
        "見花",
        "見本花",
        "見花子",
        "見本之印",
        "花子印",
        "見本花子の印",
    ],
)
def test_a_seal_says_the_name_a_part_of_it_or_both_parts_joined(engraved: str) -> None:
    assert says_a_name(engraved, HANAKO, former=False)


@pytest.mark.parametrize(
    "engraved", ["見本商店", "本子", "花見", "子", "見", "みほん", "見本太郎", "弁護士見本", "印", "", "　"]
)
def test_other_words_are_no_name(engraved: str) -> None:
    assert not says_a_name(engraved, HANAKO, former=False)


@pytest.mark.parametrize(
    ("engraved", "before", "since"), [("実例", False, True), ("実例花子", False, True), ("見本", True, True)]
)
def test_a_former_surname_counts_from_the_day_of_the_law(engraved: str, before: bool, since: bool) -> None:
    assert says_a_name(engraved, HANAKO, former=False) is before
    assert says_a_name(engraved, HANAKO, former=True) is since


@pytest.mark.parametrize(
    "engraved",
    [
        "KAWAGUCHI JOHN HARRY",
        "Kawaguchi",
        "JOHN",
        "JOHN KAWAGUCHI",
        "K.J.HARRY",
        "ＪＯＨＮ",
        "カワグチ",
        "ジョン　ハリー",
        "川口",
        "川口ジョン",
    ],
)
def test_a_foreign_resident_uses_any_name_on_the_record(engraved: str) -> None:
    assert says_a_name(engraved, JOHN, former=False)


@pytest.mark.parametrize("engraved", ["K.J.H", "ジョーン", "河口", "SMITH", "JOHNNY"])
def test_a_name_that_is_not_on_the_record_is_not_taken(engraved: str) -> None:
    assert not says_a_name(engraved, JOHN, former=False)


def test_a_name_in_kanji_is_not_taken_in_katakana() -> None:
    assert says_a_name("見本", LEE, former=False)
    assert says_a_name("李明", LEE, former=False)
    assert not says_a_name("リ", Facts(name="李　明", kana="り　めい", nationality="CHN"), former=False)


def test_a_variant_of_a_letter_is_the_same_letter() -> None:
    assert says_a_name("渡邉", Facts(name="渡邉\U000e0112　花子"), former=False)
    assert not says_a_name("渡辺", Facts(name="渡邉\U000e0112　花子"), former=False)


def test_the_refusal_of_a_name_says_which_names_would_do_and_by_what_rule() -> None:
    with pytest.raises(NameNotOnRecord, match=r"見本　花子.*事務処理要領.*別の印鑑"):
        see_name("見本商店", HANAKO, former=False)


@pytest.mark.parametrize(
    ("born", "old_enough"), [(date(1998, 6, 3), True), (date(1998, 6, 4), True), (date(1998, 6, 5), False)]
)
def test_fifteen_is_reached_on_the_day_before_the_birthday(born: date, old_enough: bool) -> None:
    facts = Facts(name="見本", birth=born)
    if old_enough:
        see_age(facts, FIFTEEN, on=DAY)
        return
    with pytest.raises(TooYoung, match="2013年6月4日から") as refused:
        see_age(facts, FIFTEEN, on=DAY)
    assert "印鑑条例" in str(refused.value)


def test_without_a_day_of_birth_nobody_knows() -> None:
    with pytest.raises(BirthUnknown):
        see_age(Facts(name="見本", birth_as_told="昭和10年月日不詳"), FIFTEEN, on=DAY)


@pytest.mark.parametrize(
    ("certified", "fault"),
    [
        (date(2013, 3, 2), GuardianshipTooOld),
        (date(2013, 3, 3), None),
        (DAY, None),
        (date(2013, 6, 4), GuardianshipToCome),
    ],
)
def test_a_guardians_certificate_is_three_months_old_at_most(
    certified: date, fault: type[Exception] | None
) -> None:
    months = Rule(value=3, source="市の案内")
    if fault is None:
        see_guardian(guardian="見本", certified_on=certified, months=months, on=DAY)
        return
    with pytest.raises(fault):
        see_guardian(guardian="見本", certified_on=certified, months=months, on=DAY)


@pytest.mark.parametrize(
    ("shown", "enough"),
    [
        (["licence"], True),
        (["insurance", "pension"], True),
        (["insurance"], False),
        ([], False),
        (["unknown", "pension"], False),
    ],
)
def test_one_paper_with_a_photograph_or_two_of_others(shown: list[str], enough: bool) -> None:
    one, two = Rule(value=1, source="住民基本台帳法"), Rule(value=2, source="住民基本台帳法")
    if enough:
        see_proofs(shown, photo=one, other=two)
        return
    with pytest.raises(ProofsMissing, match="1点か"):
        see_proofs(shown, photo=one, other=two)


@pytest.mark.parametrize(
    ("facts", "kind", "because"),
    [
        (None, "", Ending.RECORD),
        (Facts(name="見本　花子"), "moved", None),
        (Facts(name="実例　花子"), "married", Ending.NAME),
        (Facts(name="見本　花子", standing=Standing.REMOVED), "died", Ending.DIED),
        (Facts(name="見本　花子", standing=Standing.REMOVED), "move_out_confirmed", Ending.MOVED_OUT),
        (Facts(name="見本　花子", standing=Standing.REMOVED), "not_living_here", Ending.RECORD),
        (
            Facts(name="見本　花子", standing=Standing.LEAVING, leaving_on=date(2013, 6, 4)),
            "moving_out",
            None,
        ),
        (Facts(name="見本　花子", standing=Standing.LEAVING, leaving_on=DAY), "moving_out", Ending.MOVED_OUT),
    ],
)
def test_a_seal_is_over_when_the_record_no_longer_carries_it(
    facts: Facts | None, kind: str, because: Ending | None
) -> None:
    assert lapses("見本", facts, on=DAY, former=False, kind=kind) == because


@pytest.mark.parametrize(
    ("typed", "number"), [("1234", "1234"), ("１２３４-５６７８", "12345678"), (" 1234 5678 ", "12345678")]
)
def test_a_card_number_is_kept_as_digits(typed: str, number: str) -> None:
    assert see_card_number(typed) == number


@pytest.mark.parametrize("typed", ["", "123", "1234567890123", "12a4", "一二三四"])
def test_other_signs_are_no_card_number(typed: str) -> None:
    with pytest.raises(WrongCardNumber):
        see_card_number(typed)
