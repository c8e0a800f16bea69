"""The register of documents keeps papers about people from everybody but those who issue them."""

import pytest
from tests.town import LONG_AGO, Town

from jichi.domains.residents.models import PersonLook
from jichi.domains.residents.queries.papers.shown import shown_papers
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.models import Grant
from jichi.kernel.access.roles import Role
from jichi.kernel.documents.actions.look_at_document import look_at_document
from jichi.kernel.documents.models import Document
from jichi.kernel.documents.queries import register_for

from .certificate_desk import clerk, issued, office
from .protected_people import applied
from .small_register import resident

__all__ = ["office"]
pytestmark = pytest.mark.django_db


def shown(actor: Actor) -> list[str]:
    return list(Document.objects.filter(shown_papers(actor)).values_list("number", flat=True))


@pytest.mark.parametrize("role", [Role.WARD_STAFF, Role.AUDITOR, Role.ADMINISTRATOR])
def test_other_divisions_do_not_learn_that_there_is_a_certificate(office: Town, role: Role) -> None:
    issued(office, resident(office), by=clerk(office))
    reader = office.actor(office.staff(role))
    assert list(register_for(reader)) == []


def test_a_paper_of_a_protected_person_is_for_the_officers_in_charge(office: Town) -> None:
    person = resident(office)
    number = issued(office, person, by=clerk(office)).document_number
    assert shown(clerk(office)) == [number]
    applied(office, person)
    assert shown(clerk(office)) == []
    assert shown(clerk(office, Role.REGISTRY_CHIEF)) == [number]
    other = office.actor(office.staff(Role.REGISTRY_CHIEF, ward=office.other_ward))
    assert shown(other) == []


def test_opening_the_copy_is_a_look_at_the_person(office: Town) -> None:
    person = resident(office)
    certificate = issued(office, person, by=clerk(office))
    document = Document.objects.get(code=certificate.document)
    reader = office.staff(Role.REGISTRY_CLERK, ward=office.ward)
    Grant.objects.create(
        account=reader, role=Role.WARD_STAFF, ward=office.ward, since=LONG_AGO, reason="辞令"
    )
    look_at_document(actor=office.actor(reader), document=document, why="窓口での問合せ")
    look = PersonLook.objects.get(person=person)
    assert (look.what, look.why, look.looked_by) == ("certificate", "窓口での問合せ", reader)
