"""Cases for the protection desk: what waits, what ends soon, and the gates to a case and an attempt."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import holding
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.law.shelf import law

from ..models import CoveredPerson, Entry, ProtectedAttempt, ProtectionCase
from ..permissions import May
from ..rules.protection_term import PROTECTION_YEARS, RENEWAL_MONTHS, Term, after, opens_before, term_from
from ..states import BLOCKING
from .register import believed
from .seeing import Seen, gate, seen_entries


def term_on(starts_on: date) -> Term:
    """The term of a protection that starts on a day, by the law of that day."""
    years, months = law.at(starts_on, PROTECTION_YEARS), law.at(starts_on, RENEWAL_MONTHS)
    return term_from(starts_on, years=years.value, months=months.value, source=years.source)


def term_of(case: ProtectionCase) -> Term:
    """The running term of a case that was started."""
    assert case.starts_on
    assert case.ends_on
    months = law.at(case.ends_on, RENEWAL_MONTHS)
    return Term(
        starts_on=case.starts_on,
        ends_on=case.ends_on,
        renewable_from=opens_before(case.ends_on, months=months.value, source=months.source),
    )


def next_term(case: ProtectionCase, on: date) -> Term:
    """The term that follows the running one."""
    assert case.ends_on
    return term_on(after(case.ends_on))


def in_wards(actor: Actor, *permissions: May) -> Q:
    """Rows of wards in which the actor holds one of these."""
    rows = Q(pk__in=[])
    for held in frozenset().union(*(holding(actor, each) for each in permissions)):
        rows |= Q(ward=held.ward) if held.ward else ~Q(pk__in=[])
    return rows


def cases_for(actor: Actor) -> QuerySet[ProtectionCase]:
    """The cases of the actor's wards.

    Raises: NotThere for who is no officer of protections.
    """
    gate(actor, May.SEE_PROTECTED)
    cases = ProtectionCase.objects.filter(in_wards(actor, May.SEE_PROTECTED))
    if actor.account_id:
        cases = cases.exclude(named_person__account=actor.account_id)
    return cases.select_related("ward", "applicant", "named_person").annotate(
        people=Count("covered", filter=Q(covered__left_on__isnull=True))
    )


def case_with(actor: Actor, public_id: UUID) -> ProtectionCase:
    """Raises: NotThere."""
    if case := cases_for(actor).filter(public_id=public_id).first():
        return case
    raise NotThere


def waiting_for_decision(actor: Actor) -> QuerySet[ProtectionCase]:
    """Also where only somebody's leaving waits for the second person."""
    leaving = CoveredPerson.objects.filter(
        case=OuterRef("pk"), leaving_proposed_by__isnull=False, left_on__isnull=True
    )
    waits = Q(step__in=["applied", "lifting", "refusing"]) | Q(Exists(leaving), step__in=BLOCKING)
    return cases_for(actor).filter(waits).order_by("applied_at")


def to_renew(actor: Actor, on: date) -> QuerySet[ProtectionCase]:
    """Cases whose renewal may be taken, the soonest to end first; those that have run out stand on top."""
    last = furthest_end(on)
    return cases_for(actor).filter(step="started", ends_on__lte=last).order_by("ends_on", "pk")


def furthest_end(on: date) -> date:
    """The latest last day whose renewal opens on or before this day."""
    months = law.at(on, RENEWAL_MONTHS).value
    day = on + timedelta(days=31 * months)
    while opens_before(day, months=months, source="") > on:
        day -= timedelta(days=1)
    return day


def blocking_cases(actor: Actor) -> QuerySet[ProtectionCase]:
    return cases_for(actor).filter(step__in=BLOCKING).order_by("-applied_at")


def attempts_for(actor: Actor) -> QuerySet[ProtectedAttempt]:
    """Attempts on records of the actor's wards, those to be settled first.

    Raises: NotThere for who is no officer of protections.
    """
    gate(actor, May.SEE_PROTECTED)
    rows = ProtectedAttempt.objects.filter(in_wards(actor, May.SEE_PROTECTED))
    return rows.select_related("person", "ward", "tried_by")


def attempt_with(actor: Actor, key: int) -> ProtectedAttempt:
    """Raises: NotThere."""
    if attempt := attempts_for(actor).filter(pk=key).first():
        return attempt
    raise NotThere


def covering_with(actor: Actor, public_id: UUID, person: UUID) -> CoveredPerson:
    """Raises: NotThere, also for who has left the case, and where it hides nobody any more."""
    case = case_with(actor, public_id)
    rows = case.covered.filter(person__public_id=person, left_on__isnull=True).select_related(
        "case", "person"
    )
    if case.blocks and (found := rows.first()):
        return found
    raise NotThere


def people_of(actor: Actor, case: ProtectionCase, on: date) -> list[tuple[CoveredPerson, Seen]]:
    """Whom a case covers, each as this reader may see them. Three queries."""
    covered = list(case.covered.filter(left_on__isnull=True).select_related("person").order_by("pk"))
    entries = believed(
        Entry.objects.filter(person__in=[each.person_id for each in covered], until__isnull=True)
    )
    rows = list(entries.select_related("person", "town__ward"))
    for covering in covered:
        covering.case = case
    seen = {each.person.pk: each for each in seen_entries(actor, rows, on)}
    return [(covering, seen[covering.person_id]) for covering in covered if covering.person_id in seen]


def names_of(actor: Actor, cases: Sequence[ProtectionCase], on: date) -> dict[int, str]:
    """The applicants' names, by key of case. Two queries."""
    entries = believed(
        Entry.objects.filter(person__in=[case.applicant_id for case in cases], until__isnull=True)
    )
    rows = list(entries.select_related("person", "town__ward"))
    names = {each.person.pk: each.facts.name for each in seen_entries(actor, rows, on)}
    return {case.pk: names.get(case.applicant_id, "") for case in cases}
