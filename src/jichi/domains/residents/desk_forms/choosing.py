"""Words of the closed lists, in the language of the page."""

from django.utils.translation import get_language, gettext

from jichi.kernel.values.fault import Named


def words_of(named: Named) -> str:
    """A step or a move as people read it."""
    return named.name_en if (get_language() or "").startswith("en") else gettext(named.name)
