"""From the form to the order."""

from typing import Any

from django.utils.translation import gettext as _

from jichi.kernel.web.forms import Act

from ...actions.certificates.foreseeing import Foreseen
from ...actions.certificates.order import CertificateOrder
from ...forms.certificates import IssueForm
from ...models import Person
from ...rules.certificates.asked import Asking, Options, Paper, Profession, Proofs, Requester
from ...rules.certificates.kinds import Option
from ...rules.channels import Channel
from ...rules.desks import channel_at


def order_from(person: Person, form: IssueForm) -> CertificateOrder:
    """Where the clerk sits decides ward and way; the form asks for a ward only of who has not said it."""
    said, office = form.cleaned_data, form.office
    return CertificateOrder(
        kind=said["kind"],
        person=person,
        ward=office.ward if office else said["ward"],
        office=office,
        channel=channel_at(office.kind) if office else Channel.COUNTER,
        options=options_from(said, form.everybody),
        requester=requester_from(said),
        proofs=Proofs(shown=tuple(said["proofs"])),
        exemption=said["exemption"],
        card=said["card"],
        act=said["act"].strip(),
        ticket=said["ticket"],
    )


def options_from(said: dict[str, Any], everybody: list[str]) -> Options:
    """All members chosen, or none of them named, is the whole household."""
    chosen = said["members"]
    whole = not chosen or set(chosen) == set(everybody)
    return Options(
        items=frozenset(map(Option, said["items"])),
        whole=whole,
        members=() if whole else tuple(map(int, chosen)),
    )


def requester_from(said: dict[str, Any]) -> Requester:
    return Requester(
        asking=Asking(said["asking"]),
        name=said["requester_name"].strip(),
        address=said["requester_address"].strip(),
        purpose=said["purpose"].strip(),
        profession=Profession(said["profession"]) if said["profession"] else None,
        papers=frozenset(map(Paper, said["papers"])),
    )


def act_of(foreseen: Foreseen) -> Act:
    """The question before the issue, with the fee in it."""
    return Act(title=_("証明書を発行する"), button=_("発行する"), explains=fee_text(foreseen))


def fee_text(foreseen: Foreseen) -> str:
    if not foreseen.fee.amount:
        return _("手数料はかかりません。")
    said = _("手数料は %(amount)s円です。受け取ってから発行してください。")
    unsure = _("（この市の手数料条例では未確認の額です）") if foreseen.fee.is_unconfirmed else ""
    return said % {"amount": f"{foreseen.fee.amount:,}"} + unsure
