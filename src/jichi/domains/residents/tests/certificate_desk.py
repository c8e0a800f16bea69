"""A ward office that issues certificates, for tests: its bureau, its key, and orders as a clerk makes them."""

from datetime import date
from typing import Any

import pytest
from tests.town import Town

from jichi.domains.residents.actions.issue_certificate import CertificateOrder, issue_certificate
from jichi.domains.residents.models import Certificate, Person
from jichi.domains.residents.rules.certificates.asked import Asking, Options, Proofs, Requester
from jichi.domains.residents.rules.certificates.kinds import Option
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.documents.models import Document
from jichi.kernel.documents.readback import ReadBack, read_back
from jichi.kernel.places.models import Bureau, Section, Ward

TODAY = date(2014, 5, 7)
LICENCE = Proofs(shown=("licence",))


def ward_office(
    town: Town, ward: Ward | None = None, code: str = "kawasaki-ward", name: str = "川崎区役所"
) -> Bureau:
    """A ward office as the organisation that numbers its papers."""
    bureau = Bureau.objects.get_or_create(
        code=code, defaults={"name": name, "name_en": code.title(), "ward": ward or town.ward}
    )[0]
    Section.objects.get_or_create(
        code=f"{code}-residents",
        defaults={"bureau": bureau, "name": "区民課", "name_en": "Residents' Section"},
    )
    return bureau


def clerk(town: Town, role: Role = Role.REGISTRY_CLERK) -> Actor:
    return town.actor(town.staff(role, ward=town.ward), on=TODAY)


def options(*items: Option, **more: Any) -> Options:
    return Options(items=frozenset(items), **more)


def order(town: Town, person: Person, kind: str = "resident_record", **more: Any) -> CertificateOrder:
    told = {"requester": Requester(asking=Asking.SELF), "proofs": LICENCE, **more}
    return CertificateOrder(kind=kind, person=person, ward=town.ward, **told)


def issued(
    town: Town, person: Person, *, by: Actor, kind: str = "resident_record", **more: Any
) -> Certificate:
    return issue_certificate(actor=by, order=order(town, person, kind, **more), on=TODAY)


def paper_of(certificate: Certificate) -> ReadBack:
    return read_back(file_of(certificate))


def file_of(certificate: Certificate) -> bytes:
    return bytes(Document.objects.get(code=certificate.document).file.pdf)


@pytest.fixture
def office(town: Town, tmp_path: Any, settings: Any) -> Town:
    """The town with a ward office and a key of its own."""
    from jichi.kernel.documents.loading import see_to_the_key

    settings.VAR = tmp_path / "var"
    see_to_the_key()
    ward_office(town)
    return town
