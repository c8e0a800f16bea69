"""Corrections, struck-out entries and standing requests: nothing is lost, and the register says what was there."""

from datetime import date

import pytest
from tests.town import Town

from jichi.domains.residents.actions.family.accept_family_notification import accept_family_notification
from jichi.domains.residents.actions.family.annul_family_notification import (
    Annulment,
    annul_family_notification,
)
from jichi.domains.residents.actions.family.correct_family_entry import Correction, correct_family_entry
from jichi.domains.residents.actions.family.non_acceptance import (
    Request,
    file_non_acceptance_request,
    withdraw_non_acceptance_request,
)
from jichi.domains.residents.actions.family.refusals import (
    CannotBeAccepted,
    CannotBeBarred,
    LaterEntriesStand,
    NotCorrectable,
    ReasonIsMissing,
    RequestStands,
)
from jichi.domains.residents.actions.family.refuse_family_notification import (
    inquire_about_family_notification,
    refuse_family_notification,
)
from jichi.domains.residents.models import FamilyEntry, FamilyMember, FamilyTie, MemberRecord
from jichi.domains.residents.queries.family import family_register_of
from jichi.domains.residents.queries.family_text import printed
from jichi.domains.residents.rules.family.plan import Item
from jichi.domains.residents.rules.family.words import Role
from jichi.kernel.access.roles import Role as HouseRole
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.models import PersonalField
from jichi.kernel.steps import WrongStep

from .small_family import (
    DAY,
    WITNESSES,
    accepted,
    entries,
    handed_in,
    headings,
    lines,
    married,
    named,
    now_of,
    parents_and,
    place_now,
    register_now,
)
from .small_register import REGISTRY, resident, town_in

pytestmark = pytest.mark.django_db

JUDGED = Annulment(court="横浜家庭裁判所", court_on=date(2012, 9, 1), why="婚姻無効の裁判確定")


@pytest.fixture
def taro(town: Town) -> FamilyMember:
    return parents_and(town, "見本", "太郎", "1", date(1985, 3, 3))


@pytest.fixture
def hanako(town: Town) -> FamilyMember:
    return parents_and(town, "実例", "花子", "2", date(1986, 4, 4), lot="2番")


def test_a_corrected_entry_says_what_stood_there(taro: FamilyMember) -> None:
    wrong = entries(taro).get()
    right = correct_family_entry(
        actor=REGISTRY,
        register=taro.register,
        entry=wrong,
        correction=Correction(why="錯誤", items=[Item(code="born_at", text="東京都港区")]),
        on=DAY,
    )
    wrong.refresh_from_db()
    assert wrong.superseded_at is not None
    assert right.corrects == wrong
    said = [(line.label, line.text) for line in printed(right).lines]
    assert said == [
        ("出生日", "昭和60年3月3日"),
        ("出生地", "東京都港区"),
        ("訂正日", "平成24年7月9日"),
        ("訂正事由", "錯誤"),
        ("従前の記録", "川崎市川崎区"),
    ]
    assert lines(wrong)["born_at"] == "川崎市川崎区"


def test_a_correction_of_the_block_keeps_the_former_one(taro: FamilyMember) -> None:
    entry = entries(taro).get()
    fix = Correction(why="錯誤", block={"relation": "二男"})
    correct_family_entry(actor=REGISTRY, register=taro.register, entry=entry, correction=fix, on=DAY)
    assert now_of(taro).relation == "二男"
    assert MemberRecord.objects.filter(member=taro, relation="長男").exists()


def test_an_entry_is_corrected_once(taro: FamilyMember) -> None:
    entry = entries(taro).get()
    fix = Correction(why="錯誤", items=[Item(code="born_at", text="東京都港区")])
    correct_family_entry(actor=REGISTRY, register=taro.register, entry=entry, correction=fix, on=DAY)
    with pytest.raises(NotCorrectable):
        correct_family_entry(actor=REGISTRY, register=taro.register, entry=entry, correction=fix, on=DAY)


