"""A document in sentences and facts, for everybody and for staff."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from jichi.kernel.web.words import code_text, day_text, fiscal_year_text, moment_text, name_text

from ..models import Document
from ..numbering import numbers
from ..tables import office_text
from ..words import in_groups, kind_text, state_text

Fact = dict[str, Any]


def sentence_of(document: Document) -> dict[str, str]:
    """The answer in one sentence, with its state as a word."""
    if document.stands:
        text = _("この文書は、市が発行したもので、今も有効です。")
        return {"kind": "success", "word": state_text(document), "text": text}
    assert document.ended_on
    day = day_text(document.ended_on)
    if document.step == "superseded":
        text = _("この文書は市が発行しましたが、%(day)sに新しい文書に差し替えられ、今は有効ではありません。")
    else:
        text = _("この文書は市が発行しましたが、%(day)sに取り消され、今は有効ではありません。")
    return {"kind": "warning", "word": state_text(document), "text": text % {"day": day}}


def facts_of(document: Document) -> list[Fact]:
    """What anybody may read."""
    return [
        {"label": _("文書番号"), "value": number_of(document)},
        {"label": _("発行した組織"), "value": name_text(document.bureau)},
        {"label": _("発行日"), "value": day_text(document.issued_on)},
        {"label": _("状態"), "value": state_text(document)},
        *ending_of(document),
        *content_of(document),
        signature_of(document),
    ]


def number_of(document: Document) -> str:
    if numbers().confidence != "unconfirmed":
        return document.number
    return format_html('{} <span class="badge unconfirmed">{}</span>', document.number, _("文書記号は未確認"))


def ending_of(document: Document) -> list[Fact]:
    if document.stands:
        return []
    facts: list[Fact] = [{"label": _("理由"), "value": document.get_reason_display()}]
    if by := document.superseded_by:
        url = reverse("documents:by_code", args=[by.printed_code]) if by.is_public else ""
        facts.append({"label": _("差し替えた文書"), "value": by.number, "url": url})
    return facts


def content_of(document: Document) -> list[Fact]:
    """Of a document that is everybody's: what it is, and the file to compare with."""
    if not document.is_public:
        return []
    pdf = reverse("documents:file", args=[document.printed_code])
    return [
        {"label": _("件名"), "value": document.title},
        {"label": _("もとの記録"), "value": document.record, "url": f"/r/{document.record}/"}
        if document.record
        else {"label": _("もとの記録"), "value": ""},
        {"label": _("文書"), "value": _("発行したPDFを開く"), "url": pdf},
        {"label": _("ファイルの指紋（SHA-256）"), "value": code_text(in_groups(document.sha256))},
    ]


def signature_of(document: Document) -> Fact:
    if not document.is_signed:
        return {"label": _("電子署名"), "value": _("ありません")}
    url = reverse("documents:certificate", args=[document.certificate_id])
    start = code_text(str(document.certificate_id)[:16])
    said = format_html(_("市の電子署名があります（証明書 {start}…）"), start=start)
    return {"label": _("電子署名"), "value": said, "url": url}


def facts_for_staff(document: Document) -> list[Fact]:
    """What the register keeps of a document."""
    return [
        {"label": _("種類"), "value": kind_text(document.template)},
        {"label": _("年度"), "value": fiscal_year_text(document.year)},
        {"label": _("発行した課"), "value": office_text(document)},
        {"label": _("発行日"), "value": day_text(document.issued_on)},
        {"label": _("記録した時刻"), "value": moment_text(document.issued_at)},
        {
            "label": _("確認コード"),
            "value": code_text(document.printed_code),
            "url": reverse("documents:by_code", args=[document.printed_code]),
        },
        {
            "label": _("受付番号"),
            "value": document.record,
            "url": f"/r/{document.record}/" if document.record else "",
        },
        {"label": _("だれでも読めるか"), "value": _("はい") if document.is_public else _("いいえ")},
        *ending_of(document),
        {"label": _("事情"), "value": document.note},
        signature_of(document),
        {"label": _("ファイルの指紋（SHA-256）"), "value": code_text(in_groups(document.sha256))},
        {"label": _("テンプレートの版"), "value": code_text(document.version_id[:16])},
    ]
