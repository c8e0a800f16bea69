"""What keeps a notification from being accepted, on the day before, the day of, and the day after."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.town import Town

from jichi.domains.residents.models import FamilyMember, FamilyNotification
from jichi.domains.residents.queries.family_cases import case_of, judged
from jichi.domains.residents.queries.family_days import due_day
from jichi.domains.residents.rules.family import checks
from jichi.domains.residents.rules.family.blocks import Block
from jichi.domains.residents.rules.family.carried import carried
from jichi.domains.residents.rules.family.case import Case, Domicile, Kept, Listed, Party, Sheet
from jichi.domains.residents.rules.family.checks import LegalAges, faults_of
from jichi.domains.residents.rules.family.kinds import KINDS, family_kind
from jichi.domains.residents.rules.family.plan import CannotBeDrawn
from jichi.domains.residents.rules.family.planning import PLANS, planned
from jichi.domains.residents.rules.family.words import HEADINGS, LABELS, Choice, Role
from jichi.domains.residents.rules.words import Sex

from .small_family import DAY, WITNESSES, accepted, handed_in, married, named, parents_and, place_now
from .small_register import town_in

HERE = Domicile(text="川崎市川崎区見本町一丁目1番", ward="14131", town=1, lot="1番")
AGES = LegalAges(adult=20, men_marry=18, women_marry=16, adopter=20, consents_alone=15)
LATER_AGES = LegalAges(adult=18, men_marry=18, women_marry=18, adopter=20, consents_alone=15)
WITNESS = [Party(role=Role.WITNESS, name=f"証人　{n}", birth=date(1950, 1, n)) for n in (1, 2)]


def person(role: Role, born: date, **more: object) -> Party:
    return Party(role=role, name=f"{role}　名", birth=born, **more)  # type: ignore[arg-type]


def marriage(man: date, woman: date, **more: object) -> Case:
    said = {"choice": Choice.HUSBANDS_NAME, "consent_by": "父母", "domicile": HERE, **more}
    return Case(
        kind=family_kind("marriage"),
        on=DAY,
        accepted_on=DAY,
        ward="14131",
        ward_mayor="川崎市川崎区長",
        parties=(person(Role.HUSBAND, man), person(Role.WIFE, woman), *WITNESS),
        **said,  # type: ignore[arg-type]
    )


def codes(case: Case, ages: LegalAges = AGES, **more: bool) -> set[str]:
    return {fault.code for fault in faults_of(case, ages, **more)}


GROWN = date(1980, 1, 1)
# An age is reached with the end of the day before the birthday.
TURNS_18, TURNS_16 = date(1994, 7, 10), date(1996, 7, 10)
ONE = timedelta(days=1)


@pytest.mark.parametrize(
    ("man", "woman", "ages", "may"),
    [
        (TURNS_18, TURNS_16, AGES, True),
        (TURNS_18 + ONE, GROWN, AGES, False),
        (GROWN, TURNS_16 + ONE, AGES, False),
        (GROWN, TURNS_16, LATER_AGES, False),
        (GROWN, TURNS_18, LATER_AGES, True),
        (GROWN, TURNS_18 + ONE, LATER_AGES, False),
    ],
)
def test_who_is_old_enough_to_marry(man: date, woman: date, ages: LegalAges, may: bool) -> None:
    assert ("too_young" not in codes(marriage(man, woman), ages)) is may


@pytest.mark.parametrize(
    ("born", "consent", "fault"),
    [
        (date(1992, 7, 10), "", False),
        (date(1992, 7, 11), "", True),
        (date(1992, 7, 11), "父母", False),
    ],
)
def test_who_is_not_of_age_needs_the_parents(born: date, consent: str, fault: bool) -> None:
    assert ("no_consent" in codes(marriage(born, GROWN, consent_by=consent))) is fault


@pytest.mark.parametrize(
    ("witnesses", "fault"),
    [
        (WITNESS, False),
        (WITNESS[:1], True),
        ([WITNESS[0], WITNESS[0]], True),
        ([WITNESS[0], replace(WITNESS[1], birth=date(1992, 7, 11))], True),
        ([WITNESS[0], replace(WITNESS[1], birth=date(1992, 7, 10))], False),
    ],
)
def test_two_different_witnesses_of_age(witnesses: list[Party], fault: bool) -> None:
    case = marriage(GROWN, GROWN)
    case = replace(case, parties=(*case.parties[:2], *witnesses))
    assert ("no_witnesses" in codes(case)) is fault


def test_a_court_needs_no_witnesses_and_asks_no_bar() -> None:
    wife = person(Role.WIFE, GROWN, barred=frozenset({"divorce"}))
    case = replace(
        marriage(GROWN, GROWN), kind=family_kind("divorce"), parties=(person(Role.HUSBAND, GROWN), wife)
    )
    assert codes(case) == {"no_witnesses", "barred"}
    assert codes(replace(case, court="横浜家庭裁判所", court_on=DAY)) == set()


def test_a_couple_says_whose_name_it_bears() -> None:
    assert codes(marriage(GROWN, GROWN, choice=Choice.NONE)) == {"no_surname"}


def test_near_relatives_do_not_marry() -> None:
    assert codes(marriage(GROWN, GROWN), near=True) == {"too_near"}


def test_nobody_marries_before_the_wait_is_over() -> None:
    waits = replace(AGES, remarriage_wait_until=DAY)
    assert codes(marriage(GROWN, GROWN), waits) == set()
    assert codes(marriage(GROWN, GROWN), replace(waits, remarriage_wait_until=DAY + ONE)) == {"too_soon"}


def test_what_was_accepted_elsewhere_is_entered_and_not_examined_again() -> None:
    assert codes(marriage(TURNS_18 + ONE, GROWN, accepted_by="横浜市長", choice=Choice.NONE)) == set()


def listed(key: int, place: int, **block: object) -> Listed:
    said = {"name": "見本　名", "birth": GROWN, "entered_on": GROWN, "entered_why": "made", **block}
    return Listed(key=key, person=key, place=place, block=Block(**said))  # type: ignore[arg-type]


SHEET = Sheet(
    key=1,
    domicile=HERE,
    first="見本　名",
    listed=(
        listed(1, 1, spouse="夫"),
        listed(2, 2, spouse="妻", beside=True),
        listed(3, 3),
        listed(4, 4, birth=date(2000, 1, 1)),
    ),
)


def of_sheet(kind: str, member: int, **more: object) -> Case:
    its = SHEET.member(member)
    assert its is not None
    subject = Party(
        role=Role.SUBJECT,
        name=its.block.name,
        birth=its.block.birth,
        person=member,
        sheet=SHEET,
        member=member,
    )
    case = replace(marriage(GROWN, GROWN), kind=family_kind(kind), parties=(subject,))
    return replace(case, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "member", "faults"),
    [
        ("separation", 1, {"is_head"}),
        ("separation", 2, {"is_head"}),
        ("separation", 3, set()),
        ("separation", 4, {"not_of_age"}),
        ("transfer", 3, {"not_first"}),
        ("transfer", 1, {"not_together"}),
        ("given_name_change", 3, {"no_court"}),
    ],
)
def test_who_may_do_what_in_a_register(kind: str, member: int, faults: set[str]) -> None:
    assert codes(of_sheet(kind, member)) == faults


def adoption(adopter: date, adoptee: date, **more: object) -> Case:
    parties = (person(Role.ADOPTER, adopter, sex=Sex.MALE), person(Role.SUBJECT, adoptee), *WITNESS)
    case = replace(marriage(GROWN, GROWN), kind=family_kind("adoption"), parties=parties, consent_by="")
    return replace(case, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("adopter", "adoptee", "more", "faults"),
    [
        (date(1992, 7, 10), date(1992, 7, 10), {}, set()),
        (date(1992, 7, 11), date(1992, 7, 12), {"court": "家裁"}, {"adopter_too_young"}),
        (GROWN, GROWN - ONE, {}, {"elder"}),
        (GROWN, date(1992, 7, 11), {}, {"not_permitted"}),
        (GROWN, date(1997, 7, 10), {"court": "家裁"}, set()),
        (GROWN, date(1997, 7, 11), {"court": "家裁"}, {"no_representative"}),
        (GROWN, date(1997, 7, 11), {"court": "家裁", "consent_by": "母"}, set()),
    ],
)
def test_who_may_adopt_whom(adopter: date, adoptee: date, more: dict[str, str], faults: set[str]) -> None:
    assert codes(adoption(adopter, adoptee, **more)) == faults


@pytest.mark.parametrize(
    ("kind", "happened_on", "last"),
    [
        ("birth", date(2012, 7, 2), date(2012, 7, 17)),  # 15 and 16 July are a Sunday and a holiday
        ("birth", date(2012, 7, 3), date(2012, 7, 17)),
        ("birth", date(2012, 7, 4), date(2012, 7, 17)),
        ("birth", date(2012, 7, 5), date(2012, 7, 18)),
        ("death", date(2012, 7, 2), date(2012, 7, 9)),  # 8 July is a Sunday
        ("death", date(2012, 7, 3), date(2012, 7, 9)),
        ("death", date(2012, 7, 4), date(2012, 7, 10)),
        ("birth", date(1970, 7, 4), date(1970, 7, 17)),
        ("marriage", date(2012, 7, 4), None),
    ],
)
def test_by_when_a_fact_is_notified(kind: str, happened_on: date, last: date | None) -> None:
    assert due_day(kind, happened_on) == last


def test_every_kind_has_a_plan_and_every_word_a_label() -> None:
    assert set(PLANS) == {kind.code for kind in KINDS}
    assert len(set(HEADINGS.values())) == len(HEADINGS)
    assert all(LABELS.values())


def test_a_new_register_needs_a_domicile() -> None:
    with pytest.raises(CannotBeDrawn) as lack:
        planned(marriage(GROWN, GROWN, domicile=None))
    assert lack.value.field == "domicile"


KINDS_KEPT = ("birth", "adoption", "divorce", "marriage", "custody", "spouse_died", "given_name_change")


@pytest.mark.parametrize(
    ("block", "with_marriage", "minor", "goes"),
    [
        ({}, True, False, ["birth", "given_name_change"]),
        ({"spouse": "妻"}, True, False, ["birth", "marriage", "given_name_change"]),
        ({"spouse": "妻"}, False, False, ["birth", "given_name_change"]),
        ({"adoptive_father": "養父"}, False, False, ["birth", "adoption", "given_name_change"]),
        ({}, False, True, ["birth", "custody", "given_name_change"]),
    ],
)
def test_only_what_still_holds_goes_along(
    block: dict[str, str], with_marriage: bool, minor: bool, goes: list[str]
) -> None:
    entries = tuple(Kept(key=key, kind=kind) for key, kind in enumerate(KINDS_KEPT))
    its = replace(listed(1, 1, **block), entries=entries)
    kept = carried(its, with_marriage=with_marriage, is_minor=minor)
    assert [KINDS_KEPT[key] for key in kept] == goes


@pytest.fixture
def pair(town: Town, db: None) -> Iterator[tuple[FamilyMember, FamilyMember]]:
    return (
        parents_and(town, "見本", "太郎", "1", date(1985, 3, 3)),
        parents_and(town, "実例", "花子", "2", date(1986, 4, 4), lot="2番"),
    )


def divorced(town: Town, man: FamilyMember, woman: FamilyMember, on: date) -> FamilyNotification:
    parties = [named(place_now(man), Role.HUSBAND), named(place_now(woman), Role.WIFE)]
    return accepted(town, "divorce", *parties, *WITNESSES, on=on, choice="return")


@pytest.mark.parametrize(
    ("again_on", "soon"),
    [(date(2013, 2, 1), True), (date(2013, 2, 2), False), (date(2013, 2, 3), False)],
)
def test_a_woman_waits_six_months_as_the_law_then_was(
    town: Town, pair: tuple[FamilyMember, FamilyMember], again_on: date, soon: bool
) -> None:
    married(town, *pair)
    divorced(town, *pair, date(2012, 8, 1))
    other = parents_and(town, "別人", "次郎", "1", date(1984, 1, 1), lot="3番")
    woman = pair[1].person.memberships.order_by("-pk").first()
    assert woman is not None
    told = [named(other, Role.HUSBAND), named(woman, Role.WIFE), *WITNESSES]
    said = {"choice": "husbands_name", "new_town": town_in(town.ward), "new_lot": "5番"}
    notification = handed_in(town, "marriage", *told, on=again_on, **said)
    found = {fault.code for fault in judged(case_of(notification, again_on))}
    assert found == ({"too_soon"} if soon else set())
    assert judged(case_of(notification, date(2024, 4, 1))) == []


def test_siblings_are_too_near_and_who_is_married_is_not_free(
    town: Town, pair: tuple[FamilyMember, FamilyMember]
) -> None:
    from .small_family import child, couple, family

    man, woman = couple("兄妹")
    born = {"father": "兄妹一男", "mother": "兄妹和子"}
    register = family(
        town,
        man,
        woman,
        child("兄妹　兄", "1", date(1985, 1, 1), **born),
        child("兄妹　妹", "2", date(1987, 1, 1), **born),
        lot="9番",
    )
    brother, sister, father = (register.members.get(place=place) for place in (3, 4, 1))
    assert faults_between(town, brother, sister) == {"too_near"}
    assert faults_between(town, father, pair[1]) == {"married"}
    assert faults_between(town, pair[0], pair[1]) == set()


def faults_between(town: Town, man: FamilyMember, woman: FamilyMember) -> set[str]:
    told = [named(man, Role.HUSBAND), named(woman, Role.WIFE), *WITNESSES]
    said = {"choice": "husbands_name", "new_town": town_in(town.ward), "new_lot": "5番"}
    notification = handed_in(town, "marriage", *told, **said)
    return {fault.code for fault in judged(case_of(notification, DAY))}


def test_every_fault_names_its_article() -> None:
    faults = [each for each in vars(checks).values() if isinstance(each, checks.Fault)]
    assert len(faults) == len({each.code for each in faults})
    assert all("法第" in each.article and each.words.endswith("。") for each in faults)
