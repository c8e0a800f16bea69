"""Documents in the words of the page's language."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from .models import Document
from .templates import template_named

KINDS = {"stands": "done", "superseded": "stopped", "withdrawn": "stopped"}
STATES = {
    "stands": gettext_noop("有効"),
    "superseded": gettext_noop("差し替え済み"),
    "withdrawn": gettext_noop("取り消し"),
}


def state_text(document: Document) -> str:
    return _(STATES[document.step])


def kind_text(name: str) -> str:
    """A template's words; its name where no manifest declares it any more."""
    try:
        return str(template_named(name).title)
    except LookupError:
        return name


def in_groups(fingerprint: str) -> str:
    """A fingerprint as people compare it: eight groups of four, twice over."""
    return " ".join(fingerprint[start : start + 4] for start in range(0, len(fingerprint), 4))
