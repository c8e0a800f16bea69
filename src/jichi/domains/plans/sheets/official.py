"""The two sheets as official documents: their templates, each with a sample that nobody takes for a real one."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from jichi.kernel.documents.templates import DocumentTemplate

from .paper import FOLDER

HEAD = {
    "year": "2012年度（平成24年度）",
    "plan": "実行計画 2011～2013年度",
    "code": "00000000",
    "effort": "（見本）施策課題の名前",
    "policy": "Ⅶ （見本）基本政策の名前",
    "policy_direction": "Ⅶ-1",
    "measure": "1 （見本）基本施策の名前",
    "is_demo": False,
}
DAYS = [{"desk": desk, "day": "2012年7月9日"} for desk in ("課長に提出", "課長確認", "局確認", "公表")]
PROGRAMME = {
    "reference": "14-0000-0",
    "programme": "12-0000-0",
    "state": "",
    "days": DAYS,
    "is_demo": False,
    "name": "（見本）事業の名前",
    "section": "○○局 ○○課",
    "outline": "ここに事業の概要が入ります。",
    "is_priority": True,
    "achievement": "3 目標をほぼ達成",
    "check": "C 現状維持・目標どおり",
    "plan_end": "",
    "why": "ここに評価の理由が入ります。",
    "changed_goal": "",
    "next_year": "",
    "columns": [
        {"head": head, "goal": "目標", "differing": "", "result": "実績"}
        for head in ("現状", "2011年度", "2012年度", "2013年度", "2014年度以降")
    ],
    "evidence": ["資料「見本」：何が分かるか"],
    "opinions": [],
}


def sample_one() -> dict[str, Any]:
    words = {
        name: f"ここに{label}が入ります。"
        for name, label in {
            "problem": "解決すべき課題",
            "outline": "施策の概要",
            "goal": "施策の目標",
            "result": "成果の説明",
            "direction": "今後の方向",
        }.items()
    }
    return {
        **HEAD,
        **words,
        "title": "2012年度 施策評価票（票1） 見本",
        "reference": "13-0000-0",
        "state": "",
        "days": DAYS,
        "section": "○○局 ○○課",
        "related": "",
        "is_priority": False,
    }


def sample_two() -> dict[str, Any]:
    return {
        **HEAD,
        "title": "2012年度 事務事業評価票（票2） 見本",
        "ends_the_plan": False,
        "counts": None,
        "missing": "",
        "relisted": [],
        "programmes": [PROGRAMME],
    }


ONE = DocumentTemplate(
    domain="plans",
    file="sheet_one.typ",
    title=_("施策評価票（票1）"),
    default=FOLDER / "sheet_one.typ",
    sample=sample_one,
)
TWO = DocumentTemplate(
    domain="plans",
    file="sheet_two.typ",
    title=_("事務事業評価票（票2）"),
    default=FOLDER / "sheet_two.typ",
    sample=sample_two,
)
TEMPLATES = (ONE, TWO)
