"""What a machine prints on the receipt of a session: it has a printer of its own, and one paper a session."""

from typing import Any

from django.conf import settings

from ...models import TerminalSession
from ...rules.certificates.kinds import certificate_kind


def receipt_of_session(session: TerminalSession) -> dict[str, Any] | None:
    """None before the paper is in somebody's hand, where nothing was paid, and after a refund.

    The number is that of the certificate, of which a session has one: the same each time it is asked for.
    """
    if session.step != "printed" or not session.paid:
        return None
    terminal = session.terminal
    return {
        "number": session.certificate,
        "on": session.on,
        "city": settings.CITY["name"],
        "office": terminal.office.name if terminal.office else f"{terminal.ward.name}役所",
        "what": certificate_kind(session.kind).name,
        "yen": session.paid,
    }