def test_a_void_marriage_puts_everybody_back(town: Town, taro: FamilyMember, hanako: FamilyMember) -> None:
    notification = married(town, taro, hanako)
    theirs = register_now(taro)
    annul_family_notification(
        actor=REGISTRY, notification=notification, annulment=JUDGED, on=date(2012, 9, 5)
    )
    assert register_now(taro) == taro.register
    assert register_now(hanako) == hanako.register
    theirs.refresh_from_db()
    assert (theirs.step, theirs.closed_why) == ("removed", "annulled")
    assert headings(hanako) == ["出生", "消除"]
    assert lines(entries(hanako).last())["annulled_what"] == "婚姻の記録"  # type: ignore[arg-type]
    assert (
        FamilyEntry.objects.filter(member=hanako, kind="marriage", superseded_at__isnull=False).count() == 1
    )
    assert not FamilyTie.objects.filter(kind="spouse", person=taro.person, voided_at__isnull=True).exists()


def test_what_rests_on_it_falls_first(town: Town, taro: FamilyMember, hanako: FamilyMember) -> None:
    notification = married(town, taro, hanako)
    couple = [named(place_now(taro), Role.HUSBAND), named(place_now(hanako), Role.WIFE)]
    accepted(town, "divorce", *couple, *WITNESSES, on=date(2012, 8, 1), choice="return")
    with pytest.raises(LaterEntriesStand):
        annul_family_notification(
            actor=REGISTRY, notification=notification, annulment=JUDGED, on=date(2012, 9, 5)
        )
    notification.refresh_from_db()
    assert notification.step == "accepted"


def test_a_register_emptied_by_a_death_that_was_not_is_in_force_again(town: Town, taro: FamilyMember) -> None:
    accepted(town, "separation", named(taro, Role.SUBJECT), new_town=town_in(town.ward), new_lot="4番")
    alone = place_now(taro)
    died = accepted(town, "death", named(alone, Role.SUBJECT), happened_on=DAY, place="不詳")
    alone.register.refresh_from_db()
    assert alone.register.step == "removed"
    annul_family_notification(actor=REGISTRY, notification=died, annulment=JUDGED, on=DAY)
    alone.register.refresh_from_db()
    assert (alone.register.step, alone.register.closed_on) == ("in_force", None)
    assert family_register_of(taro.person, DAY) == alone.register


