"""Receive a notification (届書)."""

from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import acting, action

from ...models import FamilyNotification, FamilyParty
from ...permissions import May
from ...queries.family_days import due_day
from .family_intake import FamilyIntake, drafted, drafted_party
from .refusals import LateWithoutReason
from .tracing import traced


@action(needs=May.KEEP_FAMILY_REGISTER, within="intake", basis="戸籍法第27条")
def receive_family_notification(*, actor: Actor, intake: FamilyIntake, on: date) -> FamilyNotification:
    """Keep a notification as it was handed in; whom it names is looked up in the registers of the city.

    Ledger: residents.register.kept
    Raises: LateWithoutReason.
    """
    if before := FamilyNotification.objects.filter(ticket=intake.ticket).first():
        traced(
            ward=before.ward_id,
            verb="receive_family_notification",
            about={"again": before.number},
        )
        return before
    due = due_day(intake.kind, intake.happened_on)
    if due and on > due and not intake.late_reason.strip() and not intake.accepted_by:
        raise LateWithoutReason(
            fields={"late_reason": _("届出の期限を過ぎています。遅れた理由を書いてください。")}
        )
    notification = written(intake, on, due)
    FamilyParty.objects.bulk_create([drafted_party(notification, named) for named in intake.parties])
    about = {
        "notification": notification.number,
        "kind": intake.kind,
        "received_on": on,
        "people": people_of(notification),
    }
    traced(ward=intake.ward.code, verb="receive_family_notification", about=about)
    return notification


def written(intake: FamilyIntake, on: date, due: date | None) -> FamilyNotification:
    act = acting()
    notification = drafted(intake, on, due)
    notification.recorded_by_id, notification.actor_title = act.actor.account_id, act.actor.title
    notification.save()
    return notification


def people_of(notification: FamilyNotification) -> dict[str, str]:
    """By number where the registers know them; the names of others are kept with the form."""
    rows = notification.parties.select_related("person").order_by("pk")
    return {row.role: row.person.number for row in rows if row.person}
