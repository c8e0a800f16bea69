"""How every registration, and every application, ends: the day, the reason, the scan thrown away, the card at its end."""

from datetime import date

from ...models import Movement, SealCard, SealImpression, SealRegistration
from ...rules.seal_words import Ending


def ended(
    registration: SealRegistration,
    step: str,
    because: Ending,
    on: date,
    *,
    by: Movement | None = None,
) -> SealRegistration:
    """Write the end. An impression that was registered is kept; what was only scanned for comparison is not."""
    registration.step, registration.ended_on, registration.ended_because = step, on, because
    registration.ended_by = by
    registration.save()
    SealCard.objects.filter(registration=registration, ended_on__isnull=True).update(ended_on=on)
    forget_scan(registration)
    return registration


def forget_scan(registration: SealRegistration) -> None:
    """What was scanned is of no use any more, and shows more than the seal: the paper around it."""
    if registration.registered_on is None:
        SealImpression.objects.filter(registration=registration).delete()
    else:
        SealImpression.objects.filter(registration=registration).update(before=b"")
