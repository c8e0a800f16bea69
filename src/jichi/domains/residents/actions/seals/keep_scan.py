"""Keep a cleaned scan with an application, and confirm it: the clerk compares before anything is registered."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now

from ...models import SealImpression, SealRegistration
from ...permissions import May
from ...queries.seals import impressions_of_household
from ...rules.impressions.cleaning import Impression, shape_in
from ...rules.impressions.likeness import are_alike
from ...rules.seal_law import GUIDELINE
from .held import held, told


class NothingToScan(Refusal):
    code = "residents.seal.nothing_to_scan"
    message = _(
        "印影を読み取れるのは、申請を受け付けてから登録するまでの間だけです。登録した印影は変えられません。"
    )


class ScanHasChanged(Refusal):
    code = "residents.seal.scan_has_changed"
    message = _(
        "見ていた印影のあとに、別の印影が読み取られています。新しい印影を見て、もう一度確かめてください。"
    )


class SameAsInHousehold(Refusal):
    code = "residents.seal.same_as_in_household"
    message = _(
        "この印影は、同じ世帯の人がもう登録しています。同じ印鑑は登録できません。別の印鑑を用意してもらってください。"
    )


class LikeOneInHousehold(Refusal):
    code = "residents.seal.like_one_in_household"
    message = _(
        "この印影は、同じ世帯の人が登録した印影とよく似ています。同じ印鑑でないことを二つの印影で確かめ、違う印鑑のときだけ、しるしを付けて進めてください。"
    )


@action(needs=May.REGISTER_SEAL, within="registration", basis=GUIDELINE)
def keep_scan(
    *, actor: Actor, registration: SealRegistration, impression: Impression, on: date
) -> SealImpression:
    """Keep what was read from a scan, in place of what was read before. It is to be confirmed still.

    Ledger: residents.register.kept
    Raises: NothingToScan.
    """
    registration = held(registration)
    if not registration.is_open:
        raise NothingToScan
    row, _created = SealImpression.objects.update_or_create(
        registration=registration,
        defaults={**vars(impression), "scanned_at": now(), "confirmed_at": None},
    )
    told(registration, "keep_scan", on=on, digest=impression.digest, side=impression.side)
    return row


@action(needs=May.REGISTER_SEAL, within="registration", basis=GUIDELINE)
def confirm_scan(
    *, actor: Actor, registration: SealRegistration, digest: str, on: date, differs: bool = False
) -> SealImpression:
    """Take the picture that the clerk has seen as the person's impression.

    `differs` says that the clerk compared it with one of the household that is like it.

    Ledger: residents.register.kept
    Raises: NothingToScan; ScanHasChanged; SameAsInHousehold; LikeOneInHousehold.
    """
    registration = held(registration)
    found = SealImpression.objects.filter(registration=registration).first()
    if not registration.is_open or found is None:
        raise NothingToScan
    if found.digest != digest:
        raise ScanHasChanged
    compare(found, impressions_of_household(registration.person, on), differs=differs)
    found.confirmed_at = now()
    found.save(update_fields=["confirmed_at"])
    told(registration, "confirm_scan", on=on, digest=digest)
    return found


def compare(found: SealImpression, others: Iterable[SealImpression], *, differs: bool) -> None:
    others = list(others)
    if any(other.digest == found.digest for other in others):
        raise SameAsInHousehold
    if not differs and alike(found, others):
        raise LikeOneInHousehold(fields={"differs": str(LikeOneInHousehold.message)})


def alike(found: SealImpression, others: Iterable[SealImpression]) -> list[SealImpression]:
    """Those of the household that a clerk should lay beside this one."""
    shape = shape_in(bytes(found.png))
    return [other for other in others if are_alike(shape, shape_in(bytes(other.png)))]
