"""The receipt of a payment: given by one key, printed again as often as it is asked for."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today

from ...actions.give_receipt import give_receipt
from ...forms.certificates import ReceiptForm
from ...models import Certificate
from ...queries.certificates import certificate_with
from ...queries.receipts import may_have_receipt, paid_together, receipt_document, receipt_of
from .words import fee_text, kind_text


@never_cache
@login_required
def page(request: Request, number: str) -> HttpResponse:
    """POST gives it (the same again, when it was given), GET shows the paper."""
    found = certificate_with(request.actor, number)
    return give(request, found) if request.method == "POST" else paper(found)


def give(request: Request, found: Certificate) -> HttpResponse:
    form = ReceiptForm(request.POST, papers=paper_choices(request.actor, found))
    if not form.is_valid():
        messages.error(request, _("いっしょに払った証明書を選び直してください。"))
        return redirect("residents:certificate", found.number)
    chosen = form.cleaned_data["together"]
    together = [each for each in paid_together(request.actor, found) if str(each.pk) in chosen]
    try:
        give_receipt(actor=request.actor, certificate=found, together=together, on=today())
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
        return redirect("residents:certificate", found.number)
    return redirect("residents:certificate_receipt", found.number)


def paper(found: Certificate) -> HttpResponse:
    """Raises: NotThere before it was given, and after its money was returned."""
    given = receipt_of(found)
    if given is None:
        raise NotThere
    headers = {"Content-Disposition": 'inline; filename="receipt.pdf"', "Cache-Control": "no-store"}
    pdf = bytes(receipt_document(given).file.pdf)
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def receipt_of_page(actor: Actor, found: Certificate) -> dict[str, Any]:
    """What the certificate's page says of its receipt, and the form that gives one."""
    given = receipt_of(found)
    if given or not may_have_receipt(found):
        return {"receipt": given, "receipt_form": None}
    return {"receipt": None, "receipt_form": ReceiptForm(papers=paper_choices(actor, found))}


def paper_choices(actor: Actor, found: Certificate) -> list[tuple[str, str, bool]]:
    """The papers that may stand on it too: key, words, and whether they are of the same person."""
    return [
        (
            str(each.pk),
            f"{kind_text(each)}　{fee_text(each)}　{each.number}",
            each.person_id == found.person_id,
        )
        for each in paid_together(actor, found)
    ]
