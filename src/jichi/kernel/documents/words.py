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


def title_of(document: Document) -> str:
    return document.title or _("（控えは消去済み）")


def listed_title(document: Document) -> str:
    """What a list may say: the title of what is everybody's. `shown_title` comes with the rows of the register."""
    if document.is_erased:
        return _("（控えは消去済み）")
    return str(getattr(document, "shown_title", "")) or _("（公開しない文書）")


def kind_text(name: str) -> str:
    """A template's words; its name where no manifest declares it any more."""
    try:
        return str(template_named(name).title)
    except LookupError:
        return name


def in_groups(fingerprint: str) -> str:
    """A fingerprint as people compare it: eight groups of four, twice over."""
    return " ".join(fingerprint[start : start + 4] for start in range(0, len(fingerprint), 4))
