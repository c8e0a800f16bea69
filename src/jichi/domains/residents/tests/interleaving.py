"""A clerk in a process of their own, who issues, voids, moves, corrects and protects in random order; and the audit of all.

Usage: python -m jichi.domains.residents.tests.interleaving begin
       python -m jichi.domains.residents.tests.interleaving work SEED COUNT LOG
       python -m jichi.domains.residents.tests.interleaving audit FOUND LOG... [--since CERTIFICATE]
Several clerks work at one register at once. Each writes a line to its log after each commit; the audit reads every paper
back and compares it with what the register said at the moment of its issue.
"""

import itertools
import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, UUID, uuid4, uuid5

import django

if TYPE_CHECKING:
    from jichi.domains.residents.models import Certificate, Entry, Person

HOUSEHOLDS, PEOPLE = 8, 15
# How often a clerk does what. Of a hundred.
SHARES = {"issue": 32, "move": 27, "correct": 14, "void": 12, "join": 7, "protect": 3, "lift": 5}


class Clerk:
    """One process. What it did stands in its log, one line an act; `again` is the ticket of a request sent twice."""

    def __init__(self, seed: int, log: Path) -> None:
        from jichi.domains.residents.models import Household, Person
        from jichi.kernel.access.models import Grant
        from jichi.kernel.places.models import Ward

        self.chance, self.log = Random(seed), log.open("a", encoding="utf-8")
        # Only the newest town: a bench adds one for each piece, so that no life grows without end.
        self.people = list(Person.objects.order_by("-pk")[:PEOPLE])
        self.households = list(Household.objects.order_by("-pk")[:HOUSEHOLDS])
        self.wards = list(Ward.objects.filter(organisation__isnull=False).order_by("code"))
        self.chiefs = [grant.account for grant in Grant.objects.filter(role="registry_chief").order_by("pk")]
        self.acts = 0

    def work(self, count: int) -> None:
        doings: dict[str, Callable[[], dict[str, Any]]] = {name: getattr(self, name) for name in SHARES}
        for _ in range(count):
            self.acts += 1
            (name,) = self.chance.choices(list(SHARES), weights=list(SHARES.values()))
            self.note(name, self.tried(doings[name]))

    def tried(self, doing: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """What an act left, or by which rule it was refused. Any other fault ends the process."""
        from django.db import IntegrityError

        from jichi.kernel.actions.refusal import Refusal

        try:
            return doing()
        except Refusal as refusal:
            return {"refused": refusal.code}
        except IntegrityError as fault:
            if "voids_id" not in str(fault):
                raise
            return {"refused": "voided twice"}

    def note(self, name: str, left: dict[str, Any]) -> None:
        self.log.write(json.dumps({"act": name, **left}) + "\n")
        self.log.flush()

    def person(self) -> "Person":
        return self.chance.choice(self.people)

    def issue(self) -> dict[str, Any]:
        from jichi.domains.residents.actions.issue_certificate import CertificateOrder, issue_certificate
        from jichi.domains.residents.rules.certificates.asked import Options, Requester
        from jichi.domains.residents.rules.certificates.kinds import Option

        from .certificate_desk import LICENCE, TODAY
        from .small_register import REGISTRY

        person = self.person()
        asked = frozenset(
            option for option in (Option.DOMICILE, Option.RELATIONSHIP) if self.chance.random() < 0.5
        )
        options = Options(items=asked, whole=self.chance.random() < 0.6)
        ticket = self.ticket(person)
        made = issue_certificate(
            actor=REGISTRY,
            order=CertificateOrder(
                kind="resident_record",
                person=person,
                ward=self.chance.choice(self.wards),
                options=options,
                requester=Requester(),
                proofs=LICENCE,
                ticket=ticket,
            ),
            on=TODAY,
        )
        return {"ticket": str(ticket), "certificate": made.pk, "person": person.pk}

    def ticket(self, person: "Person") -> UUID:
        """Every third request comes twice, from two desks."""
        if self.chance.random() < 0.67:
            return uuid4()
        return uuid5(NAMESPACE_OID, f"{person.pk}/{self.acts // 40}")

    def void(self) -> dict[str, Any]:
        from jichi.domains.residents.actions.void_certificate import void_certificate
        from jichi.domains.residents.models import Certificate

        from .certificate_desk import TODAY
        from .small_register import REGISTRY

        newest = list(Certificate.objects.order_by("-pk")[:20])
        if not newest:
            return {"refused": "nothing there"}
        chosen = self.chance.choice(newest)
        void_certificate(actor=REGISTRY, certificate=chosen, reason="mistake", on=TODAY)
        return {"certificate": chosen.pk}

    def move(self) -> dict[str, Any]:
        return self.changed(
            self.person(), {"lot": f"{self.chance.randint(1, 99)}番{self.chance.randint(1, 999)}号"}
        )

    def join(self) -> dict[str, Any]:
        """Somebody who heads no household moves into another one."""
        person = self.person()
        items = {"household": self.chance.choice(self.households).pk, "relationship": "同居人"}
        return self.changed(person, items) if not self.is_head(person) else {"refused": "a head stays"}

    def is_head(self, person: "Person") -> bool:
        from jichi.domains.residents.queries.register import record_now

        entry = record_now(person)
        return entry is None or entry.facts.is_head

    def changed(self, person: "Person", items: dict[str, Any]) -> dict[str, Any]:
        from .certificate_desk import TODAY
        from .small_register import moved

        return {"movement": moved(person, self.wards[0], items, on=TODAY).pk, "person": person.pk}

    def correct(self) -> dict[str, Any]:
        """The newest movement of somebody is voided: as if it had never been."""
        from jichi.domains.residents.models import Movement

        from .certificate_desk import TODAY
        from .small_register import moved

        person = self.person()
        moves = Movement.objects.filter(entries__person=person, kind="moved", voided_by__isnull=True)
        newest = moves.order_by("-pk").first()
        if newest is None:
            return {"refused": "nothing to correct"}
        made = moved(person, self.wards[0], {}, kind="voided", on=TODAY, voids=newest)
        return {"movement": made.pk, "person": person.pk}

    def protect(self) -> dict[str, Any]:
        from jichi.domains.residents.actions.protection.apply_for_protection import (
            Application,
            apply_for_protection,
        )
        from jichi.domains.residents.rules.protection_words import Harm

        from .certificate_desk import TODAY
        from .small_register import REGISTRY

        application = Application(
            ward=self.wards[0], applicant=self.person(), harm=Harm.DOMESTIC_VIOLENCE, named_name="見本　相手"
        )
        return {"case": apply_for_protection(actor=REGISTRY, application=application, on=TODAY).pk}

    def lift(self) -> dict[str, Any]:
        """Two officers: one proposes, the other confirms."""
        from jichi.domains.residents.actions.protection.lift_protection import (
            confirm_lifting,
            propose_lifting,
        )
        from jichi.domains.residents.models import ProtectionCase
        from jichi.kernel.access.queries import actor_for
        from jichi.kernel.clock.reading import now

        from .certificate_desk import TODAY

        cases = list(ProtectionCase.objects.filter(step="applied").order_by("pk"))
        if not cases:
            return {"refused": "nobody is protected"}
        case = self.chance.choice(cases)
        one, two = (actor_for(account, on=TODAY, at=now()) for account in self.chiefs[:2])
        propose_lifting(actor=one, case=case, on=TODAY, because="本人の申出（試験）")
        confirm_lifting(actor=two, case=case, on=TODAY)
        return {"case": case.pk}


def audit(logs: Iterable[Path], *, since: int = 0) -> dict[str, Any]:
    """What was issued and what of it is wrong. Every fault is a sentence; numbers only, no names."""
    from django.db.models import Count, Max, Min

    from jichi.domains.residents.models import Certificate
    from jichi.kernel.documents.models import Document, NumberSeries
    from jichi.kernel.ledger.models import Event

    faults: list[str] = []
    lines = [json.loads(line) for log in logs for line in log.read_text(encoding="utf-8").splitlines()]
    told = {line["certificate"]: line for line in lines if line["act"] == "issue" and "certificate" in line}
    certificates = Certificate.objects.all()
    rows = certificates.filter(pk__gt=since).order_by("pk")
    for certificate in rows.iterator(chunk_size=200):
        faults += faults_of(certificate)
        line = told.pop(certificate.pk, None)
        if line and (line["person"], line["ticket"]) != (certificate.person_id, str(certificate.ticket)):
            faults.append(f"{certificate.number}: given out for another request")
    faults += [f"certificate {pk} was given out and is not kept" for pk in told if pk > since]
    for row in Document.objects.values("bureau", "year", "series").annotate(
        count=Count("serial", distinct=True), all=Count("pk"), first=Min("serial"), last=Max("serial")
    ):
        series = NumberSeries.objects.get(bureau=row["bureau"], year=row["year"], series=row["series"])
        if len({row["count"], row["all"], row["last"], series.last}) > 1 or row["first"] != 1:
            faults.append(f"{row['bureau']}: numbers {row}, the series stands at {series.last}")
    counts = (
        Document.objects.count(),
        Certificate.objects.count(),
        Event.objects.filter(type="documents.document.issued").count(),
    )
    if len(set(counts)) > 1:
        faults.append(f"documents, certificates and events of the record are {counts}")
    return {
        "acts": len(lines),
        "issued": rows.count(),
        "last": certificates.aggregate(last=Max("pk"))["last"] or 0,
        "refused": sum("refused" in line for line in lines),
        "by_kind": {
            name: sum(line["act"] == name and "refused" not in line for line in lines) for name in SHARES
        },
        "protected_refusals": sum(line.get("refused") == "residents.to_the_officer" for line in lines),
        "faults": faults,
    }


def faults_of(certificate: "Certificate") -> list[str]:
    """Read the paper; compare it with the register of its day as it was believed at the moment of issue."""
    from .certificate_desk import paper_of

    paper = paper_of(certificate)
    expected = {(entry.name, address(entry)) for entry in entries_at(certificate)}
    faults = []
    if not all(certificate.document_number in page.text for page in paper.pages):
        faults.append(f"{certificate.number}: a page of another document")
    if people_on(paper.pages) != expected:
        faults.append(f"{certificate.number}: not the people of the register at that moment")
    if was_protected(certificate):
        faults.append(f"{certificate.number}: somebody on it was protected")
    return faults


def people_on(pages: Iterable[Any]) -> set[tuple[str, str]]:
    """Names and addresses as they follow each other on the paper; the address stands after the name."""
    found, name, lines = set(), "", [line for page in pages for line in page.lines]
    for label, value in itertools.pairwise(lines):
        if label == "氏名":
            name = value
        if label == "住所":
            found.add((name, value))
    return found


def entries_at(certificate: "Certificate") -> "list[Entry]":
    """The household, or the one person, by the two times alone: no function of the application is asked."""
    from django.db.models import F, Q

    day = certificate.issued_on
    held = believed_at(certificate.issued_at).filter(
        Q(until__isnull=True) | Q(until__gt=day, since__lt=F("until")), since__lte=day
    )
    own = held.get(person=certificate.person)
    return list(held.filter(household=own.household)) if certificate.is_whole else [own]


def believed_at(at: Any) -> Any:
    from django.db.models import Q

    from jichi.domains.residents.models import Entry

    still = Q(superseded_at__isnull=True) | Q(superseded_at__gt=at)
    return Entry.objects.filter(still, recorded_at__lte=at).select_related("town__ward")


def address(entry: "Entry") -> str:
    assert entry.town
    return f"川崎市{entry.town.ward.name}{entry.town.name}{entry.lot}"


def was_protected(certificate: "Certificate") -> bool:
    """Whether anybody on the paper was covered at its moment by a case that was not lifted.

    Who came to live with somebody covered only later is covered from then on, a moment that no row keeps: of
    housemates those count who lived there when the case was opened.
    """
    from jichi.domains.residents.models import CoveredPerson

    people, at = certificate.entries.values("person"), certificate.issued_at
    for covering in CoveredPerson.objects.filter(person__in=people).select_related("case"):
        case = covering.case
        lifted = case.acts.filter(verb="confirm_lifting").order_by("-pk").first()
        blocked = case.applied_at < at and (lifted is None or lifted.at > at)
        if blocked and (covering.as_what != "household" or lived_together(covering, case)):
            return True
    return False


def lived_together(covering: Any, case: Any) -> bool:
    there = believed_at(case.applied_at).filter(until__isnull=True)
    home = there.get(person=case.applicant_id).household_id
    return there.filter(person=covering.person_id, household=home).exists()


def begin() -> None:
    """A register for the bench: the small town of the test, with a key of its own, in an empty database."""
    from django.core.management import call_command
    from tests.town import Town

    from jichi.kernel.documents.loading import see_to_the_key

    from .test_interleaving import small_town

    call_command("migrate", verbosity=0)
    see_to_the_key()
    small_town(Town())


def main(words: list[str]) -> None:
    if words[0] == "begin":
        begin()
    elif words[0] == "work":
        Clerk(int(words[1]), Path(words[3])).work(int(words[2]))
    else:
        logs, _, since = " ".join(words[2:]).partition(" --since ")
        found = audit(map(Path, logs.split()), since=int(since or 0))
        Path(words[1]).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jichi.config.settings")
    django.setup()
    main(sys.argv[1:])
