"""Refusals as problem details."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from jichi.kernel.actions.refusal import Refusal


def problem(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The refusal as `application/problem+json`. Source: RFC 9457."""
    body = {
        "type": f"/errors/{refusal.code}",
        "title": str(refusal.message),
        "status": refusal.status,
        "instance": request.path,
        "fields": {name: str(sentence) for name, sentence in refusal.fields.items()},
    }
    return JsonResponse(
        body,
        status=refusal.status,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )
