"""Problem details: how the API says no. Source: RFC 9457."""

from collections.abc import Mapping

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.actions.refusal import Refusal

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: gettext_lazy("要求の書き方が正しくありません"),
    401: gettext_lazy("鍵が要ります"),
    403: gettext_lazy("権限がありません"),
    404: gettext_lazy("見つかりません"),
    405: gettext_lazy("この方法では使えません"),
    409: gettext_lazy("いまの状態ではできません"),
    410: gettext_lazy("もう終わっています"),
    422: gettext_lazy("値に誤りがあります"),
    429: gettext_lazy("要求が多すぎます"),
    500: gettext_lazy("サーバーで問題が起きました"),
    503: gettext_lazy("いまは使えません"),
}


def problem_body(
    request: HttpRequest,
    *,
    status: int,
    code: str = "",
    detail: str = "",
    fields: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """`code` is stable; title and detail speak the language that was asked for."""
    return {
        "type": f"/api/v1/docs#problem-{code}" if code else "about:blank",
        "title": str(TITLES.get(status, TITLES[400 if status < 500 else 500])),
        "status": status,
        "detail": detail or _("APIの説明は /api/v1/docs にあります。"),
        "instance": request.path,
        "code": code,
        "fields": dict(fields or {}),
    }


def problem(request: HttpRequest, refusal: Refusal) -> JsonResponse:
    """A refusal, whoever raised it."""
    body = problem_body(
        request,
        status=refusal.status,
        code=refusal.code,
        detail=str(refusal.message),
        fields={name: str(sentence) for name, sentence in refusal.fields.items()},
    )
    return problem_response(body, status=refusal.status)


def problem_response(body: Mapping[str, object], *, status: int) -> JsonResponse:
    return JsonResponse(
        body, status=status, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False}
    )
