"""What keeps a notification from being accepted: one fault for each broken provision. Pure.

Law: 民法 第731条 to 第737条, 第739条, 第792条 to 第798条, 第818条, 第819条; 戸籍法 第21条, 第27条の2, 第29条, 第33条.
What the registers cannot know (consent freely given, a marriage abroad) the clerk examines.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from jichi.kernel.values.fault import gettext_noop

from .ages import has_age
from .case import Case, Party
from .words import Choice, Role


@dataclass(frozen=True, kw_only=True)
class LegalAges:
    """The ages and waits of the day; None where the law of that day knows none."""

    adult: int
    men_marry: int
    women_marry: int
    adopter: int
    consents_alone: int
    remarriage_wait_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Fault:
    code: str
    words: str
    article: str


def fault(code: str, words: str, article: str) -> Fault:
    return Fault(code=code, words=words, article=article)


TOO_YOUNG = fault("too_young", gettext_noop("婚姻できる年齢になっていません。"), "民法第731条")
MARRIED = fault("married", gettext_noop("配偶者のある人がいます。"), "民法第732条")
TOO_SOON = fault(
    "too_soon", gettext_noop("前の婚姻が終わってから、再婚できるまでの期間がたっていません。"), "民法第733条"
)
TOO_NEAR = fault("too_near", gettext_noop("婚姻できない近い親族です。"), "民法第734条")
NO_CONSENT = fault("no_consent", gettext_noop("未成年の人に、父母の同意がありません。"), "民法第737条")
NO_WITNESSES = fault("no_witnesses", gettext_noop("成年の証人が2人いません。"), "民法第739条")
NO_SURNAME = fault("no_surname", gettext_noop("夫婦のどちらの氏を称するか決まっていません。"), "民法第750条")
NOT_MARRIED = fault("not_married", gettext_noop("この2人は、戸籍の上で夫婦ではありません。"), "戸籍法第76条")
NO_CUSTODY = fault("no_custody", gettext_noop("未成年の子の親権者が決まっていません。"), "民法第819条")
NO_WAY_BACK = fault(
    "no_way_back", gettext_noop("氏がもとにもどる人の行き先が決まっていません。"), "戸籍法第19条"
)
ADOPTER_TOO_YOUNG = fault(
    "adopter_too_young", gettext_noop("養親になれる年齢になっていません。"), "民法第792条"
)
ELDER = fault("elder", gettext_noop("年上の人や尊属を養子にはできません。"), "民法第793条")
NOT_PERMITTED = fault(
    "not_permitted", gettext_noop("未成年の人を養子にする家庭裁判所の許可がありません。"), "民法第798条"
)
NO_REPRESENTATIVE = fault("no_representative", gettext_noop("法定代理人の承諾がありません。"), "民法第797条")
NOT_ADOPTED = fault(
    "not_adopted", gettext_noop("この2人は、戸籍の上で養親と養子ではありません。"), "戸籍法第70条"
)
NOT_OF_AGE = fault("not_of_age", gettext_noop("分籍は、成年の人だけができます。"), "戸籍法第21条")
IS_HEAD = fault("is_head", gettext_noop("筆頭者とその配偶者は、分籍できません。"), "戸籍法第21条")
NOT_FIRST = fault("not_first", gettext_noop("筆頭者とその配偶者だけができる届出です。"), "戸籍法第108条")
NOT_TOGETHER = fault(
    "not_together", gettext_noop("筆頭者と配偶者が、そろって届け出ていません。"), "戸籍法第108条"
)
NO_COURT = fault("no_court", gettext_noop("家庭裁判所の許可や裁判の日が書かれていません。"), "戸籍法第107条")
GONE = fault("gone", gettext_noop("戸籍からすでに除かれている人です。"), "戸籍法第23条")
BARRED = fault("barred", gettext_noop("本人から不受理の申出が出ています。"), "戸籍法第27条の2")
BEFORE_BIRTH = fault(
    "before_birth", gettext_noop("届け出た事実の日が、本人の生まれる前です。"), "戸籍法第29条"
)
TWICE = fault("twice", gettext_noop("同じ人が二つの役で書かれています。"), "戸籍法第29条")


def faults_of(case: Case, ages: LegalAges, *, near: bool = False) -> list[Fault]:
    """All that is wrong, in the order of the form. `near`: the registers know the two as near relatives.

    What was accepted elsewhere already stands: it is entered, and not examined again.
    """
    if case.accepted_by:
        return list(of_everybody(case))
    found = [*of_everybody(case), *of_witnesses(case, ages), *of_bars(case)]
    if own := CHECKS.get(case.kind.code):
        found += own(case, ages, near)
    return list(dict.fromkeys(found))


def of_everybody(case: Case) -> Iterator[Fault]:
    known = [party.person for party in case.parties if party.person and party.role is not Role.WITNESS]
    if len(known) != len(set(known)):
        yield TWICE
    for party in case.parties:
        if (
            party.role in case.kind.roles
            and party.role is not Role.CHILD
            and party.birth
            and party.birth > case.on
        ):
            yield BEFORE_BIRTH
        if party.listed and not party.listed.block.is_listed:
            yield GONE


def of_witnesses(case: Case, ages: LegalAges) -> Iterator[Fault]:
    """By decree of a court a divorce or the end of an adoption needs none."""
    if case.kind.code in ("divorce", "adoption_ended") and case.court:
        return
    grown = [each for each in case.witnesses() if each.birth and has_age(each.birth, ages.adult, case.on)]
    if len({(each.name, each.birth) for each in grown}) < case.kind.witnesses:
        yield NO_WITNESSES


def of_bars(case: Case) -> Iterator[Fault]:
    """A standing request counts unless the one who made it comes in person (戸籍法第27条の2第3項, 第4項)."""
    by_court = case.kind.code in ("divorce", "adoption_ended") and case.court
    if by_court:
        return
    for party in case.those(*case.kind.own):
        if case.kind.code in party.barred and not party.appeared:
            yield BARRED


def of_marriage(case: Case, ages: LegalAges, near: bool) -> list[Fault]:
    husband, wife = case.party(Role.HUSBAND), case.party(Role.WIFE)
    if husband is None or wife is None:
        return []
    found = []
    if not old_enough(husband, ages.men_marry, case.on) or not old_enough(wife, ages.women_marry, case.on):
        found.append(TOO_YOUNG)
    if any(each.listed and each.listed.block.is_married for each in (husband, wife)):
        found.append(MARRIED)
    if ages.remarriage_wait_until and case.on < ages.remarriage_wait_until:
        found.append(TOO_SOON)
    if near:
        found.append(TOO_NEAR)
    if not case.consent_by and any(not old_enough(each, ages.adult, case.on) for each in (husband, wife)):
        found.append(NO_CONSENT)
    if case.choice not in (Choice.HUSBANDS_NAME, Choice.WIFES_NAME) and not (
        husband.is_foreign or wife.is_foreign
    ):
        found.append(NO_SURNAME)
    return found


def old_enough(party: Party, age: int, on: date) -> bool:
    return party.birth is not None and has_age(party.birth, age, on)


def of_divorce(case: Case, ages: LegalAges, near: bool) -> list[Fault]:
    couple = case.those(Role.HUSBAND, Role.WIFE)
    found = []
    here = [each for each in couple if each.listed]
    if any(not (each.listed and each.listed.block.is_married) for each in here):
        found.append(NOT_MARRIED)
    leaver = next((each for each in here if not each.is_first), None)
    abroad = any(each.is_foreign for each in couple)
    if leaver and not abroad and not goes_somewhere(case, leaver):
        found.append(NO_WAY_BACK)
    if not case.custody and has_minor_child(case, ages):
        found.append(NO_CUSTODY)
    return found


def goes_somewhere(case: Case, leaver: Party) -> bool:
    if case.choice is Choice.RETURN and leaver.before and leaver.before.in_force:
        return True
    return case.choice in (Choice.NEW_REGISTER, Choice.KEEP_NAME, Choice.RETURN) and case.domicile is not None


def has_minor_child(case: Case, ages: LegalAges) -> bool:
    """Children of the couple's register who are still in it and under age."""
    for party in case.those(Role.HUSBAND, Role.WIFE):
        for child in party.sheet.members() if party.sheet else ():
            birth = child.block.birth
            if (
                child.place > 1
                and not child.block.is_married
                and birth
                and not has_age(birth, ages.adult, case.on)
            ):
                return True
    return False


