"""Hand a certificate to the person who asked for it."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now

from ..models import Certificate
from ..permissions import May
from ..queries.certificates import still_stands
from ..queries.seeing import sights
from ..rules.certificates.asked import Proofs
from ..rules.channels import Channel
from .certificates.checking import see_proofs
from .certificates.kept_papers import held
from .keeping import kept
from .protected_attempt import ToTheOfficer


class RecordHasChanged(Refusal):
    code = "residents.record_has_changed"
    message = _(
        "この証明書を作った後に、もとの記録が変わりました。この紙は渡さず「廃棄する」を選び、新しく発行してください。"
    )


@action(needs=May.ISSUE_CERTIFICATE, within="certificate")
def hand_out_certificate(
    *, actor: Actor, certificate: Certificate, on: date, proofs: Proofs | None = None
) -> Certificate:
    """Confirm that the paper was given to the person. What was asked for from home is proven only now.

    A paper that waited is looked at once more: a record that has changed, and a protection that has begun since, stop it.

    Ledger: residents.register.kept
    Raises: CertificateEnded; NotProven; ToTheOfficer; RecordHasChanged.
    """
    found = held(certificate, "hand_out")
    if found.channel == Channel.HOME:
        shown = proofs or Proofs()
        see_proofs(shown, on)
        found.proofs = " ".join(shown.shown)
    see_the_protection(actor, found, on)
    if not still_stands(found):
        raise RecordHasChanged
    found.handed_out_at = now()
    found.save(update_fields=["step", "handed_out_at", "proofs"])
    kept(
        act=found.number,
        ward=found.ward_id,
        verb="hand_out_certificate",
        about={"document": found.document_number},
    )
    return found


def see_the_protection(actor: Actor, found: Certificate, on: date) -> None:
    """Raises: ToTheOfficer where the record of anybody on the paper is hidden from who holds it."""
    people = [each.person for each in found.entries.select_related("person")]
    hidden = sights(actor, people, on)
    for person in people:
        if hidden[person.pk].hidden:
            raise ToTheOfficer(person, found.kind)
