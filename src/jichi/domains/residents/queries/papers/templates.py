"""The templates of the certificates, each with a sample that nobody takes for somebody's."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from jichi.kernel.documents.pictures import picture
from jichi.kernel.documents.templates import DocumentTemplate

FOLDER = Path(__file__).parents[2] / "documents"
STATEMENT = "ここに証明の言葉が入ります。"


def sample() -> dict[str, Any]:
    rows = [["見本の項目", "見本の内容"], ["空の項目", ""]]
    return {
        "title": "証明書の見本",
        "lead": [["見本の見出し", "見本の値"]],
        "people": [{"head": "氏名", "name": "（見本）　（見本）", "rows": rows}],
        "notes": ["（見本）の注記"],
        "statement": STATEMENT,
        "day": "平成00年0月0日",
        "who": "○○市○○区長",
    }


CERTIFICATE = DocumentTemplate(
    domain="residents",
    file="certificate.typ",
    title=_("住民票の写しなど"),
    default=FOLDER / "certificate.typ",
    sample=sample,
)


def seal_sample() -> dict[str, Any]:
    return {
        "title": "証明書の見本",
        "seal": picture((FOLDER / "seal_sample.png").read_bytes(), dpi=600),
        "name": "（見本）　（見本）",
        "rows": [["見本の項目", "見本の内容"]],
        "note": "（見本）の注記",
        "statement": STATEMENT,
        "day": "平成00年0月0日",
        "who": "○○市○○区長",
    }


def inquiry_sample() -> dict[str, Any]:
    return {
        "title": "照会書の見本",
        "reference": "24-0000-0",
        "sent": "平成00年0月0日",
        "due": "平成00年0月0日",
        "postal": ["○○市○○区○○町"],
        "name": "（見本）　（見本）",
        "engraved": "（見本）",
        "proofs": "○○など1点",
        "ward": "○○市○○区",
        "office": "○○区役所区民課",
        "by_proxy": True,
    }


SEAL = DocumentTemplate(
    domain="residents",
    file="seal.typ",
    title=_("印鑑登録証明書"),
    default=FOLDER / "seal.typ",
    sample=seal_sample,
)
SEAL_INQUIRY = DocumentTemplate(
    domain="residents",
    file="seal_inquiry.typ",
    title=_("印鑑登録の照会書"),
    default=FOLDER / "seal_inquiry.typ",
    sample=inquiry_sample,
)


def receipt_sample() -> dict[str, Any]:
    return {
        "title": "領収書の見本",
        "lines": [["証明書の見本", "000円", ""], ["免除した証明書の見本", "0円", "免除：理由の見本"]],
        "total": "000円",
        "day": "平成00年0月0日",
        "who": "○○市",
        "place": "○○区役所区民課",
    }


RECEIPT = DocumentTemplate(
    domain="residents",
    file="receipt.typ",
    title=_("証明書の手数料の領収書"),
    default=FOLDER / "receipt.typ",
    sample=receipt_sample,
)


def identity_sample() -> dict[str, Any]:
    return {
        "title": "証明書の見本",
        "rows": [["見本の項目", "見本の内容"], ["氏名", "（見本）　（見本）"]],
        "lead": "見本の前書き",
        "statements": ["見本の一つ目", "見本の二つ目"],
        "day": "平成00年0月0日",
        "who": "○○市○○区長",
    }


IDENTITY = DocumentTemplate(
    domain="residents",
    file="identity.typ",
    title=_("身分証明書"),
    default=FOLDER / "identity.typ",
    sample=identity_sample,
)
TEMPLATES = (
    CERTIFICATE,
    IDENTITY,
    RECEIPT,
    SEAL,
    SEAL_INQUIRY,
)
