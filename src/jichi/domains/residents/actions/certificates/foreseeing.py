"""What an issue would say, before anything is issued: the same questions, without holding anybody."""

from dataclasses import dataclass
from datetime import date

from jichi.kernel.access.actor import Actor

from ...queries.fees import fee_on
from ...rules.certificates.eligibility import Way
from ...rules.certificates.fees import Fee
from ...rules.certificates.kinds import certificate_kind
from .checking import check
from .making import offered, wanted_of
from .order import CertificateOrder


@dataclass(frozen=True, kw_only=True)
class Foreseen:
    way: Way
    fee: Fee


def foresee(actor: Actor, order: CertificateOrder, on: date) -> Foreseen:
    """By which way the paper may be given, and what it costs; also whether the register can say it at all.

    Raises: what an issue would raise, but for what only the finished paper shows.
    """
    builder, wanted = offered(order), wanted_of(actor, order, on)
    reading = builder.read(wanted)
    way = check(actor, order, reading, on)
    fee = fee_on(certificate_kind(order.kind), on, exemption=order.exemption)
    builder.content(wanted, reading)
    return Foreseen(way=way, fee=fee)
