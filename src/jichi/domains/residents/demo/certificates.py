"""Certificates of the demo: what a morning at the desk leaves, of the people of the story."""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils.translation import gettext as _

from jichi.kernel.clock.reading import today
from jichi.kernel.documents.models import Reason
from jichi.kernel.places.models import Office, Ward

from ..actions.give_receipt import give_receipt
from ..actions.hand_out_certificate import hand_out_certificate
from ..actions.issue_certificate import CertificateOrder, issue_certificate
from ..actions.void_certificate import void_certificate
from ..models import Certificate
from ..rules.certificates.asked import Asking, Options, Paper, Proofs, Requester
from ..rules.certificates.kinds import Option
from ..rules.channels import Channel
from .story import REGISTRY, story

LICENCE = Proofs(shown=("licence",))
HOME = frozenset({Option.DOMICILE, Option.RELATIONSHIP})
WITH_CARD = Requester(asking=Asking.SELF, papers=frozenset({Paper.SEAL_CARD}))

AT_CORNER = {"channel": Channel.CORNER, "office": "kawasaki-service-corner"}


def play() -> str:
    """One of the household handed out with its receipt, one of a seal waiting, one void, one made at a service corner. The
    tickets make a second call the same ones."""
    household = issued("family_head", "resident_record", options=Options(items=HOME))
    issued("family_head", "seal", requester=WITH_CARD, card="10000001")
    items = issued("elderly_head", "record_items")
    issued("family_spouse", "resident_record", **AT_CORNER)
    give_receipt(actor=REGISTRY, certificate=household, on=today())
    if household.step == "issued":
        hand_out_certificate(actor=REGISTRY, certificate=household, on=today())
    if items.step == "issued":
        void_certificate(
            actor=REGISTRY, certificate=items, reason=Reason.MISDIRECTED, on=today(), note=_("デモの取消し")
        )
    return _("デモの証明書：%(count)s件") % {"count": Certificate.objects.filter(is_demo=True).count()}


def issued(key: str, kind: str, **more: object) -> Certificate:
    """A certificate of somebody of the story, from the first ward office."""
    if found := Certificate.objects.filter(ticket=ticket(key, kind)).first():
        return found
    told = {"requester": Requester(), "proofs": LICENCE, **more}
    if code := told.pop("office", None):
        told["office"] = Office.objects.filter(code=code).first()
    order = CertificateOrder(
        kind=kind,
        person=story(key),
        ward=Ward.objects.get(code="14131"),
        ticket=ticket(key, kind),
        **told,  # type: ignore[arg-type]
    )
    return issue_certificate(actor=REGISTRY, order=order, on=today())


def ticket(key: str, kind: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"https://demo.jichi.example/certificates/{key}/{kind}")
