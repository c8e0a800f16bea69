"""A person's own notices."""

from django.db.models import QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.refusal import NotThere

from ..models import Following, Notice

MOST_SHOWN = 100


def notices_of(actor: Actor) -> QuerySet[Notice]:
    """The newest notices of the person who is signed in.

    Raises: NotThere for who has no account.
    """
    if actor.account_id is None:
        raise NotThere
    # The mail that gathers a day's notices would say them a second time here.
    return (
        Notice.objects.filter(account=actor.account_id)
        .exclude(key__startswith="digest/")
        .select_related("mail", "letter")
        .order_by("-at", "-pk")
    )


def unread(actor: Actor) -> int:
    """How many notices the person has not read."""
    if actor.account_id is None:
        return 0
    return Notice.objects.filter(account=actor.account_id, read_at__isnull=True).count()


def follows(actor: Actor, reference: str) -> bool:
    """Whether the person follows a record."""
    return Following.objects.filter(account=actor.account_id, reference=reference).exists()
