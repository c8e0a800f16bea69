"""The chains of the public record that plans write: one per chapter and period, one per programme."""

from .models import Edition, Programme


def stream_of(subject: Edition | Programme) -> str:
    """For example `plans/11-0001-4`."""
    return f"plans/{subject.reference}"
