"""The chains of the public record that plans write: one per chapter and period, one per programme,
one per comment and one per reply (so that a thousand people may write at once)."""

from .models import Comment, Edition, EffortReview, Programme, ProgrammeReview, Reply


def stream_of(subject: Edition | Programme | Comment | Reply) -> str:
    """For example `plans/11-0001-4`."""
    return f"plans/{subject.reference}"


def stream_of_review(review: EffortReview | ProgrammeReview) -> str:
    """A sheet's acts stand in the chain of what it evaluates: the programme, or the effort's edition."""
    if isinstance(review, ProgrammeReview):
        return stream_of(review.programme)
    return stream_of(review.round.edition)
