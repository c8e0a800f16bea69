"""Who may have which certificate: role by kind, each refusal with its article."""

from datetime import date

import pytest

from jichi.domains.residents.rules.certificates.asked import Asking, Options, Paper, Requester
from jichi.domains.residents.rules.certificates.eligibility import (
    Kinship,
    MayNotAsk,
    NotForOthers,
    NotInThisHousehold,
    OptionNotOffered,
    PapersAreMissing,
    PurposeIsMissing,
    entitled,
)
from jichi.domains.residents.rules.certificates.fees import exempts
from jichi.domains.residents.rules.certificates.kinds import CERTIFICATES, Option, certificate_kind
from jichi.domains.residents.rules.certificates.proofs import proven

HOME = Kinship(one_household=True)
EVERY_PAPER = frozenset(Paper)
WHO = [
    "self",
    "household",
    "spouse",
    "direct_line",
    "proxy",
    "guardian",
    "profession",
    "office",
    "third_party",
]
# 1: with the papers of that way; 0: never. In the order of WHO.
MAY = {
    "resident_record": "110011111",
    "removed_record": "110011111",
    "record_items": "110011111",
    "address_history": "101111111",
    "family_full": "101111111",
    "family_individual": "101111111",
    "removed_family_full": "101111111",
    "family_entry_items": "101111111",
    "acceptance": "100011000",
    "seal": "100011000",
    "identity": "100011000",
    "moving_out": "110011000",
    "light_vehicle_address": "110011000",
}
TABLE = [
    (kind, who, answer == "1") for kind, row in MAY.items() for who, answer in zip(WHO, row, strict=True)
]


def asks(who: str, **more: object) -> Requester:
    told = {"name": "見本　次郎", "purpose": "試験", "papers": EVERY_PAPER, **more}
    return Requester(asking=Asking(who), **told)  # type: ignore[arg-type]


def options(*items: Option) -> Options:
    return Options(items=frozenset(items))


@pytest.mark.parametrize(("kind", "who", "may"), TABLE)
def test_who_may_have_which_certificate(kind: str, who: str, may: bool) -> None:
    ask = (certificate_kind(kind), asks(who), Options(), HOME)
    if may:
        entitled(*ask)
    else:
        with pytest.raises(MayNotAsk):
            entitled(*ask)


def test_every_kind_has_its_row_in_the_table() -> None:
    left_out = {"removed_family_individual", "acceptance_fine"}
    assert {kind.code for kind in CERTIFICATES} - left_out == set(MAY)


@pytest.mark.parametrize(
    ("kind", "who", "article"),
    [
        ("resident_record", "self", "住民基本台帳法第12条第1項"),
        ("resident_record", "household", "住民基本台帳法第12条第1項"),
        ("resident_record", "office", "住民基本台帳法第12条の2第1項"),
        ("resident_record", "third_party", "住民基本台帳法第12条の3第1項"),
        ("resident_record", "profession", "住民基本台帳法第12条の3第2項"),
        ("address_history", "direct_line", "住民基本台帳法第20条第1項"),
        ("family_full", "spouse", "戸籍法第10条第1項"),
        ("family_full", "office", "戸籍法第10条の2第2項"),
        ("acceptance", "self", "戸籍法第48条第1項"),
        ("seal", "self", ""),
    ],
)
def test_by_which_provision_somebody_may(kind: str, who: str, article: str) -> None:
    assert entitled(certificate_kind(kind), asks(who), Options(), HOME).basis == article


@pytest.mark.parametrize(
    ("kind", "who", "paper"),
    [
        ("resident_record", "proxy", "委任状"),
        ("resident_record", "guardian", "法定代理人"),
        ("resident_record", "profession", "職務上請求書"),
        ("resident_record", "office", "公文書"),
        ("resident_record", "third_party", "正当な理由"),
        ("family_full", "spouse", "親族"),
        ("seal", "self", "印鑑登録証"),
        ("seal", "proxy", "印鑑登録証"),
    ],
)
def test_without_its_paper_the_clerk_is_told_which_one_is_missing(kind: str, who: str, paper: str) -> None:
    with pytest.raises(PapersAreMissing) as refused:
        entitled(certificate_kind(kind), asks(who, papers=frozenset()), Options(), HOME)
    assert paper in str(refused.value)


def test_the_card_stands_in_place_of_a_power_of_attorney() -> None:
    card = asks("proxy", papers=frozenset({Paper.SEAL_CARD}))
    assert entitled(certificate_kind("seal"), card, Options(), HOME)


def test_what_the_citys_own_register_shows_needs_no_paper() -> None:
    spouse = asks("spouse", papers=frozenset())
    assert entitled(certificate_kind("family_full"), spouse, Options(), Kinship(spouse=True))


def test_who_is_not_named_in_the_household_is_not_of_it() -> None:
    with pytest.raises(NotInThisHousehold, match="委任状"):
        entitled(certificate_kind("resident_record"), asks("household"), Options(), Kinship())


def test_somebody_else_says_who_they_are_and_what_for() -> None:
    with pytest.raises(PurposeIsMissing):
        entitled(certificate_kind("resident_record"), asks("third_party", purpose=""), Options(), HOME)


@pytest.mark.parametrize("option", [Option.RESIDENT_CODE, Option.INDIVIDUAL_NUMBER])
@pytest.mark.parametrize("who", ["profession", "office", "third_party"])
def test_numbers_stand_on_nobody_elses_paper(option: Option, who: str) -> None:
    with pytest.raises(NotForOthers, match="第12条の3"):
        entitled(certificate_kind("resident_record"), asks(who), options(option), HOME)


def test_a_seal_certificate_has_no_domicile() -> None:
    with pytest.raises(OptionNotOffered):
        entitled(certificate_kind("seal"), asks("self"), options(Option.DOMICILE), HOME)


@pytest.mark.parametrize(
    ("shown", "enough"),
    [
        ((), False),
        (("licence",), True),
        (("insurance",), False),
        (("insurance", "insurance"), False),
        (("insurance", "pension"), True),
        (("insurance", "library card"), False),
    ],
)
def test_one_paper_with_a_photograph_or_two_without(shown: tuple[str, ...], enough: bool) -> None:
    assert proven(shown, with_photo=1, without_photo=2) is enough


def test_a_pension_claim_frees_family_registers_only() -> None:
    known = ("public_use", "pension")
    assert exempts("pension", certificate_kind("family_full"), known=known)
    assert not exempts("pension", certificate_kind("resident_record"), known=known)
    assert exempts("public_use", certificate_kind("resident_record"), known=known)
    assert not exempts("public_use", certificate_kind("resident_record"), known=())


DAYS = [(date(2011, 3, 31), None), (date(2011, 4, 1), 300), (date(2014, 5, 7), 300)]


@pytest.mark.parametrize(("day", "fee"), DAYS)
def test_a_fee_is_that_of_the_day_and_none_before_the_law_says_one(day: date, fee: int | None) -> None:
    from jichi.domains.residents.queries.fees import fee_on
    from jichi.domains.residents.rules.certificates.fees import NoFee

    kind = certificate_kind("resident_record")
    if fee is None:
        with pytest.raises(NoFee):
            fee_on(kind, day)
    else:
        assert fee_on(kind, day).amount == fee
        assert fee_on(kind, day).is_unconfirmed
        assert fee_on(kind, day, exemption="public_use").amount == 0
