"""Receipts: one for each payment, numbered in a row of their own, naming nobody, void when the money goes back."""

import pytest
from django.db import IntegrityError, transaction
from tests.town import Town

from jichi.domains.residents.actions.destroy_certificate import destroy_certificate
from jichi.domains.residents.actions.give_receipt import NothingPaid, NotOneHandOut, give_receipt
from jichi.domains.residents.actions.reissue_certificate import reissue_certificate
from jichi.domains.residents.actions.void_certificate import void_certificate
from jichi.domains.residents.models import Certificate, Receipt, ReceiptLine
from jichi.domains.residents.queries.receipts import receipt_document, receipt_of
from jichi.domains.residents.rules.certificates.asked import Asking, Paper, Requester
from jichi.domains.residents.rules.channels import Channel
from jichi.kernel.access.roles import Role
from jichi.kernel.documents.inventory import faults_of_numbers
from jichi.kernel.documents.models import Document, NumberSeries
from jichi.kernel.documents.readback import ReadBack, read_back
from jichi.kernel.ledger.models import Event

from .certificate_desk import TODAY, clerk, issued, office
from .small_register import resident
from .test_certificate_pages import DESK, desk
from .test_handing_out import protect

__all__ = ["office"]
pytestmark = pytest.mark.django_db
BY_OFFICE = {
    "requester": Requester(
        asking=Asking.OFFICE, name="見本市", purpose="調査", papers=frozenset({Paper.OFFICIAL_LETTER})
    ),
    "exemption": "public_use",
}


def given(office: Town, certificate: Certificate, *together: Certificate) -> Receipt:
    return give_receipt(actor=clerk(office), certificate=certificate, together=together, on=TODAY)


def paper_of(receipt: Receipt) -> ReadBack:
    return read_back(bytes(receipt_document(receipt).file.pdf))


def test_a_receipt_says_what_was_paid_where_and_when_and_names_nobody(office: Town) -> None:
    made = issued(office, resident(office, "見本　花子"), by=clerk(office))
    receipt = given(office, made)
    paper = paper_of(receipt)
    assert receipt.document_number == "26川川区領第1号"
    assert all(
        paper.says(each)
        for each in (
            "領収書",
            "住民票の写し",
            "300円",
            "平成26年5月7日",
            "川崎区役所区民課",
            "26川川区領第1号",
        )
    )
    assert not any(paper.holds(each) for each in ("花子", "見本町", made.number, made.document_number))


def test_the_act_is_on_the_public_record_and_tells_nothing_in_clear(office: Town) -> None:
    made = issued(office, resident(office), by=clerk(office))
    given(office, made)
    event = Event.objects.filter(type="residents.register.kept").latest("pk")
    assert set(event.public) == {"act", "office"}
    assert made.number not in str(event.public)


def test_receipts_count_in_a_series_beside_that_of_the_certificates(office: Town) -> None:
    first, second = (issued(office, resident(office), by=clerk(office)) for _ in range(2))
    assert [given(office, each).document_number[-3:] for each in (first, second)] == ["第1号", "第2号"]
    series = NumberSeries.objects.order_by("series").values_list("series", "last")
    assert list(series) == [("", 2), ("receipts", 2)]
    assert list(faults_of_numbers()) == []


def test_asked_for_again_it_is_the_same_receipt_to_the_byte(office: Town) -> None:
    made = issued(office, resident(office), by=clerk(office))
    browser = desk(office, made.person)
    page = f"{DESK}{made.number}/receipt/"
    assert browser.get(page).status_code == 404
    first = browser.post(page, follow=True)
    again = browser.post(page, follow=True)
    assert first.content == again.content == browser.get(page).content
    assert Receipt.objects.count() == 1


def test_papers_handed_out_together_stand_on_one_receipt_with_their_sum(office: Town) -> None:
    person, by = resident(office), clerk(office)
    one, other = (issued(office, person, by=by, kind=kind) for kind in ("resident_record", "record_items"))
    free = issued(office, person, by=by, **BY_OFFICE)
    paper = paper_of(given(office, one, other, free))
    assert all(
        paper.says(each)
        for each in ("計600円", "住民票記載事項証明書", "免除：国・地方公共団体の機関の公用請求")
    )
    assert receipt_of(other) == receipt_of(one) == receipt_of(free)


