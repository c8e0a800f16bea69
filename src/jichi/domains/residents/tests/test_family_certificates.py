"""Certificates of the family registers: what stands on them, in the layout of the computerised register."""

from datetime import date
from pathlib import Path

import pytest
from tests.town import Town

from jichi.domains.residents.actions.certificates.order import CertificateOrder
from jichi.domains.residents.actions.family.correct_member_block import BlockCorrection, correct_member_block
from jichi.domains.residents.actions.family.note_address import ToldAddress, note_address
from jichi.domains.residents.actions.issue_certificate import issue_certificate
from jichi.domains.residents.models import Certificate, FamilyMember, Person
from jichi.domains.residents.queries.family_addresses import addresses_of
from jichi.domains.residents.queries.family_papers import printed_register
from jichi.domains.residents.rules.certificates.of_family import (
    NoFamilyRegister,
    NoRemovedRegister,
    NoSuchEntry,
    NotAccepted,
)
from jichi.domains.residents.rules.family.correcting import Authority, Ground
from jichi.domains.residents.rules.family.words import Role
from jichi.kernel.access.actor import Actor

from .certificate_desk import TODAY, clerk, office, order, paper_of
from .small_family import accepted, block, couple, family, married, named, now_of, parents_and, place_now
from .small_register import REGISTRY, moved, resident, town_in

pytestmark = pytest.mark.django_db
__all__ = ["office"]

VARIANTS = "髙﨑　𠮷邉\U000e0102"


@pytest.fixture
def taro(town: Town) -> FamilyMember:
    return parents_and(town, "見本", "太郎", "1", date(1985, 3, 3))


@pytest.fixture
def hanako(town: Town) -> FamilyMember:
    return parents_and(town, "実例", "花子", "2", date(1986, 4, 4), lot="2番")


@pytest.fixture
def by(office: Town) -> Actor:
    return clerk(office)


def issued(town: Town, person: Person, kind: str, by: Actor, **more: str) -> Certificate:
    told: CertificateOrder = order(town, person, kind, **more)
    return issue_certificate(actor=by, order=told, on=TODAY)


def text_of(certificate: Certificate) -> str:
    return "".join("".join(page.text.split()) for page in paper_of(certificate).pages)


def test_the_full_certificate_tells_all(
    office: Town, by: Actor, taro: FamilyMember, hanako: FamilyMember
) -> None:
    married(office, taro, hanako)
    said = text_of(issued(office, taro.person, "family_full", by))
    for line in (
        "本籍川崎市川崎区見本町一丁目5番",
        "氏名見本太郎",
        "【編製日】平成24年7月9日",
        "【名】太郎",
        "【配偶者区分】夫",
        "【父】見本一男",
        "【続柄】長男",
        "【出生日】昭和60年3月3日",
        "【婚姻日】平成24年7月9日",
        "【配偶者氏名】実例花子",
        "【従前戸籍】川崎市川崎区見本町一丁目1番見本一男",
        "戸籍に記録されている事項の全部",
        "以下余白",
        "川崎市川崎区長",
    ):
        assert line in said
    assert "除籍" not in said


def test_who_left_bears_the_mark_and_says_where_to(
    office: Town, by: Actor, taro: FamilyMember, hanako: FamilyMember
) -> None:
    married(office, taro, hanako)
    father = taro.register.members.get(place=1)
    said = text_of(issued(office, father.person, "family_full", by))
    assert said.count("除籍") == 1
    assert "【新本籍】川崎市川崎区見本町一丁目5番【称する氏】夫の氏" in said


def test_an_individual_certificate_tells_of_nobody_else(office: Town, by: Actor, taro: FamilyMember) -> None:
    said = text_of(issued(office, taro.person, "family_individual", by))
    assert "【名】太郎" in said
    assert "【名】一男" not in said
    assert "戸籍中の一部の者" in said


def test_one_entry_can_be_certified(
    office: Town, by: Actor, taro: FamilyMember, hanako: FamilyMember
) -> None:
    married(office, taro, hanako)
    number = place_now(taro).register.number
    said = text_of(issued(office, taro.person, "family_entry_items", by, act=f"{number}/2"))
    assert "【婚姻日】" in said
    assert "【出生日】" not in said
    with pytest.raises(NoSuchEntry):
        issued(office, taro.person, "family_entry_items", by, act=f"{number}/9")


def test_a_removed_register_is_certified_as_one(office: Town, by: Actor, taro: FamilyMember) -> None:
    with pytest.raises(NoRemovedRegister):
        issued(office, taro.person, "removed_family_full", by)
    head, wife = taro.register.members.get(place=1), taro.register.members.get(place=2)
    said = {"new_town": town_in(office.other_ward), "new_lot": "8番"}
    accepted(office, "transfer", named(head, Role.SUBJECT), named(wife, Role.SPOUSE), **said)
    text = text_of(issued(office, taro.person, "removed_family_full", by))
    assert "除籍に記録されている事項の全部" in text
    assert "【転籍日】平成24年7月9日【新本籍】川崎市幸区見本町一丁目8番" in text