def test_a_standing_request_bars_who_does_not_come_in_person(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    request = Request(person=hanako.person, kind="marriage", ward=town.ward, proofs="運転免許証")
    filed = file_non_acceptance_request(actor=REGISTRY, request=request, on=DAY)
    said = {"choice": "husbands_name", "new_town": town_in(town.ward), "new_lot": "5番"}
    parties = [named(taro, Role.HUSBAND), named(hanako, Role.WIFE, appeared=False), *WITNESSES]
    notification = handed_in(town, "marriage", *parties, **said)
    with pytest.raises(CannotBeAccepted) as refused:
        accept_family_notification(actor=REGISTRY, notification=notification, on=DAY)
    assert "戸籍法第27条の2" in str(refused.value.message)
    assert register_now(hanako) == hanako.register
    withdraw_non_acceptance_request(actor=REGISTRY, filed=filed, on=DAY)
    assert accept_family_notification(actor=REGISTRY, notification=notification, on=DAY).step == "accepted"


def test_who_asked_not_to_accept_may_still_come_in_person(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    request = Request(person=hanako.person, kind="marriage", ward=town.ward, proofs="運転免許証")
    file_non_acceptance_request(actor=REGISTRY, request=request, on=DAY)
    assert married(town, taro, hanako).step == "accepted"


def test_one_request_of_a_kind_and_only_of_five_kinds(town: Town, hanako: FamilyMember) -> None:
    request = Request(person=hanako.person, kind="divorce", ward=town.ward, proofs="旅券")
    filed = file_non_acceptance_request(actor=REGISTRY, request=request, on=DAY)
    assert file_non_acceptance_request(actor=REGISTRY, request=request, on=DAY) == filed
    again = Request(person=hanako.person, kind="divorce", ward=town.ward, proofs="旅券")
    with pytest.raises(RequestStands):
        file_non_acceptance_request(actor=REGISTRY, request=again, on=DAY)
    barred = Request(person=hanako.person, kind="death", ward=town.ward, proofs="旅券")
    with pytest.raises(CannotBeBarred):
        file_non_acceptance_request(actor=REGISTRY, request=barred, on=DAY)


def test_a_refused_notification_has_its_reason_and_never_takes_effect(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    notification = handed_in(town, "marriage", named(taro, Role.HUSBAND), named(hanako, Role.WIFE))
    with pytest.raises(ReasonIsMissing):
        refuse_family_notification(actor=REGISTRY, notification=notification, reason=" ", on=DAY)
    inquire_about_family_notification(actor=REGISTRY, notification=notification, reason="受理照会", on=DAY)
    refused = refuse_family_notification(
        actor=REGISTRY, notification=notification, reason="証人がいない", on=DAY
    )
    assert (refused.step, refused.reason, refused.decided_on) == ("refused", "証人がいない", DAY)
    with pytest.raises(WrongStep):
        accept_family_notification(actor=REGISTRY, notification=notification, on=DAY)
    told = PersonalField.objects.filter(
        name="about", clear__contains=f'"notification": "{notification.number}"'
    )
    assert told.count() == 3


def test_the_same_form_twice_is_one_notification(town: Town, taro: FamilyMember) -> None:
    from uuid import uuid4

    ticket = uuid4()
    one = handed_in(town, "separation", named(taro, Role.SUBJECT), ticket=ticket)
    assert handed_in(town, "separation", named(taro, Role.SUBJECT), ticket=ticket) == one


def test_a_notification_is_accepted_once(town: Town, taro: FamilyMember, hanako: FamilyMember) -> None:
    notification = married(town, taro, hanako)
    with pytest.raises(WrongStep):
        accept_family_notification(actor=REGISTRY, notification=notification, on=DAY)


def test_another_ward_accepts_nothing_that_was_handed_in_here(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    notification = handed_in(
        town, "marriage", named(taro, Role.HUSBAND), named(hanako, Role.WIFE), *WITNESSES
    )
    neighbour = town.actor(town.staff(HouseRole.REGISTRY_CLERK, ward=town.other_ward))
    with pytest.raises(NotAllowed):
        accept_family_notification(actor=neighbour, notification=notification, on=DAY)


def test_the_resident_register_follows_a_marriage(town: Town) -> None:
    lives = resident(town, "実例　花子")
    hanako = with_person(town, lives)
    taro = parents_and(town, "見本", "太郎", "1", date(1985, 3, 3))
    notification = married(town, taro, hanako)
    movement = notification.movement
    assert movement is not None
    assert (movement.kind, movement.note) == ("married", notification.number)
    from jichi.domains.residents.queries.register import record_on

    held = record_on(lives, DAY)
    assert held is not None
    assert (held.name, held.domicile, held.domicile_first) == (
        "見本　花子",
        "川崎市川崎区見本町一丁目5番",
        "見本　太郎",
    )
    annul_family_notification(
        actor=REGISTRY, notification=notification, annulment=JUDGED, on=date(2012, 9, 5)
    )
    again = record_on(lives, date(2012, 9, 5))
    assert again is not None
    assert again.name == "実例　花子"


def with_person(town: Town, lives: object) -> FamilyMember:
    from .small_family import block, couple, family

    man, woman = couple("実例")
    its = block("実例　花子", "2", date(1980, 5, 17), father="実例一男", mother="実例和子", relation="長女")
    register = family(town, man, woman, its, lot="2番", people={"実例　花子": lives})  # type: ignore[dict-item]
    return register.members.get(place=3)


def test_a_newborn_is_entered_where_the_mother_lives_and_a_dead_resident_is_removed(town: Town) -> None:
    from jichi.domains.residents.actions.family.family_intake import Named
    from jichi.domains.residents.queries.register import record_on

    mother = resident(town, "実例　花子", kana="じつれい　はなこ")
    hanako = with_person(town, mother)
    its = Named(role=Role.CHILD, name="一", kana="はじめ", birth=DAY, sex="1")
    told = accepted(
        town, "birth", its, named(hanako, Role.MOTHER), happened_on=DAY, place="川崎市", relation="長男"
    )
    baby = told.parties.get(role="child").person
    assert baby is not None
    held, mothers = record_on(baby, DAY), record_on(mother, DAY)
    assert held is not None
    assert mothers is not None
    assert (held.name, held.kana, held.relationship) == ("実例　一", "じつれい　はじめ", "子")
    assert (held.household_id, held.lot) == (mothers.household_id, mothers.lot)
    assert held.domicile_first == "実例　花子"
    later = date(2012, 8, 1)
    accepted(
        town, "death", named(place_now(hanako), Role.SUBJECT), on=later, happened_on=later, place="川崎市"
    )
    gone = record_on(mother, later)
    assert gone is not None
    assert gone.standing == "removed"
