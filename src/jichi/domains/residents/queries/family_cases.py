"""From the rows of a notification to the case that the rules judge. No gate: for actions and the family pages."""

from collections.abc import Iterable
from datetime import date

from jichi.kernel.calendar import Period, Unit
from jichi.kernel.law.book import NotInForce
from jichi.kernel.law.shelf import law

from ..models import FamilyMember, FamilyNotification, FamilyParty, FamilyTie, NonAcceptance
from ..rules.family.ages import (
    ADOPTER_AGE,
    ADULT_AGE,
    CONSENTED_ADOPTION_AGE,
    MARRIAGE_AGE_MEN,
    MARRIAGE_AGE_WOMEN,
    REMARRIAGE_WAIT_DAYS,
    REMARRIAGE_WAIT_MONTHS,
)
from ..rules.family.case import Case, Domicile, Party, Sheet
from ..rules.family.checks import Fault, LegalAges, faults_of
from ..rules.family.words import Role
from ..rules.words import Sex
from .family import are_near, generations
from .family_sheets import domicile_at, mayor_of, memberships, records_now, sheets_of

BY_COURT = ("divorce", "adoption_ended")


def case_of(notification: FamilyNotification, on: date) -> Case:
    """The case as it would be accepted on a day."""
    rows = notification.parties.select_related("member").order_by("pk")
    return case_from(notification, list(rows), on)


def case_from(notification: FamilyNotification, rows: list[FamilyParty], on: date) -> Case:
    """The same of rows that are not saved yet: what the check page shows."""
    return Case(
        kind=notification.what,
        on=effective_day(notification, on),
        accepted_on=on,
        ward=notification.ward_id,
        ward_mayor=mayor_of(notification.ward),
        parties=parties_of(rows),
        notified_on=notification.received_on,
        notified_by=notification.notified_by,
        accepted_by=notification.accepted_by,
        domicile=new_domicile(notification),
        choice=notification.chosen,
        place=notification.place,
        time=notification.time,
        relation=notification.relation,
        new_name=notification.new_name,
        custody=notification.custody,
        consent_by=notification.consent_by,
        court=notification.court,
        court_on=notification.court_on,
        other_nationality=notification.other_nationality,
        adult_age=law.at(on, ADULT_AGE).value,
    )


def effective_day(notification: FamilyNotification, on: date) -> date:
    """From when it is so: a fact from its own day, a judgment from the day it became final, an act from its acceptance."""
    kind = notification.what
    if not kind.creates:
        return notification.happened_on or on
    if kind.code in BY_COURT and notification.court and notification.court_on:
        return notification.court_on
    return (notification.happened_on or on) if notification.accepted_by else on


def new_domicile(notification: FamilyNotification) -> Domicile | None:
    if notification.new_town:
        return domicile_at(notification.new_town, notification.new_lot)
    return Domicile(text=notification.new_elsewhere) if notification.new_elsewhere else None


def parties_of(rows: list[FamilyParty]) -> tuple[Party, ...]:
    """The parties as the registers have them now: whoever entered another register since the form was handed in is there."""
    now = memberships(row.person_id for row in rows if row.member and row.person_id)
    for row in rows:
        row.member = now.get(row.person_id or 0, row.member)
    former = former_memberships([row.member for row in rows if row.member])
    keys = {row.member.register_id for row in rows if row.member}
    sheets = sheets_of(keys | {member.register_id for member in former.values()})
    names = names_of(former.values())
    barred = bars_of([row.person_id for row in rows if row.person_id])
    return tuple(party_of(row, sheets, former, names, barred) for row in rows)


def party_of(
    row: FamilyParty,
    sheets: dict[int, Sheet],
    former: dict[int, FamilyMember],
    names: dict[int, str],
    barred: dict[int, frozenset[str]],
) -> Party:
    sheet = sheets[row.member.register_id] if row.member else None
    before = former.get(row.member_id) if row.member_id else None
    listed = sheet.member(row.member_id) if sheet else None
    return Party(
        role=Role(row.role),
        name=listed.block.name if listed else row.name,
        kana=row.kana,
        birth=listed.block.birth if listed else row.birth,
        sex=listed.block.sex if listed else Sex(row.sex),
        nationality=row.nationality,
        person=row.person_id,
        sheet=sheet,
        member=row.member_id,
        domicile=row.domicile,
        first=row.first,
        before=sheets[before.register_id] if before else None,
        before_name=names[before.pk] if before else "",
        appeared=row.appeared,
        barred=barred.get(row.person_id or 0, frozenset()),
    )


