"""Who enters and leaves which family register at marriages, births, divorces, deaths and transfers."""

from datetime import date

import pytest
from tests.town import Town

from jichi.domains.residents.actions.family.accept_family_notification import accept_family_notification
from jichi.domains.residents.actions.family.family_intake import Named
from jichi.domains.residents.models import FamilyEntry, FamilyMember, FamilyTie
from jichi.domains.residents.rules.family.words import Role

from .family_stories import BORN_M, both, child_of, hanako, place_last, taro
from .small_family import (
    DAY,
    WITNESSES,
    accepted,
    block,
    entries,
    family,
    handed_in,
    headings,
    lines,
    married,
    named,
    now_of,
    place_now,
    register_now,
)
from .small_register import REGISTRY, town_in

__all__ = ["hanako", "taro"]
pytestmark = pytest.mark.django_db


def test_a_couple_gets_a_register_of_its_own(town: Town, taro: FamilyMember, hanako: FamilyMember) -> None:
    married(town, taro, hanako)
    register = register_now(taro)
    assert register == register_now(hanako)
    assert register not in (taro.register, hanako.register)
    husband, wife = now_of(place_now(taro)), now_of(place_now(hanako))
    assert (husband.name, husband.spouse, husband.member.place) == ("見本　太郎", "夫", 1)
    assert (wife.name, wife.spouse, wife.member.place) == ("見本　花子", "妻", 2)
    assert (wife.father, wife.relation) == ("実例一男", "長女")


