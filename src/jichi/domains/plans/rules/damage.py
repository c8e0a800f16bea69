"""Why a plan chapter is refused: one code, one sentence, one line number."""

from .wording import gettext_noop

REASONS = {
    "empty": gettext_noop("ファイルに文字がありません。計画の章の本文を指定してください。"),
    "not_utf8": gettext_noop(
        "文字コードがUTF-8ではありません（%(byte)sバイト目）。UTF-8で保存し直してください。"
    ),
    "control_character": gettext_noop(
        "制御文字（%(character)s）が入っています。文字が壊れていないか確かめてください。"
    ),
    "lost_character": gettext_noop(
        "読み取れなかった文字の印（�）があります。元の文書から取り出し直してください。"
    ),
    "broken_tag": gettext_noop("タグ「%(tag)s」が閉じていないか、途中で切れています。"),
    "stray_tag": gettext_noop("閉じるタグ「%(tag)s」に対応する始まりのタグがありません。"),
    "no_policy": gettext_noop("「基本政策」の見出しがこの行より前にありません。"),
    "bad_policy_number": gettext_noop("基本政策の番号を読み取れません：「%(numeral)s」"),
    "second_policy": gettext_noop(
        "別の「基本政策」の見出しがあります。一つのファイルには一つの章を入れてください。"
    ),
    "no_measures": gettext_noop("「基本施策」が一つもありません。"),
    "bad_measure_code": gettext_noop(
        "基本施策の番号を読み取れません。「【基本施策 Ⅶ-1-(1)】」の形にしてください。"
    ),
    "foreign_measure": gettext_noop(
        "基本施策 %(measure)s は、この章の基本政策 %(policy)s のものではありません。"
    ),
    "duplicate_measure": gettext_noop("基本施策 %(measure)s は %(first)s行目にもあります。"),
    "bad_effort_number": gettext_noop(
        "主な取組の番号を読み取れません。「主な取組① 名前」の形にしてください。"
    ),
    "duplicate_effort": gettext_noop("主な取組%(mark)sは %(first)s行目にもあります。"),
    "effort_outside_measure": gettext_noop("「主な取組」が、どの基本施策にも入っていません。"),
    "section_outside_effort": gettext_noop("この行は、どの「主な取組」にも入っていません。"),
    "measure_is_empty": gettext_noop("基本施策 %(measure)s に「主な取組」がありません。"),
    "effort_is_empty": gettext_noop("主な取組%(mark)sに内容がありません。"),
    "cut_off": gettext_noop(
        "ファイルが途中で終わっているようです。最後の主な取組%(mark)sに、ほかの取組にある事業の表がありません。"
    ),
    "no_title": gettext_noop("見出しに名前がありません。"),
    "name_too_long": gettext_noop(
        "名前が%(longest)s文字を超えています。名前と説明が区切られているか確かめてください。"
    ),
    "section_is_empty": gettext_noop("「■%(title)s」に内容がありません。"),
    "section_repeated": gettext_noop(
        "「■%(title)s」が何の節か決められません。同じ種類の節がすでにあります。"
    ),
    "statement_outside_section": gettext_noop("箇条書きが、どの節（■）にも入っていません。"),
    "no_period": gettext_noop("計画期間（例：2011～2013年度）がどこにも書かれていません。"),
    "bad_period": gettext_noop(
        "計画期間（%(first)s～%(last)s年度）を読めません。終わりの年度が始まりより前になっていないか確かめてください。"
    ),
    "period_differs": gettext_noop(
        "計画期間（%(here)s年度）が、ほかの箇所の期間（%(there)s年度）と違います。"
    ),
    "table_without_header": gettext_noop("事業の表に見出しの行（事業名、計画期間など）がありません。"),
    "table_without_rows": gettext_noop("事業の表に見出しの行だけがあり、事業がありません。"),
    "wrong_cell_count": gettext_noop("表の行に欄が%(found)sつあります。%(expected)sつでなければなりません。"),
    "truncated_row": gettext_noop("表の行が途中で切れています。"),
    "no_programme_name": gettext_noop("表の行に事業名がありません。"),
    "duplicate_programme": gettext_noop(
        "事業「%(name)s」は %(first)s行目にもあり、（再掲）の印がありません。"
    ),
    "relisted_without_original": gettext_noop("（再掲）の事業「%(name)s」の元の記載が、この章にありません。"),
    "unaccounted": gettext_noop("どこにも入らなかった文字があります：「%(text)s」"),
}


class DamagedChapter(Exception):
    """The text is not a whole plan chapter; nothing may be taken from it.

    ``reason`` is the Japanese sentence with its facts in; ``template`` and ``facts`` let a page say it
    in another language. ``line`` counts from 1.
    """

    def __init__(self, line: int, code: str, **facts: object) -> None:
        super().__init__(line, code)
        self.line = line
        self.code = code
        self.template = REASONS[code]
        self.facts = {name: str(value) for name, value in facts.items()}

    @property
    def reason(self) -> str:
        return self.template % self.facts

    @property
    def message(self) -> str:
        return f"{self.line}行目: {self.reason}"

    def __str__(self) -> str:
        return self.message
