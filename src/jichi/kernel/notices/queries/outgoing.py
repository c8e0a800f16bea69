"""What keeps the house busy: mail that did not go out, letters, replies."""

from django.db.models import Count, QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.actions.refusal import NotThere

from ..models import Batch, Letter, Mail, MailState, ReceivedMail, SuspendedAddress
from ..models.post import LetterState
from ..permissions import May


def gate(actor: Actor, permission: May) -> None:
    """Raises: NotThere."""
    if not may(actor, permission):
        raise NotThere


def mail_in_doubt() -> QuerySet[Mail]:
    """Mail that failed or of which nobody knows, the newest first."""
    rows = Mail.objects.filter(state__in=[MailState.FAILED, MailState.UNKNOWN])
    return rows.select_related("notice").order_by("-pk")


def counts_by_state() -> dict[str, int]:
    counted = dict(Mail.objects.values_list("state").annotate(Count("pk")))
    return {str(state.label): counted.get(state.value, 0) for state in MailState}


def suspended_now() -> QuerySet[SuspendedAddress]:
    rows = SuspendedAddress.objects.filter(lifted_at__isnull=True)
    return rows.select_related("account").order_by("-since")


def received() -> QuerySet[ReceivedMail]:
    """Mail of people; reports and machines' answers are kept apart."""
    rows = ReceivedMail.objects.filter(is_automatic=False).defer("raw")
    return rows.select_related("notice").order_by("-at", "-pk")


def batches() -> QuerySet[Batch]:
    return Batch.objects.annotate(size=Count("letters")).order_by("-year", "-number")


def letters_waiting() -> int:
    return Letter.objects.filter(state=LetterState.WAITING).count()


def batch_for(actor: Actor, year: int, number: int) -> Batch:
    """Raises: NotThere."""
    gate(actor, May.POST_LETTERS)
    found = batches().filter(year=year, number=number).first()
    if found is None:
        raise NotThere
    return found


def received_for(actor: Actor, pk: int) -> ReceivedMail:
    """Raises: NotThere."""
    gate(actor, May.READ_REPLIES)
    found = ReceivedMail.objects.select_related("notice__account").filter(pk=pk).first()
    if found is None:
        raise NotThere
    return found
