"""Certificates and requests in words, as residents and clerks read them."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.web.words import day_text, name_text

from ...models import Certificate, CertificateRequest
from ...queries.home.words import fee_text, kind_name, options_text, step_name
from ...rules.certificates.words import CHANNELS, Channel
from ...states import CERTIFICATE, REQUEST


def request_steps(request: CertificateRequest) -> list[dict[str, str]]:
    return [{"name": _(each.name), "state": each.state.value} for each in REQUEST.progress(request.step)]


def request_facts(request: CertificateRequest) -> list[dict[str, Any]]:
    said = {
        _("証明書"): kind_name(request.kind),
        _("載せるもの"): options_text(request.options.split()),
        _("使い道"): request.purpose,
        _("受け取る場所"): name_text(request.office),
        _("手数料"): fee_text(request.fee),
        _("申し込んだ日"): day_text(request.asked_on),
        _("取っておく期限"): day_text(request.keep_until) if request.keep_until and request.is_open else "",
    }
    return [{"label": label, "value": value} for label, value in said.items()]


def request_lines(requests: Iterable[CertificateRequest]) -> list[dict[str, Any]]:
    return [
        {
            "title": kind_name(each.kind),
            "url": reverse("residents:own_request", args=[each.number]),
            "over": step_name(each.step),
            "text": name_text(each.office),
            "foot": day_text(each.asked_on, era=False),
        }
        for each in requests
    ]


def certificate_lines(certificates: Iterable[Certificate]) -> list[dict[str, Any]]:
    return [
        {
            "at": each.issued_on,
            "what": kind_name(each.kind),
            "who": _(CHANNELS[Channel(each.channel)]),
            "basis": _(CERTIFICATE.step(each.step).name),
        }
        for each in certificates
    ]