def former_memberships(members: list[FamilyMember]) -> dict[int, FamilyMember]:
    """For each member the place left on the day and for the reason for which they entered this one (戸籍法第19条).

    Two queries.
    """
    now = {row.member_id: row for row in records_now().filter(member__in=members)}
    people = [member.person_id for member in members]
    left = records_now().filter(member__person__in=people, left_why__in=["marriage", "adoption"])
    found: dict[int, FamilyMember] = {}
    for row in left.select_related("member"):
        for member in members:
            entered = now.get(member.pk)
            same = entered and (entered.entered_why, entered.entered_on) == (row.left_why, row.left_on)
            if same and row.member.person_id == member.person_id:
                found[member.pk] = row.member
    return found


def names_of(members: Iterable[FamilyMember]) -> dict[int, str]:
    return dict(records_now().filter(member__in=members).values_list("member", "name"))


def bars_of(people: list[int]) -> dict[int, frozenset[str]]:
    """Which kinds each of these has asked not to accept."""
    found: dict[int, frozenset[str]] = {}
    rows = NonAcceptance.objects.filter(person__in=people, withdrawn_on__isnull=True)
    for person, kind in rows.values_list("person", "kind"):
        found[person] = found.get(person, frozenset()) | {kind}
    return found


def judged(case: Case) -> list[Fault]:
    """Why a case cannot be accepted; nothing where it can."""
    return faults_of(case, ages_on(case), near=are_too_near(case))


def ages_on(case: Case) -> LegalAges:
    """The law of the day of acceptance."""
    on = case.accepted_on
    return LegalAges(
        adult=law.at(on, ADULT_AGE).value,
        men_marry=law.at(on, MARRIAGE_AGE_MEN).value,
        women_marry=law.at(on, MARRIAGE_AGE_WOMEN).value,
        adopter=law.at(on, ADOPTER_AGE).value,
        consents_alone=law.at(on, CONSENTED_ADOPTION_AGE).value,
        remarriage_wait_until=wait_until(case),
    )


def wait_until(case: Case) -> date | None:
    """The first day on which a woman may marry again, unless it is the same husband.

    Law: 民法第733条.
    """
    husband, wife = case.party(Role.HUSBAND), case.party(Role.WIFE)
    wait = wait_on(case.accepted_on)
    if case.kind.code != "marriage" or wait is None or wife is None or wife.person is None:
        return None
    ended = FamilyTie.objects.filter(
        kind=FamilyTie.Kind.SPOUSE, voided_at__isnull=True, until__isnull=False
    ).filter(other=wife.person) | FamilyTie.objects.filter(
        kind=FamilyTie.Kind.SPOUSE, voided_at__isnull=True, until__isnull=False, person=wife.person
    )
    last = ended.order_by("-until").first()
    if last is None or last.until is None or (husband and husband.person in (last.person_id, last.other_id)):
        return None
    return wait.elapsed_day(last.until).day


def wait_on(on: date) -> Period | None:
    for key, unit in ((REMARRIAGE_WAIT_MONTHS, Unit.MONTH), (REMARRIAGE_WAIT_DAYS, Unit.DAY)):
        try:
            return Period(length=law.at(on, key).value, unit=unit, basis="民法第733条")
        except NotInForce:
            continue
    return None


def are_too_near(case: Case) -> bool:
    if case.kind.code == "marriage":
        couple = [party.person for party in case.those(Role.HUSBAND, Role.WIFE) if party.person]
        return len(couple) == 2 and are_near(couple[0], couple[1], case.accepted_on)
    if case.kind.code == "adoption":
        adoptee = case.party(Role.SUBJECT)
        adopters = [party.person for party in case.those(Role.ADOPTER, Role.ADOPTER_SPOUSE) if party.person]
        return bool(adoptee and adoptee.person) and any(
            adoptee.person in generations(each, case.accepted_on, up=True)
            for each in adopters
            if adoptee and adoptee.person
        )
    return False
