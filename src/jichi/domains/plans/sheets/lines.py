"""The sheets as lines of a CSV file."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

ONE = {
    "reference": gettext_noop("番号"),
    "year": gettext_noop("評価年度"),
    "code": gettext_noop("施策課題コード"),
    "effort": gettext_noop("施策課題"),
    "section": gettext_noop("作成課"),
    "policy": gettext_noop("基本政策"),
    "policy_direction": gettext_noop("政策の基本方向"),
    "measure": gettext_noop("基本施策"),
    "related": gettext_noop("関係課"),
    "is_priority": gettext_noop("重点"),
    "problem": gettext_noop("解決すべき課題"),
    "outline": gettext_noop("施策の概要"),
    "goal": gettext_noop("施策の目標"),
    "result": gettext_noop("成果の説明"),
    "direction": gettext_noop("今後の方向"),
    "state": gettext_noop("公表の状態"),
    "is_demo": gettext_noop("デモ"),
}
HEAD = ("year", "code", "effort", "measure")
TWO = {
    "reference": gettext_noop("番号"),
    "programme": gettext_noop("事業の番号"),
    "name": gettext_noop("事務事業名"),
    "section": gettext_noop("所管課"),
    "outline": gettext_noop("概要"),
    "is_priority": gettext_noop("重点"),
    "achievement": gettext_noop("達成状況"),
    "why": gettext_noop("この評価にした理由"),
    "check": gettext_noop("点検結果"),
    "changed_goal": gettext_noop("変更後の目標"),
    "next_year": gettext_noop("次の年度の方向"),
    "plan_end": gettext_noop("計画期間の評価"),
    "state": gettext_noop("公表の状態"),
    "is_demo": gettext_noop("デモ"),
}
GRID = {
    "goal": gettext_noop("事業目標"),
    "differing": gettext_noop("実行計画と差異のある事業目標"),
    "result": gettext_noop("実績"),
}
Lines = tuple[list[str], list[list[Any]]]


def lines_of_one(content: Mapping[str, Any]) -> Lines:
    """Heads and the one line of a 票(1)."""
    return [_(head) for head in ONE.values()], [[content[name] for name in ONE]]


def lines_of_two(content: Mapping[str, Any]) -> Lines:
    """Heads and a line for every programme of a 票(2); the columns of the grid stand behind the grades."""
    programmes = content["programmes"]
    columns = [column["head"] for column in programmes[0]["columns"]] if programmes else []
    heads = [
        *(_(ONE[name]) for name in HEAD),
        *(_(head) for head in TWO.values()),
        *(f"{column} {_(row)}" for column in columns for row in GRID.values()),
        _("根拠"),
        _("第三者の意見"),
    ]
    return heads, [list(line(content, programme)) for programme in programmes]


def line(content: Mapping[str, Any], programme: Mapping[str, Any]) -> Iterator[Any]:
    yield from (content[name] for name in HEAD)
    yield from (programme[name] for name in TWO)
    yield from (column[row] for column in programme["columns"] for row in GRID)
    yield "\n".join(programme["evidence"])
    yield "\n".join("{body}：{achievement}。{opinion}".format(**each) for each in programme["opinions"])
