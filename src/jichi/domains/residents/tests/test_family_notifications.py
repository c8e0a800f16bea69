"""Who enters and leaves which family register: one story for each kind of notification."""

import json
from datetime import date

import pytest
from tests.town import Town

from jichi.domains.residents.actions.family.family_intake import Named
from jichi.domains.residents.models import FamilyEntry, FamilyMember, FamilyTie
from jichi.domains.residents.queries.family import family_register_of
from jichi.domains.residents.rules.family.words import Role
from jichi.kernel.ledger.models import Event, PersonalField

from .small_family import (
    DAY,
    WITNESSES,
    accepted,
    block,
    couple,
    entries,
    family,
    headings,
    lines,
    married,
    named,
    now_of,
    parents_and,
    place_now,
    register_now,
)
from .small_register import town_in

pytestmark = pytest.mark.django_db

BORN_M, BORN_F = date(1985, 3, 3), date(1986, 4, 4)


@pytest.fixture
def taro(town: Town) -> FamilyMember:
    return parents_and(town, "見本", "太郎", "1", BORN_M)


@pytest.fixture
def hanako(town: Town) -> FamilyMember:
    return parents_and(town, "実例", "花子", "2", BORN_F, ward=town.other_ward, lot="2番")


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
    assert lines(entries(held.member).last())["spouse_nationality"] == "USA"  # type: ignore[arg-type]


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


def child_of(town: Town, *parents: FamilyMember, on: date = date(2013, 1, 10)) -> FamilyMember:
    roles = {"1": Role.FATHER, "2": Role.MOTHER}
    told = [named(parent, roles[now_of(parent).sex]) for parent in parents]
    its = Named(role=Role.CHILD, name="一", kana="はじめ", birth=on, sex="1")
    notification = accepted(
        town,
        "birth",
        its,
        *told,
        on=on,
        happened_on=on,
        place="川崎市幸区",
        relation="長男",
        notified_by="父",
    )
    person = notification.parties.get(role="child").person
    assert person is not None
    return person.memberships.get()


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


def both(man: FamilyMember, woman: FamilyMember) -> list[object]:
    return [named(man, Role.HUSBAND), named(woman, Role.WIFE)]


def place_last(member: FamilyMember) -> FamilyMember:
    found = FamilyMember.objects.filter(person=member.person).order_by("-pk").first()
    assert found is not None
    return found


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


def test_a_grown_child_separates(town: Town, taro: FamilyMember) -> None:
    accepted(town, "separation", named(taro, Role.SUBJECT), new_town=town_in(town.ward), new_lot="4番")
    held = now_of(place_now(taro))
    assert (held.name, held.member.place, held.entered_why) == ("見本　太郎", 1, "separation")
    assert headings(held.member) == ["出生", "分籍"]


def test_an_adopted_child_takes_surname_and_register(town: Town, hanako: FamilyMember) -> None:
    man, woman = couple("養家", man="親", woman="母子")
    adopters = family(town, man, woman, lot="30番")
    husband, wife = adopters.members.get(place=1), adopters.members.get(place=2)
    accepted(
        town,
        "adoption",
        named(husband, Role.ADOPTER),
        named(wife, Role.ADOPTER_SPOUSE),
        named(hanako, Role.SUBJECT),
        *WITNESSES,
        relation="養女",
    )
    held = now_of(place_now(hanako))
    assert held.member.register == adopters
    assert (held.name, held.adoptive_father, held.adoptive_mother) == ("養家　花子", "養家親", "養家母子")
    assert (held.adoptive_relation, held.father) == ("養女", "実例一男")
    assert headings(husband) == ["出生", "養子縁組"]
    ended = date(2014, 7, 1)
    accepted(
        town,
        "adoption_ended",
        named(husband, Role.ADOPTER),
        named(wife, Role.ADOPTER_SPOUSE),
        named(place_now(hanako), Role.SUBJECT),
        *WITNESSES,
        on=ended,
        choice="return",
    )
    back = now_of(place_last(hanako))
    assert (back.member.register, back.name, back.adoptive_father) == (hanako.register, "実例　花子", "")
    assert FamilyTie.objects.filter(kind="adoptive_parent", until=ended).count() == 2


