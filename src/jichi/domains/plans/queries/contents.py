"""What stands on a sheet for a reader: read, and put into plain data."""

from jichi.kernel.access.actor import NOBODY, Actor

from ..models import EffortReview, ProgrammeReview
from ..sheets.content import Content, content_of_one, content_of_own, content_of_two
from . import sheets as reads


def one(review: EffortReview) -> Content:
    return content_of_one(review, reads.listings_of(review.effort))


def whole_two(review: EffortReview | ProgrammeReview, actor: Actor) -> Content:
    """The 票(2) of the effort to which the sheet belongs."""
    effort = review.effort if isinstance(review, EffortReview) else reads.effort_of(review)
    return content_of_two(review, reads.programmes_of(actor, effort, review))


def own_two(review: ProgrammeReview, actor: Actor) -> Content:
    """The 票(2) of one programme."""
    return content_of_own(whole_two(review, actor), review)


def public_content(review: EffortReview | ProgrammeReview) -> Content:
    """A published sheet as everybody reads it."""
    return one(review) if isinstance(review, EffortReview) else own_two(review, NOBODY)
