"""Refuse a notification (不受理), or ask the legal affairs bureau first (受理照会)."""

from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ...models import FamilyNotification
from ...permissions import May
from ...states import FAMILY_NOTIFICATION
from .refusals import ReasonIsMissing
from .tracing import traced


@action(needs=May.KEEP_FAMILY_REGISTER, within="notification", basis="戸籍法第48条")
def refuse_family_notification(
    *, actor: Actor, notification: FamilyNotification, reason: str, on: date
) -> FamilyNotification:
    """Refuse a notification with its reason; it never takes effect.

    Ledger: residents.register.kept
    Raises: WrongStep; ReasonIsMissing.
    """
    notification = stepped(notification, "refuse", reason)
    notification.decided_on, notification.decided_at = on, now()
    return told(notification, "refuse_family_notification")


@action(needs=May.KEEP_FAMILY_REGISTER, within="notification")
def inquire_about_family_notification(
    *, actor: Actor, notification: FamilyNotification, reason: str, on: date
) -> FamilyNotification:
    """Leave open whether a notification is accepted until the legal affairs bureau has answered.

    Ledger: residents.register.kept
    Raises: WrongStep; ReasonIsMissing.
    """
    return told(stepped(notification, "inquire", reason), "inquire_about_family_notification")


def stepped(notification: FamilyNotification, verb: str, reason: str) -> FamilyNotification:
    notification = lock(FamilyNotification.objects.filter(pk=notification.pk)).get()
    notification.step = FAMILY_NOTIFICATION.after(notification.step, verb)
    if not reason.strip():
        raise ReasonIsMissing(fields={"reason": _("理由を書いてください。")})
    notification.reason = reason.strip()
    return notification


def told(notification: FamilyNotification, verb: str) -> FamilyNotification:
    notification.save()
    about = {
        "notification": notification.number,
        "kind": notification.kind,
        "step": notification.step,
        "reason": notification.reason,
    }
    traced(ward=notification.ward_id, verb=verb, about=about)
    return notification
