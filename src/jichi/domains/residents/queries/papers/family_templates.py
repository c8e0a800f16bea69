"""The templates of the family registers' certificates, each with a sample that nobody takes for somebody's."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from jichi.kernel.documents.templates import DocumentTemplate

from .templates import FOLDER

LINES = [["【見本の項目】", "見本の内容"], ["【見本のほかの項目】", "見本のほかの内容"]]
ENTRY = {"head": "見本の記載", "lines": LINES}


def sample_register() -> dict[str, Any]:
    return {
        "title": "事項証明の見本",
        "mark": "見本の除かれた戸籍",
        "register": [["本籍", "○○市○○区○○一丁目1番地"], ["氏名", "（見本）　（見本）"]],
        "about": [ENTRY],
        "members": [{"removed": True, "lines": [["【名】", "（見本）"], *LINES], "entries": [ENTRY]}],
        "statement": "ここに証明の言葉が入ります。",
        "day": "平成00年0月0日",
        "who": "○○市○○区長",
    }


def sample_fine() -> dict[str, Any]:
    return {
        "title": "受理証明書の見本",
        "lead": [["見本の見出し", "見本の値"]],
        "people": [
            {"head": "見本の役", "name": "（見本）　（見本）", "rows": [["見本の項目", "見本の内容"]]}
        ],
        "notes": [],
        "statement": "ここに証明の言葉が入ります。",
        "day": "平成00年0月0日",
        "who": "○○市○○区長",
    }


REGISTER = DocumentTemplate(
    domain="residents",
    file="family_register.typ",
    title=_("戸籍の証明書"),
    default=FOLDER / "family_register.typ",
    sample=sample_register,
)
FINE = DocumentTemplate(
    domain="residents",
    file="acceptance_fine.typ",
    title=_("受理証明書（上質紙）"),
    default=FOLDER / "acceptance_fine.typ",
    sample=sample_fine,
)
FAMILY_TEMPLATES = (REGISTER, FINE)
