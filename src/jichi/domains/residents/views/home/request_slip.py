"""The slip (受付票) of a request from home: its number, what to bring, where and until when. A working copy, kept nowhere."""

from datetime import date
from pathlib import Path
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import now, today
from jichi.kernel.documents.render import render, template
from jichi.kernel.law.shelf import law
from jichi.kernel.web.words import day_text, is_english, name_text

from ...models import CertificateRequest
from ...queries.home import own as reads
from ...queries.home.offices import known
from ...queries.home.words import fee_text, kind_name, options_text
from ...rules.certificates.proofs import WITH_PHOTO, WITHOUT_PHOTO
from ...rules.pickup import PICKUP_DAYS
from .opening_words import opening_lines

DEFAULT = Path(__file__).parents[2] / "documents" / "request_slip.typ"


@never_cache
@login_required
def paper(request: Request, number: str) -> HttpResponse:
    """For who asked, while it can still be fetched; 404 for anybody else, and once nothing is given out this way."""
    found, on = reads.own_request(request.actor, number), today()
    if not found.is_open or not reads.is_shown(found.person, on):
        raise NotThere
    # Readings over the characters belong to pages: a slip in やさしい日本語 is the Japanese one.
    with override("en" if is_english() else "ja"):
        data = content(found, on)
    pdf = render(template=template("residents", DEFAULT.name, default=DEFAULT), data=data, at=now())
    headers = {"Content-Disposition": f'inline; filename="{found.number}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def content(asked: CertificateRequest, on: date) -> dict[str, Any]:
    return {
        "language": "en" if is_english() else "ja",
        "title": _("証明書の申込みの受付票"),
        "number": asked.number,
        "lead": _("窓口で、この番号を伝えてください。氏名は、窓口で本人確認の書類で確かめます。"),
        "facts": facts_of(asked),
        "bring_title": _("持ってくるもの"),
        "bring": bring(asked, on),
        "open_title": _("次に開いている日"),
        "open": opening_lines(asked.office, on),
        "last": _("この票は証明書ではありません。なくしても、窓口で番号か氏名を伝えれば受け取れます。"),
    }


def facts_of(asked: CertificateRequest) -> list[list[str]]:
    said = {
        _("証明書"): kind_name(asked.kind),
        _("載せるもの"): options_text(asked.options.split()),
        _("受け取る場所"): name_text(asked.office),
        _("いつまで"): until_text(asked),
        _("手数料"): fee_text(asked.fee),
        _("申し込んだ日"): day_text(asked.asked_on),
    }
    return [[label, value] for label, value in said.items() if value]


def until_text(asked: CertificateRequest) -> str:
    """The day once it is ready; before that, for how long it will be kept."""
    if asked.keep_until:
        return _("%(day)sまで") % {"day": day_text(asked.keep_until)}
    days = known(asked.asked_on, PICKUP_DAYS)
    if days is None:
        return _("用意ができたら、お知らせします")
    return _("用意ができたお知らせの日から%(days)s日のあいだ") % {"days": days}


def bring(asked: CertificateRequest, on: date) -> list[str]:
    with_photo, without = law.at(on, WITH_PHOTO).value, law.at(on, WITHOUT_PHOTO).value
    proofs = _(
        "本人確認の書類（写真付きのもの%(with)s点、または写真のないもの%(without)s点。運転免許証、旅券、健康保険証など）"
    )
    found = [proofs % {"with": with_photo, "without": without}, _("手数料")]
    if asked.kind == "seal":
        found.append(_("印鑑登録証（カード）"))
    return found
