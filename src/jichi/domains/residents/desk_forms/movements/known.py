"""Who comes and may be known: what the rows of an arrival carry, and the question whether it is the same person."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from jichi.kernel.web.forms import KitForm

OTHER = "other"


def known_field(at: int) -> str:
    """The field of a row that says which known person comes."""
    return f"p{at}-known"


def apart_field(at: int) -> str:
    """The field of a row that says of which known people it is none."""
    return f"p{at}-apart"


def same_field(at: int) -> str:
    return f"p{at}-same"


def hidden_id() -> forms.UUIDField:
    return forms.UUIDField(widget=forms.HiddenInput, required=False)


def hidden_text() -> forms.CharField:
    return forms.CharField(widget=forms.HiddenInput, required=False)


def public_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


class SameForm(KitForm):
    """Of each row that may be somebody known: one of those people, or somebody else.

    `offered` are by row the name told, and the known people: key and words.
    """

    def __init__(
        self, *args: Any, offered: Mapping[int, tuple[str, Sequence[tuple[str, str]]]], **named: Any
    ) -> None:
        super().__init__(*args, **named)
        for at, (name, people) in offered.items():
            self.fields[same_field(at)] = forms.ChoiceField(
                label=_("%(name)sさんは、次の人と同じ人ですか") % {"name": name},
                choices=[*people, (OTHER, _("どの人とも別の人"))],
                widget=forms.RadioSelect,
                error_messages={"required": _("同じ人か、別の人かを選んでください。")},
            )
