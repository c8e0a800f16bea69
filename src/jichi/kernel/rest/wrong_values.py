"""What is wrong with the values of a request, in sentences."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja.errors import ValidationError

from .problem import problem_body, problem_response

# By the type that pydantic gives a fault; its own sentences are English only.
SENTENCES = {
    "missing": gettext_lazy("値がありません。"),
    "int_parsing": gettext_lazy("整数を書いてください。"),
    "bool_parsing": gettext_lazy("true か false を書いてください。"),
    "greater_than_equal": gettext_lazy("%(ge)s以上の値を書いてください。"),
    "less_than_equal": gettext_lazy("%(le)s以下の値を書いてください。"),
    "string_too_long": gettext_lazy("%(max_length)s字以内で書いてください。"),
    "string_pattern_mismatch": gettext_lazy("次の形で書いてください：%(pattern)s"),
    "literal_error": gettext_lazy("次のどれかを書いてください：%(expected)s"),
    "enum": gettext_lazy("次のどれかを書いてください：%(expected)s"),
}
DAYS = ("date_from_datetime_parsing", "date_parsing", "date_from_datetime_inexact", "date_type")


def wrong_values(request: HttpRequest, fault: ValidationError) -> JsonResponse:
    """All faults of a request by parameter, as one problem with status 422."""
    fields = {str(each["loc"][-1]): sentence(each) for each in fault.errors}
    body = problem_body(
        request,
        status=422,
        code="wrong_values",
        detail=_("値に誤りがあります：%(names)s") % {"names": ", ".join(fields)},
        fields=fields,
    )
    return problem_response(body, status=422)


def sentence(fault: Mapping[str, Any]) -> str:
    if fault["type"] in DAYS:
        return _("日付は 2012-07-09 の形で書いてください。")
    known = SENTENCES.get(fault["type"])
    return str(known) % fault.get("ctx", {}) if known else _("この値は使えません。")
