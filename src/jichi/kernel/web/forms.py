"""Forms the kit's way: one renderer for every form, and the pages "fill in, confirm, done"."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import BoundField
from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.template.loader_tags import ExtendsNode
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.actions.refusal import Refusal

from .words import day_text

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class KitRenderer(DjangoTemplates):
    """Draws every form of the house, allauth's included, with the kit's field partials (FORM_RENDERER)."""

    form_template_name = "kit/fields.html"
    field_template_name = "kit/field.html"


PUBLIC, DESK = "kit/base.html", "kit/desk.html"
TOO_LONG = gettext_lazy("%(limit_value)d字までです。いま%(show_value)d字あります。")


class KitForm(forms.Form):
    """A form whose checks happen on the server, so that the error summary speaks instead of the browser."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def full_clean(self) -> None:
        """Say faults in the words of the house; only now, since a form may add fields as it is built."""
        for field in self.fields.values():
            if field.error_messages["required"] == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = what_is_missing(field)
            field.error_messages.setdefault("max_length", TOO_LONG)
        super().full_clean()


def what_is_missing(field: forms.Field) -> "StrOrPromise":
    """What to do about an empty field, by its kind."""
    if isinstance(field.widget, forms.CheckboxInput):
        return gettext_lazy("確かめて、しるしを付けてください。")
    return (
        gettext_lazy("選んでください。") if hasattr(field, "choices") else gettext_lazy("記入してください。")
    )


class DayInput(forms.DateInput):
    """A day, with the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class AmountInput(forms.TextInput):
    """A whole number with its unit beside it (円, 人, 件); digits may be typed with commas."""

    def __init__(self, unit: str | Promise, attrs: dict[str, Any] | None = None) -> None:
        self.unit = unit
        super().__init__({"inputmode": "numeric", "autocomplete": "off", **(attrs or {})})


class AmountField(forms.IntegerField):
    """A whole number as people write it: 1,234 and １２３４ are both read."""

    def __init__(self, *, unit: str | Promise, **kwargs: Any) -> None:
        super().__init__(widget=AmountInput(unit), **kwargs)

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, str):
            value = value.replace(",", "").replace("，", "").replace("、", "").strip()
        return super().to_python(value)


class Stage(StrEnum):
    FILL = "fill"
    CONFIRM = "confirm"
    ACT = "act"


@dataclass(frozen=True, kw_only=True)
class Act:
    """An official act, in the words of its confirmation page; `done` is what the person reads afterwards.

    A list of acts that are possible with a case derives its own from it, with their form, verb and who may. A button
    without words of its own says the title.
    """

    title: "StrOrPromise"
    button: "StrOrPromise" = ""
    explains: "StrOrPromise" = ""
    done: "StrOrPromise" = ""
    danger: bool = False


@dataclass(frozen=True, kw_only=True)
class Answer:
    label: str
    text: str


def stage_of(request: HttpRequest, form: forms.BaseForm) -> Stage:
    """Where the person is: filling in, asked to confirm, or (confirmed, and still valid) ready to act.

    A form with a file acts without the question: a hidden field cannot carry a file to the next page.
    """
    if request.method != "POST" or request.POST.get("stage") == "mend" or not form.is_valid():
        return Stage.FILL
    return Stage.ACT if request.POST.get("stage") == "act" or form.is_multipart() else Stage.CONFIRM


def show_form(
    request: HttpRequest,
    form: forms.BaseForm,
    template: str,
    extra: Mapping[str, Any] | None = None,
    *,
    act: Act | None = None,
) -> HttpResponse:
    """The form page, or its confirmation page when everything is filled in and `act` is given.

    Nothing typed is lost on the way back. A form with errors answers 422.
    """
    context = {"form": form, "act": act, **(extra or {})}
    if act and stage_of(request, form) is Stage.CONFIRM:
        asked = {**context, "answers": answers(form), "frame": frame_of(template)}
        return render(request, "kit/confirm.html", asked)
    return render(request, template, context, status=422 if form.is_bound and form.errors else 200)


@cache
def frame_of(template: str) -> str:
    """The frame in which a page stands: whoever fills in a form at the desk confirms it there."""
    nodes = get_template(template).template.nodelist  # type: ignore[attr-defined]
    above = [node.parent_name.var for node in nodes.get_nodes_by_type(ExtendsNode)]
    if DESK in (template, *above):
        return DESK
    return frame_of(str(above[0])) if above else PUBLIC


def tell(form: forms.BaseForm, refusal: Refusal) -> None:
    """Put a refusal where the person sees it: at its fields, else on top."""
    known = {name: message for name, message in refusal.fields.items() if name in form.fields}
    for name, message in known.items():
        form.add_error(name, message)
    if not known:
        form.add_error(None, str(refusal.message))


def answers(form: forms.BaseForm) -> list[Answer]:
    """What the person answered, as they would read it."""
    return [Answer(label=str(field.label), text=answer_text(field)) for field in form.visible_fields()]


def answer_text(field: BoundField) -> str:
    """One answer in words: choices by their labels, days with the weekday, amounts with their unit."""
    value = field.form.cleaned_data.get(field.name)
    if isinstance(value, bool):
        return _("はい") if value else _("いいえ")
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, int) and hasattr(field.field.widget, "unit"):
        return f"{value:,}{field.field.widget.unit}"
    if choices := getattr(field.field, "choices", None):
        return _("、").join(chosen_labels(choices, field.value()))
    return "" if value is None else str(value)


def chosen_labels(choices: Iterable[Any], value: Any) -> list[str]:
    chosen = {str(one) for one in (value if isinstance(value, list | tuple) else [value])}
    return [str(label) for key, label in flat(choices) if str(key) in chosen]


def flat(choices: Iterable[Any]) -> Iterable[tuple[Any, Any]]:
    """Choices without their groups."""
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield key, label
