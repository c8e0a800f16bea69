"""Give a receipt for the fees of one hand-out."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.documents.actions.issue_document import issue_document
from jichi.kernel.documents.models import Document
from jichi.kernel.ledger.lock import lock

from ..models import Certificate, Receipt, ReceiptLine
from ..permissions import May
from ..queries.receipts import may_have_receipt, receipt_of
from .act_numbers import next_act_number
from .certificates.receipt_paper import receipt_order
from .keeping import kept


class NothingPaid(Refusal):
    code = "residents.nothing_paid"
    message = _(
        "受け取った手数料がないため、領収書は出せません。無料の証明書、端末の証明書、無効にした証明書には領収書はありません。"
    )


class NotOneHandOut(Refusal):
    code = "residents.not_one_hand_out"
    message = _(
        "選んだ証明書の中に、別の窓口のもの、無効になったもの、すでに領収書を出したものがあります。この客の証明書だけを選び直してください。"
    )


@action(needs=May.ISSUE_CERTIFICATE, within="certificate")
def give_receipt(
    *, actor: Actor, certificate: Certificate, on: date, together: Sequence[Certificate] = ()
) -> Receipt:
    """One numbered receipt for a paper and those handed out with it. Asked for again, it is the same receipt.

    A paper that is free stands on it with its reason when another one was paid for; alone it has none. Nobody's name
    stands on it: it says what was paid for, how much, where and when.

    Ledger: residents.register.kept; documents.document.issued
    Raises: NothingPaid; NotOneHandOut.
    """
    papers = held_papers(certificate, together)
    if given := receipt_of(papers[0]):
        return tell(given, papers, "give_receipt_again")
    if not may_have_receipt(papers[0]):
        raise NothingPaid
    see_that_they_belong_together(papers)
    document = issue_document(actor=actor, order=receipt_order(papers, on), on=on)
    return tell(written(actor, papers, document), papers, "give_receipt")


def held_papers(certificate: Certificate, together: Sequence[Certificate]) -> list[Certificate]:
    """All of them as they stand now, the one that was asked for first, held in the order of their keys."""
    keys = {certificate.pk, *(each.pk for each in together)}
    rows = list(lock(Certificate.objects.filter(pk__in=keys).order_by("pk")))
    return sorted(rows, key=lambda each: each.pk != certificate.pk)


def see_that_they_belong_together(papers: Sequence[Certificate]) -> None:
    first, *others = papers
    given = ReceiptLine.objects.filter(certificate__in=others, stands=True).exists()
    strangers = [each for each in others if not each.stands or each.ward_id != first.ward_id]
    if given or strangers or any(each.issued_on != first.issued_on for each in others):
        raise NotOneHandOut


def written(actor: Actor, papers: Sequence[Certificate], document: Document) -> Receipt:
    made = Receipt.objects.create(
        ward=papers[0].ward,
        office=papers[0].office,
        document=document.code,
        document_number=document.number,
        total=sum(each.fee for each in papers),
        issued_on=document.issued_on,
        issued_by_id=actor.account_id,
        actor_title=actor.title,
        is_demo=papers[0].is_demo,
    )
    ReceiptLine.objects.bulk_create(
        ReceiptLine(receipt=made, certificate=each, fee=each.fee) for each in papers
    )
    return made


def tell(receipt: Receipt, papers: Sequence[Certificate], verb: str) -> Receipt:
    about = {
        "document": receipt.document_number,
        "certificates": sorted(each.number for each in papers),
        "total": receipt.total,
    }
    kept(act=next_act_number(), ward=receipt.ward_id, verb=verb, about=about)
    return receipt
