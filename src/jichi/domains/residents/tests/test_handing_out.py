"""From the printed paper to its holder, and how a certificate ends."""

from uuid import uuid4

import pytest
from tests.town import Town

from jichi.domains.residents.actions.certificates.kept_papers import CertificateEnded
from jichi.domains.residents.actions.destroy_certificate import destroy_certificate
from jichi.domains.residents.actions.hand_out_certificate import RecordHasChanged, hand_out_certificate
from jichi.domains.residents.actions.protected_attempt import ToTheOfficer
from jichi.domains.residents.actions.protection.apply_for_protection import Application, apply_for_protection
from jichi.domains.residents.actions.reissue_certificate import reissue_certificate
from jichi.domains.residents.actions.void_certificate import void_certificate
from jichi.domains.residents.models import Certificate, Person
from jichi.domains.residents.queries.certificates import till_of_a_day
from jichi.domains.residents.rules.certificates.asked import Asking, Paper, Requester
from jichi.domains.residents.rules.certificates.proofs import NotProven
from jichi.domains.residents.rules.channels import Channel
from jichi.domains.residents.rules.protection_words import Harm
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.documents.models import Document

from .certificate_desk import LICENCE, TODAY, clerk, issued, office, paper_of
from .small_register import REGISTRY, moved, resident

__all__ = ["office"]
pytestmark = pytest.mark.django_db


def chief(office: Town):  # type: ignore[no-untyped-def]
    return clerk(office, Role.REGISTRY_CHIEF)


def protect(office: Town, person: Person) -> None:
    application = Application(
        ward=office.ward, applicant=person, harm=Harm.DOMESTIC_VIOLENCE, named_name="見本　相手"
    )
    apply_for_protection(actor=REGISTRY, application=application, on=TODAY)


def document_of(certificate: Certificate) -> Document:
    return Document.objects.get(code=certificate.document)


def test_a_paper_is_handed_out_once(office: Town) -> None:
    made = issued(office, resident(office), by=clerk(office))
    done = hand_out_certificate(actor=clerk(office), certificate=made, on=TODAY)
    assert (done.step, done.handed_out_at is not None) == ("handed_out", True)
    with pytest.raises(CertificateEnded):
        hand_out_certificate(actor=clerk(office), certificate=made, on=TODAY)


def test_a_paper_whose_record_has_changed_since_is_not_handed_out(office: Town) -> None:
    person = resident(office)
    made = issued(office, person, by=clerk(office))
    moved(person, office.ward, {"lot": "8番8号"}, on=TODAY)
    with pytest.raises(RecordHasChanged, match="廃棄"):
        hand_out_certificate(actor=clerk(office), certificate=made, on=TODAY)
    assert Certificate.objects.get().step == "issued"


def test_a_protection_that_began_since_stops_the_paper(office: Town) -> None:
    person = resident(office)
    made = issued(office, person, by=clerk(office))
    protect(office, person)
    with pytest.raises(ToTheOfficer):
        hand_out_certificate(actor=clerk(office), certificate=made, on=TODAY)


def test_of_a_protected_person_a_clerk_issues_nothing(office: Town) -> None:
    person = resident(office)
    protect(office, person)
    with pytest.raises(ToTheOfficer):
        issued(office, person, by=clerk(office))
    assert not Certificate.objects.exists()
    assert not Document.objects.exists()


def test_of_a_housemate_of_a_protected_person_nothing_goes_out_either(office: Town) -> None:
    person = resident(office)
    home = person.entries.get().household_id
    other = resident(office, "見本　次郎", household=home, relationship="夫")
    protect(office, person)
    with pytest.raises(ToTheOfficer):
        issued(office, other, by=clerk(office))


def test_what_was_asked_for_from_home_is_proven_when_it_is_fetched(office: Town) -> None:
    made = issued(office, resident(office), by=clerk(office), channel=Channel.HOME, proofs=type(LICENCE)())
    with pytest.raises(NotProven):
        hand_out_certificate(actor=clerk(office), certificate=made, on=TODAY)
    done = hand_out_certificate(actor=clerk(office), certificate=made, on=TODAY, proofs=LICENCE)
    assert (done.step, done.proofs) == ("handed_out", "licence")


def test_a_void_certificate_says_so_where_its_code_is_asked(office: Town) -> None:
    made = issued(office, resident(office), by=clerk(office))
    done = void_certificate(
        actor=chief(office), certificate=made, reason="mistake", on=TODAY, returns_fee=True
    )
    assert (done.step, done.reason, done.fee_returned) == ("void", "mistake", True)
    answer = office.browser().get(f"/d/{document_of(made).printed_code}/").content.decode()
    assert "取り消され" in answer
    assert "見本" not in answer.split("<main")[1].split("</main>")[0]


def test_a_clerk_makes_nothing_void(office: Town) -> None:
    made = issued(office, resident(office), by=clerk(office))
    with pytest.raises(NotAllowed):
        void_certificate(actor=clerk(office), certificate=made, reason="mistake", on=TODAY)


def test_a_new_one_takes_the_place_of_the_wrong_one_and_nobody_pays_twice(office: Town) -> None:
    person = resident(office, lot="1番1号")
    wrong = issued(office, person, by=clerk(office))
    moved(person, office.ward, {"lot": "2番2号"}, kind="error_corrected", on=TODAY)
    ticket = uuid4()
    ask = {"certificate": wrong, "ticket": ticket, "reason": "mistake", "on": TODAY}
    new = reissue_certificate(actor=chief(office), **ask)
    wrong.refresh_from_db()
    assert (wrong.step, wrong.replaced_by, new.fee) == ("void", new, 0)
    assert paper_of(new).says("2番2号")
    assert document_of(wrong).superseded_by == document_of(new)
    assert reissue_certificate(actor=chief(office), **ask) == new


def test_what_nobody_fetched_is_destroyed_and_paid_back(office: Town) -> None:
    made = issued(office, resident(office), by=clerk(office))
    done = destroy_certificate(actor=clerk(office), certificate=made, on=TODAY)
    assert (done.step, done.reason, done.fee_returned) == ("destroyed", "uncollected", True)
    assert document_of(made).step == "withdrawn"
    with pytest.raises(CertificateEnded):
        destroy_certificate(actor=clerk(office), certificate=made, on=TODAY)


def test_the_till_of_a_day_counts_what_was_taken_and_given_back(office: Town) -> None:
    person, by = resident(office), clerk(office)
    for _ in range(2):
        issued(office, person, by=by)
    issued(office, person, by=by, channel=Channel.KIOSK)
    free = Requester(
        asking=Asking.OFFICE, name="見本市", purpose="調査", papers=frozenset({Paper.OFFICIAL_LETTER})
    )
    issued(office, person, by=by, requester=free, exemption="public_use")
    destroy_certificate(actor=by, certificate=issued(office, person, by=by), on=TODAY)
    till = till_of_a_day(by, TODAY)
    assert (till.kinds, till.taken, till.returned) == ((("resident_record", 4, 900),), 900, 300)
