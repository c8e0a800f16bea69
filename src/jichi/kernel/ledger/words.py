"""The record in the words of the page's language."""

from django.utils.translation import gettext as _

from .event import KNOWN


def type_text(type_name: str) -> str:
    """What happened, as the event's declaration says; a type that no room declares any more by its name."""
    known = KNOWN.get(type_name)
    return _(known.label) if known else type_name
