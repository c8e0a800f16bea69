"""Documents in the words of the page's language."""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jichi.kernel.web.words import name_text, section_text

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


def state_badge(document: Document) -> str:
    return format_html('<span class="badge {}">{}</span>', KINDS[document.step], state_text(document))


def office_text(document: Document) -> str:
    """The section with its bureau, or the bureau alone."""
    return section_text(document.section) if document.section else name_text(document.bureau)


def kind_text(name: str) -> str:
    """A template's words; its name where no manifest declares it any more."""
    try:
        return str(template_named(name).title)
    except LookupError:
        return name


def in_groups(fingerprint: str) -> str:
    """A fingerprint as people compare it: eight groups of four, twice over."""
    return " ".join(fingerprint[start : start + 4] for start in range(0, len(fingerprint), 4))
