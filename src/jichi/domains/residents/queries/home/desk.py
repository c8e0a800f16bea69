"""What waits at the desk: requests from home, and sessions at terminals that nobody saw the end of."""

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import holding, may, may_somewhere
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.places.models import Ward

from ...models import CertificateRequest, ChannelStop, Terminal, TerminalSession
from ...permissions import May
from ..seeing import gate

M = TypeVar("M", bound=Model)


def wards_of(actor: Actor, permission: May) -> set[str] | None:
    """The wards in which the actor may do this; None for the whole city."""
    held = holding(actor, permission)
    return None if any(each.ward is None for each in held) else {str(each.ward) for each in held}


def requests_at_work(actor: Actor) -> QuerySet[CertificateRequest]:
    """The requests for the offices of one's wards. Raises: NotThere."""
    gate(actor, May.ISSUE_CERTIFICATE)
    rows = CertificateRequest.objects.select_related("office__ward", "person")
    wards = wards_of(actor, May.ISSUE_CERTIFICATE)
    return rows if wards is None else rows.filter(office__ward__in=wards)


def waiting_requests(actor: Actor) -> QuerySet[CertificateRequest]:
    return requests_at_work(actor).filter(step="requested").order_by("asked_at")


def request_at_work(actor: Actor, number: str) -> CertificateRequest:
    """Raises: NotThere for another ward's."""
    found = next((each for each in numbered(requests_at_work(actor), number)), None)
    if found is None:
        raise NotThere
    return found


def numbered(rows: QuerySet[CertificateRequest], number: str) -> list[CertificateRequest]:
    """The request of a number, of which the serial is the key."""
    serial = number.split("-")[1] if number.count("-") == 2 else ""
    known = serial.isascii() and serial.isdecimal() and len(serial) < 10
    return [row for row in rows.filter(pk=int(serial)) if row.number == number] if known else []


def sessions_to_settle(actor: Actor) -> QuerySet[TerminalSession]:
    """Paid sessions at the terminals of one's wards that nobody saw the end of. Raises: NotThere."""
    gate(actor, May.ISSUE_CERTIFICATE)
    rows = TerminalSession.objects.filter(step="failed").select_related("terminal__ward", "person")
    wards = wards_of(actor, May.ISSUE_CERTIFICATE)
    return (rows if wards is None else rows.filter(terminal__ward__in=wards)).order_by("opened_at")


def terminals_at_work(actor: Actor) -> QuerySet[Terminal]:
    gate(actor, May.ISSUE_CERTIFICATE)
    rows = Terminal.objects.select_related("ward", "office").order_by("channel", "pk")
    wards = wards_of(actor, May.ISSUE_CERTIFICATE)
    return rows if wards is None else rows.filter(ward__in=wards)


def running_stops() -> QuerySet[ChannelStop]:
    return ChannelStop.objects.filter(resumed_at__isnull=True).order_by("stopped_at")


def may_keep(actor: Actor) -> bool:
    return may_somewhere(actor, May.KEEP_TERMINALS)


def may_act(actor: Actor, request: CertificateRequest) -> bool:
    return may(actor, May.ISSUE_CERTIFICATE, request.scope)


def gate_of_terminals(actor: Actor) -> None:
    """Raises: NotThere."""
    gate(actor, May.KEEP_TERMINALS)


def stop_with(actor: Actor, pk: int) -> ChannelStop:
    """Raises: NotThere."""
    gate_of_terminals(actor)
    return one(ChannelStop.objects.filter(pk=pk))


def terminal_with(actor: Actor, pk: int) -> Terminal:
    """Raises: NotThere."""
    gate_of_terminals(actor)
    return one(terminals_at_work(actor).filter(pk=pk))


def session_to_settle(actor: Actor, public_id: UUID) -> TerminalSession:
    """Raises: NotThere."""
    return one(sessions_to_settle(actor).filter(public_id=public_id))


def wards_to_keep(actor: Actor) -> QuerySet[Ward]:
    wards = wards_of(actor, May.KEEP_TERMINALS)
    rows = Ward.objects.order_by("code")
    return rows if wards is None else rows.filter(code__in=wards)


def one(rows: QuerySet[M]) -> M:
    if found := rows.first():
        return found
    raise NotThere
