"""When a resource last changed, so that a reader who has it need not fetch it again."""

from datetime import datetime

from django.http import HttpResponseBase
from django.utils.http import http_date


def changed_at(response: HttpResponseBase, at: datetime | None) -> None:
    """Write Last-Modified; nothing where nobody knows the moment."""
    if at is not None:
        response["Last-Modified"] = http_date(at.timestamp())
