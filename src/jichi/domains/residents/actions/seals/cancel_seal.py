"""End a registration on the person's wish; withdraw or refuse an application."""

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
from ...rules.seal_words import BY_PERSON, Ending
from ...states import SEAL
from ..telling import tell_person
from .ending import ended
from .held import held, rule, told
from .inquire import stop_clock


class NotThePersonsReason(Refusal):
    code = "residents.seal.not_the_persons_reason"
    message = _("廃止の理由は、本人の申請、印鑑登録証の亡失、印鑑の亡失から選んでください。")


class RefusalNeedsReason(Refusal):
    code = "residents.seal.refusal_needs_reason"
    message = _("受理しない理由を記入してください。申請した人に伝える文になります。")


@action(needs=May.REGISTER_SEAL, within="registration", basis=seal_law.GUIDELINE)
def cancel_seal(
    *, actor: Actor, registration: SealRegistration, because: Ending, proofs: Collection[str], on: date
) -> SealRegistration:
    """End the registration because the person asks for it, or has lost card or seal.

    Ledger: residents.register.kept
    Raises: WrongStep; NotThePersonsReason; ProofsMissing.
    """
    registration = held(registration)
    step = SEAL.after(registration.step, "cancel_seal")
    if because not in BY_PERSON:
        raise NotThePersonsReason
    see_proofs(proofs, photo=rule(seal_law.PHOTO_PAPERS, on), other=rule(seal_law.OTHER_PAPERS, on))
    ended(registration, step, because, on)
    told(registration, "cancel_seal", on=on, because=because, proofs=" ".join(sorted(proofs)))
    tell_person(registration.person, "seal_ended", key=f"{registration.number}/ended/{on}")
    return registration


@action(needs=May.REGISTER_SEAL, within="registration", basis=seal_law.GUIDELINE)
def withdraw_application(*, actor: Actor, registration: SealRegistration, on: date) -> SealRegistration:
    """The applicant takes the application back.

    Ledger: residents.register.kept
    Raises: WrongStep.
    """
    registration = held(registration)
    step = SEAL.after(registration.step, "withdraw_application")
    ended(registration, step, Ending.WITHDRAWN, on)
    told(registration, "withdraw_application", on=on)
    stop_clock(registration, on)
    return registration


@action(needs=May.REGISTER_SEAL, within="registration", basis=seal_law.GUIDELINE)
def refuse_application(
    *, actor: Actor, registration: SealRegistration, because: str, on: date
) -> SealRegistration:
    """Refuse a seal that may not be registered (soft, mass-produced, illegible), in a sentence for the applicant.

    Ledger: residents.register.kept
    Raises: WrongStep; RefusalNeedsReason.
    """
    registration = held(registration)
    step = SEAL.after(registration.step, "refuse_application")
    if not because.strip():
        raise RefusalNeedsReason(fields={"because": str(RefusalNeedsReason.message)})
    ended(registration, step, Ending.REFUSED, on)
    told(registration, "refuse_application", on=on, note=because.strip())
    stop_clock(registration, on)
    return registration
