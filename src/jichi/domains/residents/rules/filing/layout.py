"""The layout of the files in which the register comes in and goes out. Pure.

The groups follow 住民記録システム標準仕様書 as far as it is known; an item whose name or code there was not seen is marked.
"""

from dataclasses import dataclass
from enum import StrEnum

from jichi.kernel.values.fault import gettext_noop


class Kind(StrEnum):
    """How a value is written in the file."""

    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    CODE = "code"
    YES = "yes"
    KEY = "key"


@dataclass(frozen=True, kw_only=True)
class Column:
    """`heading` is how our own files name it; `needed`: no row goes without; `is_confirmed`: seen in the national layout."""

    item: str
    heading: str
    kind: Kind = Kind.TEXT
    longest: int = 0
    group: str = ""
    needed: bool = False
    is_confirmed: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """One file. `needed`: a load goes without it otherwise, and makes its rows from the entries."""

    name: str
    title: str
    columns: tuple[Column, ...]
    needed: bool = True

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    def column(self, item: str) -> Column:
        """Raises: LookupError."""
        return next(each for each in self.columns if each.item == item)


def text(item: str, heading: str, longest: int, group: str) -> Column:
    return Column(item=item, heading=heading, longest=longest, group=group)


def day(item: str, heading: str, group: str) -> Column:
    return Column(item=item, heading=heading, kind=Kind.DAY, group=group)


def moment(item: str, heading: str, group: str) -> Column:
    return Column(item=item, heading=heading, kind=Kind.MOMENT, group=group)


def key(item: str, heading: str, group: str, *, needed: bool = True) -> Column:
    return Column(item=item, heading=heading, kind=Kind.KEY, longest=60, group=group, needed=needed)


def code(item: str, heading: str, longest: int, group: str, *, needed: bool = True) -> Column:
    return Column(item=item, heading=heading, kind=Kind.CODE, longest=longest, group=group, needed=needed)


def yes(item: str, heading: str, group: str) -> Column:
    return Column(item=item, heading=heading, kind=Kind.YES, longest=1, group=group)


ACT, WHO, HOME, FOREIGN, TIME, OWN = "異動", "個人", "世帯・住所", "外国人住民", "履歴", "この製品"

PERSONS = Table(
    name="persons",
    title=gettext_noop("個人"),
    needed=False,
    columns=(key("person", "宛名番号", WHO), yes("demo", "デモ", OWN)),
)
HOUSEHOLDS = Table(
    name="households",
    title=gettext_noop("世帯"),
    needed=False,
    columns=(key("household", "世帯番号", HOME), yes("demo", "デモ", OWN)),
)
MOVEMENTS = Table(
    name="movements",
    title=gettext_noop("異動"),
    columns=(
        key("movement", "異動番号", ACT),
        code("kind", "異動事由", 30, ACT),
        Column(item="happened_on", heading="異動年月日", kind=Kind.DAY, group=ACT, needed=True),
        day("notified_on", "届出年月日", ACT),
        day("due_on", "届出期限", OWN),
        text("late_reason", "期間経過の理由", 300, OWN),
        moment("received_at", "受付日時", ACT),
        moment("recorded_at", "記載日時", ACT),
        code("ward", "区コード", 5, ACT),
        code("office", "事務所コード", 40, OWN, needed=False),
        text("notified_by", "届出人", 200, ACT),
        text("proofs", "本人確認書類", 300, OWN),
        text("note", "備考", 500, ACT),
        key("voids", "取り消す異動番号", OWN, needed=False),
        text("title", "処理者の職", 200, OWN),
        yes("demo", "デモ", OWN),
    ),
)
ENTRIES = Table(
    name="entries",
    title=gettext_noop("履歴"),
    columns=(
        key("movement", "異動番号", TIME),
        key("person", "宛名番号", TIME),
        day("until", "終わりの日", TIME),
        moment("recorded_at", "記録した日時", TIME),
        moment("superseded_at", "改めた日時", TIME),
        text("written", "書いた項目", 2000, OWN),
        code("register", "台帳の種別", 10, WHO, needed=False),
        code("standing", "住民票の状態", 10, WHO, needed=False),
        Column(item="name", heading="氏名", longest=200, group=WHO, needed=True),
        text("kana", "氏名のふりがな", 200, WHO),
        text("former_name", "旧氏", 100, WHO),
        text("common_name", "通称", 200, FOREIGN),
        day("birth", "生年月日", WHO),
        text("birth_as_told", "生年月日（不詳のとき）", 40, WHO),
        code("sex", "性別", 1, WHO, needed=False),
        key("household", "世帯番号", HOME, needed=False),
        text("relationship", "続柄", 40, HOME),
        code("town_ward", "住所の区コード", 5, HOME, needed=False),
        text("town", "町丁目", 60, HOME),
        text("hamlet", "小字", 60, HOME),
        text("lot", "番地", 60, HOME),
        text("building", "方書", 120, HOME),
        day("address_since", "住所を定めた年月日", HOME),
        day("resident_since", "住民となった年月日", HOME),
        text("came_from", "転入前の住所", 200, HOME),
        text("going_to", "転出先（予定）", 200, HOME),
        day("leaving_on", "転出の予定年月日", HOME),
        text("gone_to", "転出先（確定）", 200, HOME),
        text("domicile", "本籍", 200, WHO),
        text("domicile_first", "筆頭者", 100, WHO),
        text("resident_code", "住民票コード", 11, WHO),
        text("individual_number", "個人番号", 12, WHO),
        code("nationality", "国籍・地域コード", 3, FOREIGN, needed=False),
        text("stay_kind", "在留の区分", 40, FOREIGN),
        text("stay_status", "在留資格", 60, FOREIGN),
        text("stay_period", "在留期間", 40, FOREIGN),
        day("stay_until", "在留期間の満了の日", FOREIGN),
        text("card_number", "在留カード等の番号", 20, FOREIGN),
        day("counted_from", "在留年数を数え始める日", OWN),
        text("counted_evidence", "数え始める日の根拠", 200, OWN),
    ),
)
SEALS = Table(
    name="seals",
    title=gettext_noop("印鑑登録"),
    columns=(
        key("person", "宛名番号", WHO),
        Column(item="engraved", heading="登録印の文字", longest=100, group=WHO, needed=True),
        Column(item="registered_on", heading="登録年月日", kind=Kind.DAY, group=ACT, needed=True),
        key("card", "印鑑登録証番号", OWN),
        key("image", "印影のファイル名", OWN),
        code("dpi", "解像度（dpi）", 4, OWN, needed=False),
        yes("demo", "デモ", OWN),
    ),
)
TABLES = (PERSONS, HOUSEHOLDS, MOVEMENTS, ENTRIES)
BY_NAME = {table.name: table for table in TABLES}
# The tables of the register come together; the seals of a ward are a file of their own.
ALL_TABLES = (*TABLES, SEALS)
