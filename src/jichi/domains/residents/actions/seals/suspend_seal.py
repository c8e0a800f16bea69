"""Stop certificates of a seal at once, also by telephone; lift the stop at the counter."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal

from ...models import SealRegistration
from ...permissions import May
from ...rules import seal_law
from ...rules.seal_rules import see_proofs
from ...rules.seal_words import LOSSES, Loss
from ...states import SEAL
from ..telling import tell_person
from .held import held, rule, told


class CallbackMissing(Refusal):
    code = "residents.seal.callback_missing"
    message = _(
        "電話で受けた停止では、だれからの電話で、どう本人と確かめたか（かけ直した番号、尋ねた事項など）を記入してください。"
    )


@action(needs=May.REGISTER_SEAL, within="registration", basis=seal_law.GUIDELINE)
def suspend_seal(
    *, actor: Actor, registration: SealRegistration, lost: Loss, identity: str, on: date
) -> SealRegistration:
    """Stop certificates of this seal from now on; `identity` says how the caller was known, for example called back.

    Ledger: residents.register.kept
    Raises: WrongStep; CallbackMissing.
    """
    registration = held(registration)
    registration.step = SEAL.after(registration.step, "suspend_seal")
    if not identity.strip():
        raise CallbackMissing(fields={"identity": str(CallbackMissing.message)})
    registration.save()
    told(registration, "suspend_seal", on=on, note=f"{LOSSES[lost]}：{identity.strip()}", lost=lost)
    tell_person(registration.person, "seal_suspended", key=f"{registration.number}/suspended/{on}")
    return registration


@action(needs=May.REGISTER_SEAL, within="registration", basis=seal_law.GUIDELINE)
def resume_seal(
    *, actor: Actor, registration: SealRegistration, proofs: Collection[str], on: date
) -> SealRegistration:
    """Lift the stop for the person who comes to the counter with what was lost, and with proof of who they are.

    Ledger: residents.register.kept
    Raises: WrongStep; ProofsMissing.
    """
    registration = held(registration)
    registration.step = SEAL.after(registration.step, "resume_seal")
    see_proofs(proofs, photo=rule(seal_law.PHOTO_PAPERS, on), other=rule(seal_law.OTHER_PAPERS, on))
    registration.save()
    told(registration, "resume_seal", on=on, proofs=" ".join(sorted(proofs)))
    return registration
