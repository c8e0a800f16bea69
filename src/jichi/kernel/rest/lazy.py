"""Texts of the API's description, put into words when somebody reads it."""

from collections.abc import Callable
from typing import cast

from django.utils import translation

# ninja and pydantic ask for str, carry the promise untouched, and ninja's encoder turns it into words.
gettext_lazy = cast("Callable[[str], str]", translation.gettext_lazy)
