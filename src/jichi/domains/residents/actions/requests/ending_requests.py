"""Ends of a request that nobody fetches: declined by the office, withdrawn by whoever asked, lapsed by itself."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import NotAllowed

from ...models import CertificateRequest
from ...permissions import May
from .steps import NoReasonGiven, held_request, lead, tell


@action(needs=May.ISSUE_CERTIFICATE, within="request")
def decline_request(
    *, actor: Actor, request: CertificateRequest, because: str, on: date
) -> CertificateRequest:
    """Tell the resident that this has to be asked for at the counter. The reason stays inside the office.

    Ledger: residents.register.kept
    Raises: NoReasonGiven; RequestElsewhere.
    """
    if not because.strip():
        missing = _("用意できない理由を書いてください。本人には伝わりません。")
        raise NoReasonGiven(missing, fields={"because": missing})
    held = held_request(request, move="decline")
    lead(held, "decline", ended_on=on, ended_because=because.strip())
    tell(held, "declined")
    return held


@action(needs=May.ASK_FOR_CERTIFICATE, anywhere=True)
def withdraw_request(*, actor: Actor, request: CertificateRequest, on: date) -> CertificateRequest:
    """Let whoever asked take it back.

    Ledger: residents.register.kept
    Raises: NotAllowed; RequestElsewhere.
    """
    held = held_request(request, move="withdraw")
    if actor.account_id is None or held.account_id != actor.account_id:
        raise NotAllowed
    lead(held, "withdraw", ended_on=on)
    return held


@action(needs=May.ISSUE_CERTIFICATE, within="request")
def lapse_request(*, actor: Actor, request: CertificateRequest, on: date) -> CertificateRequest:
    """End a request whose time to be fetched is over, and say so.

    Ledger: residents.register.kept
    Raises: RequestElsewhere.
    """
    held = held_request(request, move="lapse")
    lead(held, "lapse", ended_on=on)
    tell(held, "lapsed")
    return held


def overdue(on: date) -> Q:
    """Requests that nobody fetched in time."""
    return Q(step="ready", keep_until__lt=on)