def of_adoption(case: Case, ages: LegalAges, near: bool) -> list[Fault]:
    adopters, adoptee = case.those(Role.ADOPTER, Role.ADOPTER_SPOUSE), case.party(Role.SUBJECT)
    if adoptee is None or adoptee.birth is None:
        return []
    found = []
    if any(not old_enough(each, ages.adopter, case.on) for each in adopters):
        found.append(ADOPTER_TOO_YOUNG)
    if any(each.birth is None or each.birth > adoptee.birth for each in adopters) or near:
        found.append(ELDER)
    if not has_age(adoptee.birth, ages.adult, case.on) and not case.court:
        found.append(NOT_PERMITTED)
    if not has_age(adoptee.birth, ages.consents_alone, case.on) and not case.consent_by:
        found.append(NO_REPRESENTATIVE)
    return found


def of_adoption_ended(case: Case, ages: LegalAges, near: bool) -> list[Fault]:
    adoptee = case.party(Role.SUBJECT)
    if adoptee and adoptee.listed and not adoptee.listed.block.is_adopted:
        return [NOT_ADOPTED]
    returns = case.choice is Choice.RETURN and adoptee and adoptee.before and adoptee.before.in_force
    shares = adoptee and any(
        each.sheet and adoptee.sheet and each.sheet.key == adoptee.sheet.key
        for each in case.those(Role.ADOPTER, Role.ADOPTER_SPOUSE)
    )
    return [NO_WAY_BACK] if shares and not returns and case.domicile is None else []


def of_separation(case: Case, ages: LegalAges, near: bool) -> list[Fault]:
    subject = case.party(Role.SUBJECT)
    if subject is None:
        return []
    found = [] if old_enough(subject, ages.adult, case.on) else [NOT_OF_AGE]
    return [*found, IS_HEAD] if subject.is_head else found


def of_heads(case: Case, ages: LegalAges, near: bool) -> list[Fault]:
    subject = case.party(Role.SUBJECT)
    if subject is None or subject.sheet is None or not subject.is_head:
        return [NOT_FIRST]
    named = {party.member for party in case.those(Role.SUBJECT, Role.SPOUSE)}
    return [] if {each.key for each in subject.sheet.heads()} <= named else [NOT_TOGETHER]


def of_surname(case: Case, ages: LegalAges, near: bool) -> list[Fault]:
    return [*of_heads(case, ages, near), *of_court(case, ages, near)]


def of_court(case: Case, ages: LegalAges, near: bool) -> list[Fault]:
    return [] if case.court and case.court_on else [NO_COURT]


CHECKS: dict[str, Callable[[Case, LegalAges, bool], list[Fault]]] = {
    "marriage": of_marriage,
    "divorce": of_divorce,
    "adoption": of_adoption,
    "adoption_ended": of_adoption_ended,
    "separation": of_separation,
    "transfer": of_heads,
    "surname_change": of_surname,
    "given_name_change": of_court,
    "missing": of_court,
    "first_registration": of_court,
}
