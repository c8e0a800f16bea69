"""Correcting what stands above the entries: name, birth, parents, relation, surname, domicile. The register says what stood
there, both registers agree, and the next paper is right."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.town import Town

from jichi.domains.residents.actions.family.correct_member_block import BlockCorrection, correct_member_block
from jichi.domains.residents.actions.family.correct_register_head import HeadCorrection, correct_register_head
from jichi.domains.residents.actions.family.find_family_registers import look_at_family_register
from jichi.domains.residents.actions.family.refusals import (
    AuthorityIsMissing,
    BirthToCome,
    CorrectedMeanwhile,
    DomicileOfAnotherWard,
    NothingToCorrect,
    ParentIsUnclear,
)
from jichi.domains.residents.models import FamilyMember, FamilyTie, MemberRecord, Movement, Person
from jichi.domains.residents.queries.family import direct_line, records_on
from jichi.domains.residents.queries.family_papers import printed_register
from jichi.domains.residents.queries.family_sheets import domicile_at, domiciles_held
from jichi.domains.residents.queries.family_text import printed
from jichi.domains.residents.queries.register import record_on
from jichi.domains.residents.rules.family.correcting import Authority, Ground, Parent
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.models import Event, PersonalField
from jichi.kernel.people.models import Account

from .small_family import DAY, block, couple, entries, family, now_of
from .small_register import REGISTRY, resident, town_in

pytestmark = pytest.mark.django_db

CLEAR = Authority(ground=Ground.CLEAR, why="錯誤", source="出生届書の記載")
COURT = Authority(
    ground=Ground.COURT,
    why="続柄の誤記",
    source="横浜家庭裁判所川崎支部の許可",
    decided_on=date(2012, 6, 1),
    applied_on=date(2012, 6, 20),
    applied_by="届出人　太郎",
)
BORN = date(1985, 3, 3)


@pytest.fixture
def lives(town: Town) -> Person:
    return resident(town, "見本　花子", birth=BORN, sex="2")


@pytest.fixture
def hanako(town: Town, lives: Person) -> FamilyMember:
    """A grown child who lives in the city."""
    man, woman = couple("見本")
    its = block("見本　花子", "2", BORN, father="見本一男", mother="見本和子", relation="長女")
    return family(town, man, woman, its, people={"見本　花子": lives}).members.get(place=3)


def right(member: FamilyMember, authority: Authority = CLEAR, /, **items: Any) -> BlockCorrection:
    parent = items.pop("parent", Parent.UNASKED)
    return BlockCorrection(
        member=member, items=items, authority=authority, seen=now_of(member).pk, parent=parent
    )


def lines_of(member: FamilyMember) -> dict[str, str]:
    whole = printed_register(member.register)
    return {line.label: line.text for each in whole.members if each.member == member for line in each.lines}


def test_a_corrected_relation_is_right_on_paper_and_says_what_stood_there(hanako: FamilyMember) -> None:
    said = correct_member_block(actor=REGISTRY, correction=right(hanako, COURT, relation="二女"), on=DAY)
    assert lines_of(hanako)["続柄"] == "二女"
    assert [(line.label, line.text) for line in printed(said).lines] == [
        ("訂正日", "平成24年7月9日"),
        ("訂正事項", "続柄"),
        ("訂正事由", "続柄の誤記"),
        ("訂正の根拠", "戸籍法第113条　横浜家庭裁判所川崎支部の許可"),
        ("許可日", "平成24年6月1日"),
        ("申請日", "平成24年6月20日"),
        ("申請人", "届出人　太郎"),
        ("従前の記録", "【続柄】長女"),
    ]
    assert entries(hanako).last() == said
    assert MemberRecord.objects.filter(member=hanako, relation="長女", superseded_at__isnull=False).exists()
    assert records_on(date(2005, 1, 1)).get(member=hanako).relation == "二女"


def test_the_public_record_tells_neither_the_act_nor_the_words(hanako: FamilyMember) -> None:
    correct_member_block(actor=REGISTRY, correction=right(hanako, relation="二女"), on=DAY)
    event = Event.objects.filter(type="residents.register.kept").latest("pk")
    assert "二女" not in str(event.public)
    assert "correct" not in str(event.public)
    assert PersonalField.objects.filter(event=event, clear__contains="戸籍法第24条").exists()


def test_a_corrected_name_and_birth_are_right_in_both_registers(hanako: FamilyMember, lives: Person) -> None:
    birth = date(1985, 3, 8)
    told = right(hanako, name="見本　華子", birth=birth)
    correct_member_block(actor=REGISTRY, correction=told, on=DAY)
    assert (lines_of(hanako)["名"], lines_of(hanako)["生年月日"]) == ("華子", "昭和60年3月8日")
    birth_entry = printed(entries(hanako).get(kind="birth"))
    assert [line.text for line in birth_entry.lines if line.label == "出生日"] == ["昭和60年3月8日"]
    held = record_on(lives, DAY)
    assert held is not None
    assert (held.name, held.birth) == ("見本　華子", birth)
    movement = Movement.objects.latest("pk")
    assert (movement.kind, movement.note) == ("error_corrected", hanako.register.number)


def test_the_first_persons_name_is_right_for_everybody_who_lives_here(
    town: Town, hanako: FamilyMember, lives: Person
) -> None:
    first = hanako.register.members.get(place=1)
    correct_member_block(actor=REGISTRY, correction=right(first, name="見本　一夫"), on=DAY)
    held = record_on(lives, DAY)
    assert held is not None
    assert held.domicile_first == "見本　一夫"
    assert held.name == "見本　花子"


def test_a_relation_that_tells_another_sex_corrects_it_everywhere(
    hanako: FamilyMember, lives: Person
) -> None:
    correct_member_block(actor=REGISTRY, correction=right(hanako, COURT, relation="長男"), on=DAY)
    held = record_on(lives, DAY)
    assert held is not None
    assert (now_of(hanako).sex, held.sex) == ("1", "1")


def test_a_misspelt_parent_stays_the_parent_and_another_one_does_not(
    hanako: FamilyMember, lives: Person
) -> None:
    father = hanako.register.members.get(place=1).person
    same = right(hanako, father="見本市男", parent=Parent.SAME)
    correct_member_block(actor=REGISTRY, correction=same, on=DAY)
    assert father.pk in direct_line(lives, DAY).ascendants
    judged = Authority(**{**vars(COURT), "ground": Ground.JUDGMENT})
    correct_member_block(
        actor=REGISTRY, correction=right(hanako, judged, father="", parent=Parent.OTHER), on=DAY
    )
    assert "父" not in lines_of(hanako)
    assert father.pk not in direct_line(lives, DAY).ascendants
    back = right(hanako, judged, father="見本一男", parent=Parent.OTHER)
    correct_member_block(actor=REGISTRY, correction=back, on=DAY)
    assert father.pk in direct_line(lives, DAY).ascendants
    assert FamilyTie.objects.filter(person=lives, other=father, voided_at__isnull=False).count() == 1


def test_the_surname_is_corrected_for_all_who_bear_it(
    town: Town, hanako: FamilyMember, lives: Person
) -> None:
    register, stands = hanako.register, domiciles_held().get(register=hanako.register)
    told = HeadCorrection(
        register=register,
        surname="見元",
        domicile=domicile_at(town_in(town.ward), "11番"),
        seen=("見本", stands.text),
        authority=CLEAR,
    )
    said = correct_register_head(actor=REGISTRY, correction=told, on=DAY)
    whole = printed_register(register)
    assert (whole.first, whole.domicile) == ("見元　一男", "川崎市川崎区見本町一丁目11番")
    assert [each.block.surname for each in whole.members] == ["見元"] * 3
    assert [line.text for line in printed(said).lines][-2:] == ["【氏】見本", f"【本籍】{stands.text}"]
    held = record_on(lives, DAY)
    assert held is not None
    assert (held.name, held.domicile, held.domicile_first) == (
        "見元　花子",
        "川崎市川崎区見本町一丁目11番",
        "見元　一男",
    )
    assert domiciles_held().get(register=register).since == stands.since
    with pytest.raises(CorrectedMeanwhile):
        correct_register_head(actor=REGISTRY, correction=told, on=DAY)


def test_nothing_is_corrected_without_its_authority_or_twice_or_elsewhere(
    town: Town, hanako: FamilyMember
) -> None:
    before = MemberRecord.objects.count()
    blank = Authority(ground=Ground.COURT, why="", source="横浜家庭裁判所")
    refused: tuple[tuple[type[Exception], BlockCorrection], ...] = (
        (AuthorityIsMissing, right(hanako, blank, relation="二女")),
        (NothingToCorrect, right(hanako, relation="長女")),
        (ParentIsUnclear, right(hanako, father="見本市男")),
        (BirthToCome, right(hanako, birth=date(2012, 7, 10))),
    )
    for refusal, told in refused:
        with pytest.raises(refusal):
            correct_member_block(actor=REGISTRY, correction=told, on=DAY)
    twice = right(hanako, relation="二女")
    neighbour = town.actor(town.staff(Role.REGISTRY_CLERK, ward=town.other_ward))
    with pytest.raises(NotAllowed):
        correct_member_block(actor=neighbour, correction=twice, on=DAY)
    assert MemberRecord.objects.count() == before
    correct_member_block(actor=REGISTRY, correction=twice, on=DAY)
    with pytest.raises(CorrectedMeanwhile):
        correct_member_block(actor=REGISTRY, correction=twice, on=DAY)
    elsewhere = HeadCorrection(
        register=hanako.register,
        surname="見本",
        domicile=domicile_at(town_in(town.other_ward), "1番"),
        seen=("見本", domiciles_held().get(register=hanako.register).text),
        authority=CLEAR,
    )
    with pytest.raises(DomicileOfAnotherWard):
        correct_register_head(actor=REGISTRY, correction=elsewhere, on=DAY)


@pytest.fixture
def staff(town: Town) -> Account:
    return town.staff(Role.REGISTRY_CLERK, ward=town.ward)


@pytest.fixture
def desk(town: Town, staff: Account, hanako: FamilyMember) -> Client:
    look_at_family_register(
        actor=town.actor(staff, on=DAY), register=hanako.register, why="窓口での届出・申請のため"
    )
    return town.browser(staff)


def typed(member: FamilyMember, **more: str) -> dict[str, str]:
    row = now_of(member)
    said = {
        "seen": str(row.pk),
        "given_name": row.block.given_name,
        "birth": str(row.birth),
        "father": row.father,
        "mother": row.mother,
        "relation": row.relation,
        "ground": "clear",
        "source": "出生届書の記載",
        "why": "錯誤",
    }
    return {**said, **more}


def test_the_check_page_says_what_will_be_printed_what_follows_and_what_stays(
    desk: Client, hanako: FamilyMember
) -> None:
    first = hanako.register.members.get(place=1)
    url = reverse("residents:family_correct_block", args=[first.public_id])
    page = desk.post(url, typed(first, given_name="一夫")).content.decode()
    for said in (
        "<del>一男</del> → <ins>一夫</ins>",
        "【従前の記録】",
        "【名】一男",
        "筆頭者の氏名が変わります",
        "印鑑登録をしている人は",
        "同じ書き方が、次のところにも残っています",
        "見本　花子：父",
    ):
        assert said in page
    assert now_of(first).name == "見本　一男"
    desk.post(url, {**typed(first, given_name="一夫"), "stage": "act"})
    assert now_of(first).name == "見本　一夫"
    assert (
        "【訂正の根拠】"
        in desk.get(reverse("residents:family_register", args=[first.register.public_id])).content.decode()
    )


def test_the_form_says_at_each_field_what_is_missing_and_loses_nothing(
    desk: Client, hanako: FamilyMember
) -> None:
    url = reverse("residents:family_correct_block", args=[hanako.public_id])
    assert "見本一男" in desk.get(url).content.decode()
    answer = desk.post(url, typed(hanako, ground="court", father="見本市男"))
    page = answer.content.decode()
    assert answer.status_code == 422
    for said in ("許可の日・裁判が確定した日を書いてください", "申請人を書いてください", "見本市男"):
        assert said in page
    assert "直すところがありません" in desk.post(url, typed(hanako)).content.decode()
    assert "同じ人の書き誤りか" in desk.post(url, typed(hanako, father="見本市男")).content.decode()


def test_surname_and_domicile_are_corrected_from_the_screen(desk: Client, hanako: FamilyMember) -> None:
    url = reverse("residents:family_correct_head", args=[hanako.register.public_id])
    page = desk.get(url).content.decode()
    assert "川崎区見本町一丁目" in page
    said = {
        "seen_surname": "見本",
        "seen_domicile": "川崎市川崎区見本町一丁目1番",
        "surname": "見本",
        "town": "川崎区見本町一丁目",
        "lot": "11番",
        "ground": "clear",
        "source": "編製原因の届書",
        "why": "誤記",
    }
    checked = desk.post(url, said).content.decode()
    assert "川崎市川崎区見本町一丁目11番" in checked
    assert "住民票の氏名・本籍・筆頭者も職権で直ります：見本　花子" in checked
    desk.post(url, {**said, "stage": "act"})
    assert printed_register(hanako.register).domicile == "川崎市川崎区見本町一丁目11番"


def test_only_the_ward_that_keeps_the_register_corrects_it(town: Town, hanako: FamilyMember) -> None:
    neighbour = town.staff(Role.REGISTRY_CLERK, ward=town.other_ward)
    look_at_family_register(
        actor=town.actor(neighbour, on=DAY), register=hanako.register, why="窓口での届出・申請のため"
    )
    browser = town.browser(neighbour)
    for name, key in (
        ("family_correct_block", hanako.public_id),
        ("family_correct_head", hanako.register.public_id),
    ):
        assert browser.get(reverse(f"residents:{name}", args=[key])).status_code == 404
