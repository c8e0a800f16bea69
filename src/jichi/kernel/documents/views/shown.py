"""A document in sentences and facts, for everybody and for staff."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from jichi.kernel.access.names import title_in_words
from jichi.kernel.web.words import code_text, day_text, fiscal_year_text, moment_text, name_text

from ..models import Document
from ..numbering import numbers
from ..queries import looks_at
from ..retention import kept_until
from ..tables import office_text
from ..words import in_groups, kind_text, state_text

Fact = dict[str, Any]
MOST_LOOKS = 20


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
        copy_of(document),
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


def copy_of(document: Document) -> Fact:
    """What became of the city's copy; nothing while it is there."""
    if not document.erased_on:
        return {"label": _("市の控え"), "value": ""}
    said = _("保存期間が過ぎたため、%(day)sに消しました。番号・発行日・状態は残っています。")
    return {"label": _("市の控え"), "value": said % {"day": day_text(document.erased_on)}}


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


def keeping_of(document: Document) -> list[Fact]:
    """Until when the copy of a document about a person is kept, or when and why it was erased."""
    if document.is_public:
        return []
    if document.is_erased:
        return [copy_of(document), {"label": _("消した理由"), "value": document.erased_because}]
    last = kept_until(document)
    said = day_text(last) if last else _("決まっていません（市の法令データにありません）")
    return [{"label": _("保存する最後の日"), "value": said}]


def looks_shown(document: Document) -> list[dict[str, str]]:
    return [
        {"at": moment_text(look.at), "who": title_in_words(look.actor_title), "why": look.why}
        for look in looks_at(document)[:MOST_LOOKS]
    ]


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
        *keeping_of(document),
        *proofs_of(document),
    ]


def proofs_of(document: Document) -> list[Fact]:
    """By what the file is known again."""
    return [
        signature_of(document),
        {"label": _("ファイルの指紋（SHA-256）"), "value": code_text(in_groups(document.sha256))},
        {"label": _("テンプレートの版"), "value": code_text(document.version_id[:16])},
    ]
