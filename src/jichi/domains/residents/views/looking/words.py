"""Looks in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.values.fault import gettext_noop

from ...rules.certificates.kinds import BY_CODE as CERTIFICATES
from ...rules.look_reasons import told_reason
from ...rules.unusual import MANY, Sign

WHATS: dict[str, str | Promise] = {
    "record": gettext_lazy("住民の記録"),
    "protection": gettext_lazy("支援措置"),
    "family": gettext_lazy("戸籍"),
    "seal": gettext_lazy("印鑑登録"),
    "request": gettext_lazy("自宅からの申込み"),
    "certificate": gettext_lazy("交付した証明書の控え"),
}
SIGNS = {
    Sign.OWN: gettext_noop("自分の記録"),
    Sign.HOUSEHOLD: gettext_noop("同じ世帯の人"),
    Sign.COLLEAGUE: gettext_noop("市の職員"),
    Sign.SURNAME: gettext_noop("同じ氏の人"),
    Sign.MANY: gettext_noop("1時間に%(many)d件以上"),
    Sign.PROTECTED: gettext_noop("担当者に引き継ぐ記録"),
}
# Kinds of terms of a search.
KINDS = {
    "name": gettext_noop("氏名"),
    "birth": gettext_noop("生年月日"),
    "place": gettext_noop("住所"),
    "number": gettext_noop("番号"),
}


def sign_text(sign: Sign) -> str:
    text = _(SIGNS[sign])
    return text % {"many": MANY} if sign is Sign.MANY else text


def why_text(why: str) -> str:
    sentence, detail = told_reason(why)
    return f"{_(sentence)}（{detail}）" if detail else _(sentence)


def what_text(what: str) -> str:
    """What was asked for: a record, a protection, or a certificate of a kind."""
    kind = CERTIFICATES.get(what)
    return _(kind.name) if kind else str(WHATS.get(what, what))


def kinds_text(kinds: str) -> str:
    return _("、").join(_(KINDS[kind]) for kind in kinds.split("+") if kind in KINDS)
