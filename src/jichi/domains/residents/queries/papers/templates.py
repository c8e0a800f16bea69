"""The templates of the certificates, each with a sample that nobody takes for somebody's."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

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
TEMPLATES = (CERTIFICATE,)
