"""What is ordered at a desk or a machine."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Office, Ward

from ...models import Person
from ...rules.certificates.asked import Options, Proofs, Requester
from ...rules.channels import Channel


@dataclass(frozen=True, kw_only=True)
class CertificateOrder:
    """One certificate. `ticket` is the request's own number: sent twice, it is one certificate.

    `ward` is the office that issues; whoever is on the city's register may ask at any of them. `asker` is the record of
    the person who asks, where the clerk found it. `act` is the number of the notification that a 受理証明書 is of, `card`
    that of the card which was shown for a seal's certificate; `card_is_known` when it was shown for the first one of these.
    """

    kind: str
    person: Person
    ward: Ward
    options: Options = field(default_factory=Options)
    requester: Requester = field(default_factory=Requester)
    asker: Person | None = None
    proofs: Proofs = field(default_factory=Proofs)
    channel: Channel = Channel.COUNTER
    office: Office | None = None
    exemption: str = ""
    act: str = ""
    card: str = ""
    card_is_known: bool = False
    ticket: UUID = field(default_factory=uuid4)

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward.code)
