"""The chains of the public record that documents write: one per bureau and 年度, like their numbers."""

from .models import Document

KEYS = "documents/certificates"
LOOKS = "documents/looks"


def stream_of(document: Document) -> str:
    """For example `documents/planning/2012`."""
    return f"documents/{document.bureau_id}/{document.year}"