def test_names_print_as_they_are_written(office: Town, by: Actor) -> None:
    person = family(office, block(VARIANTS, "1", date(1970, 1, 1)), lot="55番").members.get().person
    assert VARIANTS.replace("　", "") in text_of(issued(office, person, "family_full", by))


def test_a_long_register_goes_over_pages_that_say_so(office: Town, by: Actor) -> None:
    man, woman = couple("長い")
    children = [block(f"長い　子{n}", "1", date(1980, 1, n + 1), father="長い一男") for n in range(12)]
    person = family(office, man, woman, *children, lot="66番").members.get(place=1).person
    pages = paper_of(issued(office, person, "family_full", by)).pages
    assert len(pages) >= 2
    for at, page in enumerate(pages, start=1):
        assert f"{at}/{len(pages)}" in "".join(page.text.split())


def test_whoever_is_registered_elsewhere_is_told_so(office: Town, by: Actor) -> None:
    stranger = resident(office)
    with pytest.raises(NoFamilyRegister):
        issued(office, stranger, "family_full", by)
    with pytest.raises(NotAccepted):
        issued(office, stranger, "acceptance", by)


@pytest.mark.parametrize("kind", ["acceptance", "acceptance_fine"])
def test_acceptance_is_certified_to_the_parties(
    office: Town, by: Actor, taro: FamilyMember, hanako: FamilyMember, kind: str
) -> None:
    notification = married(office, taro, hanako, notified_by="夫と妻")
    said = text_of(issued(office, hanako.person, kind, by, act=notification.number))
    for line in (
        "届出婚姻届",
        "受理年月日平成24年7月9日",
        "夫見本太郎",
        "妻実例花子",
        "受理したことを証明する",
    ):
        assert line in said
    assert "証人" not in said


def test_the_address_history_follows_the_resident_register(office: Town, by: Actor) -> None:
    lives = resident(office, "見本　花子", lot="1番1号")
    man, woman = couple("見本")
    its = block("見本　花子", "2", date(1980, 5, 17))
    register = family(office, man, woman, its, people={"見本　花子": lives})
    member = register.members.get(place=3)
    moved(lives, office.ward, {"lot": "2番2号", "address_since": date(2010, 4, 1)}, on=date(2010, 4, 1))
    told = ToldAddress(address="横浜市中区本町1番", since=date(2003, 4, 1), told_by="横浜市")
    note_address(actor=REGISTRY, register=register, member=member, told=told, on=date(2003, 4, 10))
    held = [(each.text, each.since) for each in addresses_of(lives, since=date(2000, 4, 1))]
    assert held == [
        ("横浜市中区本町1番", date(2003, 4, 1)),
        ("川崎市川崎区見本町一丁目1番1号", date(2005, 4, 1)),
        ("川崎市川崎区見本町一丁目2番2号", date(2010, 4, 1)),
    ]
    assert [each.text for each in addresses_of(lives, since=date(2011, 1, 1))] == [
        "川崎市川崎区見本町一丁目2番2号"
    ]
    said = text_of(issued(office, lives, "address_history", by))
    assert "住所川崎市川崎区見本町一丁目2番2号住所を定めた年月日平成22年4月1日" in said
    assert "筆頭者見本一男" in said


def test_a_voided_move_is_not_in_the_address_history(office: Town) -> None:
    lives = resident(office, "見本　花子", lot="1番1号")
    wrong = moved(
        lives, office.ward, {"lot": "9番9号", "address_since": date(2010, 4, 1)}, on=date(2010, 4, 1)
    )
    moved(lives, office.ward, {}, kind="voided", on=date(2010, 5, 1), voids=wrong)
    assert [each.text for each in addresses_of(lives, since=date(2000, 1, 1))] == [
        "川崎市川崎区見本町一丁目1番1号"
    ]


def test_a_register_is_read_in_few_queries(
    town: Town, taro: FamilyMember, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(4):  # type: ignore[operator]
        printed = printed_register(taro.register)
    assert [each.block.name for each in printed.members] == ["見本　一男", "見本　和子", "見本　太郎"]


def test_the_templates_are_files(tmp_path: Path) -> None:
    from jichi.domains.residents.queries.papers.family_templates import FAMILY_TEMPLATES

    assert all(each.default.is_file() for each in FAMILY_TEMPLATES)


def test_after_a_correction_the_paper_is_right_and_tells_what_stood_there(
    office: Town, by: Actor, taro: FamilyMember
) -> None:
    authority = Authority(ground=Ground.CLEAR, why="誤記", source="出生届書の記載")
    told = BlockCorrection(member=taro, items={"relation": "二男"}, authority=authority, seen=now_of(taro).pk)
    correct_member_block(actor=REGISTRY, correction=told, on=TODAY)
    paper = text_of(issued(office, taro.person, "family_individual", by))
    assert "【続柄】二男" in paper
    assert "【従前の記録】【続柄】長男" in paper