def test_both_leave_their_parents_and_the_entry_says_where_they_went(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    married(town, taro, hanako)
    held = now_of(hanako)
    assert (held.left_on, held.left_why, held.name) == (DAY, "marriage", "実例　花子")
    said = lines(entries(hanako).last())  # type: ignore[arg-type]
    assert said["new_domicile"] == "川崎市川崎区見本町一丁目5番"
    assert (said["spouse"], said["surname"]) == ("見本太郎", "夫の氏")
    assert hanako.register.is_in_force


def test_what_another_ward_keeps_says_who_accepted_it(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    married(town, taro, hanako)
    assert lines(entries(hanako).last())["accepted_by"] == "川崎市川崎区長"  # type: ignore[arg-type]
    assert "accepted_by" not in lines(entries(taro).last())  # type: ignore[arg-type]


def test_the_birth_goes_along_into_the_new_register(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    married(town, taro, hanako)
    assert headings(place_now(hanako)) == ["出生", "婚姻"]
    carried = entries(place_now(hanako)).first()
    assert carried is not None
    assert carried.carried_from == entries(hanako).first()


def test_whose_surname_is_taken_comes_first(town: Town, taro: FamilyMember, hanako: FamilyMember) -> None:
    married(town, taro, hanako, choice="wifes_name")
    assert (now_of(place_now(taro)).name, place_now(taro).place) == ("実例　太郎", 2)
    assert place_now(hanako).place == 1


def test_who_heads_a_register_keeps_it_and_the_other_enters(town: Town, hanako: FamilyMember) -> None:
    alone = family(town, block("見本　次郎", "1", BORN_M), lot="3番").members.get()
    married(town, alone, hanako)
    assert register_now(hanako) == alone.register
    assert headings(alone) == ["出生", "婚姻"]
    assert "entered_register" in lines(entries(hanako).last())  # type: ignore[arg-type]


def test_who_marries_a_foreigner_keeps_the_surname(town: Town, hanako: FamilyMember) -> None:
    groom = Named(
        role=Role.HUSBAND, name="SAMPLE JOHN", birth=BORN_M, sex="1", nationality="USA", appeared=True
    )
    accepted(
        town,
        "marriage",
        groom,
        named(hanako, Role.WIFE),
        *WITNESSES,
        new_town=town_in(town.ward),
        new_lot="6番",
    )
    held = now_of(place_now(hanako))
    assert (held.name, held.spouse, held.member.register.members.count()) == ("実例　花子", "妻", 1)
    assert lines(entries(held.member).last())["spouse_nationality"] == "アメリカ合衆国"  # type: ignore[arg-type]


def test_a_child_of_a_couple_enters_their_register(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    married(town, taro, hanako)
    born = child_of(town, place_now(taro), place_now(hanako))
    held = now_of(born)
    assert held.member.register == register_now(taro)
    assert (held.name, held.father, held.mother, held.relation) == (
        "見本　一",
        "見本太郎",
        "見本花子",
        "長男",
    )
    assert lines(entries(born).get())["born_at"] == "川崎市幸区"
    assert FamilyTie.objects.filter(person=born.person, kind="natural_parent").count() == 2


def test_an_unmarried_mother_who_is_a_child_in_her_register_gets_one_of_her_own(
    town: Town, hanako: FamilyMember
) -> None:
    born = child_of(town, hanako, on=DAY)
    register = now_of(born).member.register
    assert register == register_now(hanako)
    assert register != hanako.register
    assert [place_now(hanako).place, born.place] == [1, 2]
    assert now_of(hanako).left_why == "new_register"


def test_after_a_divorce_who_took_the_name_goes_back(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    married(town, taro, hanako)
    later = date(2013, 5, 1)
    couple_now = place_now(taro), place_now(hanako)
    accepted(town, "divorce", *both(*couple_now), *WITNESSES, on=later, choice="return")
    assert register_now(hanako, later) == hanako.register
    back = place_last(hanako)
    assert (now_of(back).name, now_of(back).spouse) == ("実例　花子", "")
    assert headings(back) == ["出生", "離婚"]
    assert now_of(couple_now[0]).spouse == ""
    assert now_of(couple_now[1]).left_why == "divorce"


def test_a_married_name_may_be_kept(town: Town, taro: FamilyMember, hanako: FamilyMember) -> None:
    married(town, taro, hanako)
    later = date(2013, 5, 1)
    said = {"choice": "keep_name", "new_town": town_in(town.ward), "new_lot": "9番"}
    accepted(town, "divorce", *both(place_now(taro), place_now(hanako)), *WITNESSES, on=later, **said)
    held = now_of(place_last(hanako))
    assert (held.name, held.member.place, held.entered_why) == ("見本　花子", 1, "name_kept")


def test_custody_is_written_of_each_minor_child(town: Town, taro: FamilyMember, hanako: FamilyMember) -> None:
    married(town, taro, hanako)
    born = child_of(town, place_now(taro), place_now(hanako))
    later = date(2014, 5, 1)
    accepted(
        town,
        "divorce",
        *both(place_now(taro), place_now(hanako)),
        *WITNESSES,
        on=later,
        choice="return",
        custody="母",
    )
    assert headings(born) == ["出生", "親権"]
    assert now_of(born).member.register == place_now(taro).register


def test_who_dies_leaves_and_the_spouse_is_married_no_more(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    married(town, taro, hanako)
    dead = place_now(taro)
    died(town, dead, date(2014, 1, 1))
    assert (now_of(dead).left_on, now_of(dead).left_why) == (date(2014, 1, 1), "death")
    assert headings(place_now(hanako, date(2014, 2, 1))) == ["出生", "婚姻", "配偶者の死亡"]
    assert now_of(place_last(hanako)).spouse == ""
    assert dead.register.is_in_force


def died(town: Town, member: FamilyMember, on: date) -> None:
    accepted(
        town,
        "death",
        named(member, Role.SUBJECT),
        on=on,
        happened_on=on,
        time="午前1時",
        place="川崎市高津区",
    )


def test_a_register_that_nobody_is_in_any_more_is_a_removed_one(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    married(town, taro, hanako)
    register = register_now(taro)
    died(town, place_now(taro), date(2014, 1, 1))
    died(town, place_now(hanako), date(2014, 3, 1))
    register.refresh_from_db()
    assert (register.step, register.closed_on, register.closed_why) == (
        "removed",
        date(2014, 3, 1),
        "emptied",
    )
    closing = FamilyEntry.objects.get(register=register, kind="closed")
    assert lines(closing) == {"closed_on": "2014-03-01"}


def test_within_a_ward_a_transfer_changes_the_domicile_only(town: Town, taro: FamilyMember) -> None:
    head, wife = taro.register.members.get(place=1), taro.register.members.get(place=2)
    said = {"new_town": town_in(town.ward), "new_lot": "77番"}
    accepted(town, "transfer", named(head, Role.SUBJECT), named(wife, Role.SPOUSE), **said)
    assert register_now(taro) == taro.register
    texts = list(taro.register.domiciles.order_by("since").values_list("text", flat=True))
    assert texts == ["川崎市川崎区見本町一丁目1番", "川崎市川崎区見本町一丁目77番"]


def test_into_another_ward_the_register_is_made_anew(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    married(town, taro, hanako)
    head, wife = taro.register.members.get(place=1), taro.register.members.get(place=2)
    said = {"new_town": town_in(town.other_ward), "new_lot": "8番"}
    later = date(2013, 6, 1)
    accepted(town, "transfer", named(head, Role.SUBJECT), named(wife, Role.SPOUSE), on=later, **said)
    taro.register.refresh_from_db()
    anew = register_now(head, later)
    assert (taro.register.step, taro.register.closed_why, anew.follows) == (
        "removed",
        "transfer",
        taro.register,
    )
    assert [now_of(each).name for each in anew.members.order_by("place")] == ["見本　一男", "見本　和子"]
    assert headings(anew.members.get(place=1)) == ["出生"]
    assert FamilyEntry.objects.get(register=anew, member=None).kind == "transfer"


def test_the_first_person_goes_along_even_when_dead(town: Town, taro: FamilyMember) -> None:
    head, wife = taro.register.members.get(place=1), taro.register.members.get(place=2)
    died(town, head, date(2013, 1, 1))
    said = {"new_town": town_in(town.other_ward), "new_lot": "8番"}
    later = date(2013, 6, 1)
    accepted(town, "transfer", named(wife, Role.SUBJECT), on=later, **said)
    anew = register_now(wife, later)
    first = now_of(anew.members.get(place=1))
    assert (first.name, first.left_why, headings(first.member)) == ("見本　一男", "death", ["出生", "死亡"])
    assert [now_of(each).left_on for each in anew.members.order_by("place")[1:]] == [None, None]


def test_a_notification_finds_who_entered_another_register_after_it_was_handed_in(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    said = {"choice": "husbands_name", "new_town": town_in(town.ward), "new_lot": "5番"}
    waiting = handed_in(town, "marriage", *both(taro, hanako), *WITNESSES, **said)
    accepted(town, "separation", named(taro, Role.SUBJECT), new_town=town_in(town.ward), new_lot="9番")
    accept_family_notification(actor=REGISTRY, notification=waiting, on=DAY)
    assert register_now(taro) == register_now(hanako)
    assert now_of(place_now(hanako)).spouse == "妻"
