"""Certificates, their options, fees and steps in words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jichi.kernel.web.words import yen_text

from ...rules.certificates.kinds import OPTIONS, Option, certificate_kind
from ...states import REQUEST
from .offers import WHOLE, Offer


def kind_name(code: str) -> str:
    kind = certificate_kind(code)
    return _(kind.name)


def option_name(code: str) -> str:
    return _("世帯全員を載せる") if code == WHOLE else _(OPTIONS[Option(code)])


def options_text(codes: Iterable[str]) -> str:
    return _("、").join(option_name(code) for code in codes)


def fee_text(fee: int | None) -> str:
    return _("窓口で確かめてください") if fee is None else yen_text(fee)


def offer_text(offer: Offer) -> str:
    return f"{_(offer.kind.name)}（{fee_text(offer.fee)}）"


def step_name(code: str) -> str:
    return _(REQUEST.step(code).name)
