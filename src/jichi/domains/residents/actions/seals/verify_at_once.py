"""Make sure at the counter, without an inquiry: by a paper with a photograph, or by a guarantor."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal

from ...models import SealRegistration
from ...permissions import May
from ...queries.seals import seal_in_force, standing_by_card
from ...rules import seal_law
from ...rules.seal_rules import see_photo
from ...rules.seal_words import Way
from ...states import SEAL
from .held import held, resident_on, rule, told


class ProxyNeedsInquiry(Refusal):
    code = "residents.seal.proxy_needs_inquiry"
    message = _(
        "代理人による申請は、その場では登録できません。本人の意思を確かめるため、照会書を本人の住所へ送る方法で進めてください。"
    )


class GuarantorNotRegistered(Refusal):
    code = "residents.seal.guarantor_not_registered"
    message = _(
        "保証人は、この市で印鑑登録をしている人に限ります。保証人の印鑑登録証の番号を確かめてください。停止中や廃止された登録では保証できません。"
    )


class OwnGuarantor(Refusal):
    code = "residents.seal.own_guarantor"
    message = _("本人は、自分の保証人になれません。ほかの人の印鑑登録証の番号を記入してください。")


@action(needs=May.REGISTER_SEAL, within="registration", basis=seal_law.GUIDELINE)
def verify_at_once(
    *,
    actor: Actor,
    registration: SealRegistration,
    proofs: Collection[str] = (),
    guarantor_card: str = "",
    on: date,
) -> SealRegistration:
    """Know the person by a paper with a photograph, or by a guarantor who signs and seals the application.

    Ledger: residents.register.kept
    Raises: WrongStep; ProxyNeedsInquiry; PhotoMissing; GuarantorNotRegistered; OwnGuarantor; NotOnRegister; OtherWard.
    """
    registration = held(registration)
    registration.step = SEAL.after(registration.step, "verify_at_once")
    if registration.by_proxy:
        raise ProxyNeedsInquiry
    resident_on(registration.person, on, ward=registration.ward_id)
    if guarantor_card:
        registration.guarantor = guarantor_of(registration, guarantor_card, on)
    else:
        see_photo(proofs, photo=rule(seal_law.PHOTO_PAPERS, on))
    registration.way = Way.GUARANTOR if guarantor_card else Way.PHOTO
    registration.proofs = " ".join(sorted(proofs))
    registration.save()
    guarantor = registration.guarantor.number if registration.guarantor else ""
    told(registration, "verify_at_once", on=on, proofs=registration.proofs, guarantor=guarantor)
    return registration


def guarantor_of(registration: SealRegistration, card: str, on: date) -> SealRegistration:
    """Somebody else's registration in force, found by its card."""
    found = standing_by_card(card)
    if found is None or seal_in_force(found, on) is not None:
        raise GuarantorNotRegistered(fields={"guarantor_card": str(GuarantorNotRegistered.message)})
    if found.person_id == registration.person_id:
        raise OwnGuarantor(fields={"guarantor_card": str(OwnGuarantor.message)})
    return found
