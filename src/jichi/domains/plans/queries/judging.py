"""What a committee may judge."""

from django.db.models import Count, QuerySet

from jichi.kernel.access.actor import Actor

from ..models import ProgrammeReview
from ..permissions import May, within
from ..records import OWNER_OF_TWO
from .desk import gate

JUDGED = ("approved", "published")


def sheets_to_judge(actor: Actor) -> QuerySet[ProgrammeReview]:
    """The 票(2) on which this person may give a second opinion, with how many there are already.

    Raises: NotThere for who gives none.
    """
    gate(actor, May.GIVE_SECOND_OPINION)
    theirs = ProgrammeReview.objects.filter(
        within(actor, May.GIVE_SECOND_OPINION, OWNER_OF_TWO), step__in=JUDGED
    )
    return theirs.select_related("round__edition", "programme__section__bureau").annotate(
        opinions=Count("second_opinions")
    )
