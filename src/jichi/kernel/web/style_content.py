"""Neutral content of the style pages. Population is the census; every other figure is an example and says so."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from .charts import (
    About,
    Bar,
    Chart,
    Group,
    Line,
    grade_bars,
    grouped_bars,
    line_chart,
    lying_bars,
    share_bar,
    stacked_bars,
)

WARD_CHOICES = [
    ("14131", "川崎区"),
    ("14132", "幸区"),
    ("14133", "中原区"),
    ("14134", "高津区"),
    ("14136", "宮前区"),
    ("14135", "多摩区"),
    ("14137", "麻生区"),
]
KINDS = [("safety", _("安全・安心")), ("welfare", _("福祉・健康")), ("green", _("環境"))]
TIMES = [("day", _("平日の昼")), ("night", _("平日の夜")), ("holiday", _("土曜・日曜・祝日"))]

# Census of 2010 by ward (sums to 1,425,512).
PEOPLE = {
    "14131": 217_328,
    "14132": 154_212,
    "14133": 233_925,
    "14134": 217_360,
    "14136": 218_867,
    "14135": 213_894,
    "14137": 169_926,
}
POPULATION = About(
    title="人口は中原区がいちばん多く、幸区がいちばん少ない",
    unit="人",
    source="平成22年国勢調査",
    as_of=date(2010, 10, 1),
)
TITLES = [
    "自治拡充推進事業",
    "地域振興事業",
    "区民会議運営事業",
    "区役所サービス向上事業",
    "地域コミュニティ推進事業",
]


@dataclass(frozen=True, kw_only=True)
class Row:
    title: str
    ward: str
    ward_code: str
    state: str
    budget: int
    done_on: date | None


def rows() -> list[Row]:
    """Forty example programmes."""
    return [
        Row(
            title=f"{TITLES[n % 5]}（例{n + 1}）",
            ward=WARD_CHOICES[n % 7][1],
            ward_code=WARD_CHOICES[n % 7][0],
            state=["計画", "実施中", "完了"][n % 3],
            budget=(n * 7919 % 97 + 3) * 100_000,
            done_on=date(2013, 3, 31) if n % 3 else None,
        )
        for n in range(40)
    ]


def about(title: str, unit: str) -> About:
    return About(title=title, unit=unit, source="見本の数字", as_of=date(2012, 3, 31), is_demo=True)


def charts() -> list[Chart]:
    """One chart of each kind."""
    wards = [Bar(label=name, value=PEOPLE[code]) for code, name in WARD_CHOICES]
    years = ["2010年度", "2011年度", "2012年度", "2013年度"]
    return [
        lying_bars(about=POPULATION, bars=sorted(wards, key=lambda b: -float(b.value or 0)), head="区"),
        grade_bars(
            about=about("25事業のうち19事業が「ほぼ目標どおり」", "件"),
            counts={
                "1 大きく上回る": 0,
                "2 上回る": 4,
                "3 ほぼ目標どおり": 19,
                "4 下回る": 2,
                "5 大きく下回る": 0,
            },
            head="達成状況",
        ),
        line_chart(
            about=about("窓口の満足度は3年続けて上がったが、目標にはとどいていない", "％"),
            periods=years,
            lines=[
                Line(name="目標", values=[80, 82, 84, 86], is_target=True),
                Line(name="実績", values=[76, 79, 81, None]),
            ],
            head="年度",
        ),
        stacked_bars(
            about=about("相談の9割は電話で届いた", "件"),
            series=["電話", "メール", "ファクス", "手紙"],
            groups=[
                Group(label=years[0], values=[33100, 3900, 150, 20]),
                Group(label=years[1], values=[35392, 4294, 121, 16]),
            ],
            head="年度",
        ),
        grouped_bars(
            about=about("決算は予算を少し下回った", "百万円"),
            series=["予算", "決算"],
            groups=[Group(label=years[0], values=[120, 113]), Group(label=years[1], values=[131, 128])],
            head="年度",
        ),
        share_bar(
            about=about("意見の6割が賛成", "件"),
            parts=[("賛成", 62), ("どちらともいえない", 23), ("反対", 15)],
            head="意見",
        ),
    ]


STEPS = [
    {"name": "申請", "state": "done", "day": date(2026, 10, 1)},
    {"name": "審査", "state": "done", "day": date(2026, 10, 20)},
    {"name": "縦覧", "state": "now", "day": date(2026, 11, 25)},
    {"name": "議会への協議", "state": "next"},
    {"name": "決定", "state": "next"},
]
FACTS = [
    {"label": "担当", "value": "市民文化局 コミュニティ推進部", "url": "#"},
    {"label": "対象の区", "value": "すべての区"},
    {"label": "予算（2011年度）", "value": "12,340,000円"},
    {"label": "期間", "value": "2011年度から2013年度まで"},
]
FIGURES = [
    {"label": "署名の数", "value": 128_030, "unit": "人"},
    {"label": "必要な数", "value": 127_412, "unit": "人"},
    {"label": "有効な割合", "value": "93.2", "unit": "％"},
]
ENTRIES = [
    {
        "at": date(2026, 11, 11),
        "what": "縦覧を始めました",
        "who": "選挙管理委員会",
        "basis": "条例第12条第1項",
    },
    {"at": date(2026, 10, 20), "what": "審査が終わりました", "url": "#"},
    {"at": date(2026, 10, 1), "what": "申請を受け付けました", "who": "市民文化局"},
]
CARDS = [
    {
        "title": "区役所の窓口を土曜日に開けてほしい",
        "url": "#",
        "text": "同じ声が13件あります。",
        "foot": "多摩区",
        "over": "声",
    },
    {
        "title": "通学路の横断歩道",
        "url": "#",
        "text": "区民会議で話し合っています。",
        "foot": "あと3日",
        "over": "話し合い",
    },
    {"title": "公園の使い方の案", "url": "#", "text": "意見を集めています。", "over": "意見募集"},
]
SAMPLE_DOORS = [
    {"label": "手続きする", "url": "#", "explains": "引っ越し、証明書、届け出"},
    {"label": "相談・声を届ける", "url": "#", "explains": "電話、手紙、メールでも"},
    {"label": "参加する・決める", "url": "#", "explains": "意見、署名、投票、集まり"},
    {"label": "計画と成果を見る", "url": "#", "explains": "市が約束したこと、できたこと"},
]
TABS = [
    {"label": "概要", "url": "#", "is_current": True},
    {"label": "年度ごとの記録", "url": "#years", "count": 3},
    {"label": "つながり", "url": "#threads", "count": 1200},
]


def parts() -> dict[str, Any]:
    """Variables of the partials that show a record."""
    return {
        "steps": STEPS,
        "facts": FACTS,
        "figures": FIGURES,
        "entries": ENTRIES,
        "cards": CARDS,
        "sample_doors": SAMPLE_DOORS,
        "tabs": TABS,
    }