def test_an_acknowledged_child_stays_where_it_is(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    born = child_of(town, hanako, on=DAY)
    accepted(town, "acknowledgement", named(taro, Role.FATHER), named(born, Role.CHILD))
    held = now_of(born)
    assert (held.father, held.name) == ("見本太郎", "実例　一")
    assert headings(taro)[-1] == headings(born)[-1] == "認知"


def test_a_child_enters_the_register_of_the_parent_whose_name_it_takes(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    married(town, taro, hanako)
    born = child_of(town, place_now(taro), place_now(hanako))
    later = date(2014, 5, 1)
    said = {"choice": "new_register", "new_town": town_in(town.ward), "new_lot": "9番", "custody": "母"}
    accepted(town, "divorce", *both(place_now(taro), place_now(hanako)), *WITNESSES, on=later, **said)
    accepted(
        town,
        "entry",
        named(born, Role.SUBJECT),
        named(place_last(hanako), Role.MOTHER),
        on=later,
        court="横浜家庭裁判所川崎支部",
        court_on=later,
        consent_by="母",
    )
    held = now_of(place_last(born))
    assert (held.name, held.member.register) == ("実例　一", place_last(hanako).register)
    assert headings(held.member) == ["出生", "親権", "入籍"]


def test_a_changed_surname_is_that_of_everybody_in_the_register(town: Town, taro: FamilyMember) -> None:
    head, wife = taro.register.members.get(place=1), taro.register.members.get(place=2)
    accepted(
        town,
        "surname_change",
        named(head, Role.SUBJECT),
        named(wife, Role.SPOUSE),
        new_name="新氏",
        court="横浜家庭裁判所",
        court_on=DAY,
    )
    names = [now_of(each).name for each in taro.register.members.order_by("place")]
    assert names == ["新氏　一男", "新氏　和子", "新氏　太郎"]


def test_who_is_naturalised_gets_a_register(town: Town) -> None:
    person = Named(role=Role.SUBJECT, name="新国　民", birth=BORN_F, sex="2")
    said = {
        "new_town": town_in(town.ward),
        "new_lot": "4番",
        "other_nationality": "アメリカ合衆国",
        "happened_on": DAY,
    }
    notification = accepted(town, "naturalised", person, **said)
    known = notification.parties.get().person
    assert known is not None
    assert family_register_of(known, DAY) is not None


def test_who_loses_nationality_leaves(town: Town, taro: FamilyMember) -> None:
    accepted(town, "nationality_lost", named(taro, Role.SUBJECT), happened_on=DAY, other_nationality="カナダ")
    assert now_of(taro).left_why == "nationality_lost"
    assert family_register_of(taro.person, DAY) is None


def test_a_missing_person_is_held_to_have_died(town: Town, taro: FamilyMember) -> None:
    accepted(
        town,
        "missing",
        named(taro, Role.SUBJECT),
        happened_on=date(2010, 1, 1),
        court="横浜家庭裁判所",
        court_on=DAY,
    )
    assert (now_of(taro).left_on, now_of(taro).left_why) == (date(2010, 1, 1), "missing")


def test_the_record_tells_number_and_ward_and_nothing_of_anybody(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    notification = married(town, taro, hanako)
    told = PersonalField.objects.filter(
        name="about", clear__contains=f'"notification": "{notification.number}"'
    )
    events = list(Event.objects.filter(pk__in=told.values("event")).order_by("pk"))
    assert [set(event.public) for event in events] == [{"act", "office"}] * 2
    assert all(event.public["act"].startswith("22-") for event in events)
    said = json.loads(PersonalField.objects.get(event=events[-1], name="about").clear)
    assert set(said["people"]) >= {taro.person.number, hanako.person.number}
    assert said["kind"] == "marriage"
