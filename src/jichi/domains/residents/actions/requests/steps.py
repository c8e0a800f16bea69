"""Lead a request from step to step; part of the verbs on requests, not a verb of its own."""

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.lock import lock
from jichi.kernel.notices.notify import notify
from jichi.kernel.notices.wording import worded
from jichi.kernel.steps import WrongStep

from ...models import CertificateRequest
from ...states import REQUEST
from ..keeping import kept

Text = str | Promise


class RequestElsewhere(Refusal):
    """The request stands where this verb is not possible; the sentence says what is."""

    code = "residents.request_elsewhere"


class NoReasonGiven(Refusal):
    code = "residents.no_reason_given"
    status = 400


def held_request(request: CertificateRequest, *, move: str) -> CertificateRequest:
    """The request as it stands now, held until the act ends, if this move is possible from there.

    Raises: RequestElsewhere.
    """
    lock(CertificateRequest.objects.filter(pk=request.pk)).get()
    held = CertificateRequest.objects.select_related("office__ward", "account", "person").get(pk=request.pk)
    step_after(held, move)
    return held


def step_after(request: CertificateRequest, move: str) -> str:
    try:
        return REQUEST.after(request.step, move)
    except WrongStep as wrong:
        language = get_language() or "ja"
        raise RequestElsewhere(wrong.said(translate=gettext, language=language)) from None


def lead(request: CertificateRequest, move: str, **columns: object) -> None:
    """Take the move, write the columns that go with it, and put it on the record."""
    request.step = step_after(request, move)
    for name, value in columns.items():
        setattr(request, name, value)
    request.save(update_fields=["step", *columns])
    about = {"person": request.person.number, "step": request.step, **columns}
    kept(act=request.number, ward=request.office.ward_id, verb=f"{move}_request", about=about)


def tell(request: CertificateRequest, what: str, **fillings: object) -> None:
    """Tell whoever asked; neither the certificate nor its holder stands in the words."""
    notify(
        account=request.account,
        key=f"residents/{request.number}/{what}",
        url=f"/residents/me/requests/{request.number}/",
        **worded(f"residents.request_{what}", number=request.number, **fillings),
    )
