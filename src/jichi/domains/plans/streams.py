"""The chains of the public record that plans write: one per chapter and period, one per programme."""

from .models import Edition, EffortReview, Programme, ProgrammeReview


def stream_of(subject: Edition | Programme) -> str:
    """For example `plans/11-0001-4`."""
    return f"plans/{subject.reference}"


def stream_of_review(review: EffortReview | ProgrammeReview) -> str:
    """A sheet's acts stand in the chain of what it evaluates: the programme, or the effort's edition."""
    if isinstance(review, ProgrammeReview):
        return stream_of(review.programme)
    return stream_of(review.round.edition)