def test_a_payment_never_has_two_receipts(office: Town) -> None:
    person, by = resident(office), clerk(office)
    one, other = (issued(office, person, by=by) for _ in range(2))
    given(office, other)
    with pytest.raises(NotOneHandOut, match="すでに領収書"):
        given(office, one, other)
    line = ReceiptLine.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        ReceiptLine.objects.create(receipt=Receipt.objects.get(), certificate=line.certificate, fee=300)


def test_what_cost_nothing_has_no_receipt(office: Town) -> None:
    person, by = resident(office), clerk(office)
    free = issued(office, person, by=by, **BY_OFFICE)
    printed = issued(office, person, by=by, channel=Channel.KIOSK)
    for each in (free, printed):
        with pytest.raises(NothingPaid):
            given(office, each)
        page = desk(office, person).get(f"{DESK}{each.number}/").content.decode()
        assert "領収書を発行" not in page
    assert not Document.objects.filter(template="residents.receipt").exists()


def test_when_the_money_is_returned_the_receipt_is_void_and_says_so_by_its_code(office: Town) -> None:
    person, by = resident(office), clerk(office)
    one, other = (issued(office, person, by=by) for _ in range(2))
    receipt = given(office, one, other)
    chief = clerk(office, Role.REGISTRY_CHIEF)
    void_certificate(actor=chief, certificate=one, reason="mistake", on=TODAY, returns_fee=True)
    receipt.refresh_from_db()
    document = receipt_document(receipt)
    assert (receipt.stands, receipt.refunded, document.step) == (False, 300, "withdrawn")
    assert "取り消され" in office.browser().get(f"/d/{document.printed_code}/").content.decode()
    page = desk(office, person, Role.REGISTRY_CHIEF).get(f"{DESK}{one.number}/").content.decode()
    assert f"{receipt.document_number}（返金により無効）" in page
    assert paper_of(given(office, other)).says("計300円")


def test_what_nobody_fetched_takes_its_receipt_along(office: Town) -> None:
    made = issued(office, resident(office), by=clerk(office))
    receipt = given(office, made)
    destroy_certificate(actor=clerk(office), certificate=made, on=TODAY)
    receipt.refresh_from_db()
    assert not receipt.stands
    with pytest.raises(NothingPaid):
        given(office, Certificate.objects.get())


def test_a_paper_made_anew_was_paid_for_with_the_first_one(office: Town) -> None:
    from uuid import uuid4

    old = issued(office, resident(office), by=clerk(office))
    receipt = given(office, old)
    chief = clerk(office, Role.REGISTRY_CHIEF)
    new = reissue_certificate(actor=chief, certificate=old, ticket=uuid4(), reason="mistake", on=TODAY)
    assert given(office, new) == receipt
    receipt.refresh_from_db()
    assert receipt.stands


def test_void_without_money_back_leaves_the_receipt_as_the_proof_of_payment(office: Town) -> None:
    made = issued(office, resident(office), by=clerk(office))
    receipt = given(office, made)
    void_certificate(actor=clerk(office, Role.REGISTRY_CHIEF), certificate=made, reason="lost", on=TODAY)
    receipt.refresh_from_db()
    assert receipt.stands


def test_the_form_marks_the_papers_of_the_same_person(office: Town) -> None:
    account = office.staff(Role.REGISTRY_CLERK, ward=office.ward)
    by = office.actor(account, on=TODAY)
    person = resident(office)
    one, same = (issued(office, person, by=by) for _ in range(2))
    other = issued(office, resident(office, "実例　次郎"), by=by)
    shown = office.browser(account).get(f"{DESK}{one.number}/").context["receipt_form"]["together"]
    assert [key for key, _words in shown.field.choices] == [str(other.pk), str(same.pk)]
    assert shown.value() == [str(same.pk)]


def test_of_a_protected_person_not_even_the_receipt_is_in_the_general_register(office: Town) -> None:
    made = issued(office, resident(office), by=clerk(office))
    receipt = given(office, made)
    protect(office, made.person)
    browser = office.browser(office.staff(Role.REGISTRY_CLERK, ward=office.ward))
    pk = receipt_document(receipt).pk
    assert browser.get(f"/desk/documents/{pk}/").status_code == 404


def test_nobody_but_the_desk_gives_receipts(office: Town) -> None:
    made = issued(office, resident(office), by=clerk(office))
    for role in (Role.WARD_STAFF, Role.AUDITOR, Role.ADMINISTRATOR):
        browser = office.browser(office.staff(role, ward=office.ward))
        assert browser.post(f"{DESK}{made.number}/receipt/").status_code == 404
    assert not Receipt.objects.exists()
