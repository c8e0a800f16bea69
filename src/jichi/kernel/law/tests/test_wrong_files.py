"""What the person who fills a law file reads when it is wrong: where, why, what to write."""

from pathlib import Path

import pytest

from jichi.kernel.law.book import LawBook, WrongLawFile

from .book_of import HEAD, REPEAL, ROW, book, folder

LATER = ROW.replace("2009", "2012")
CHOICE = HEAD.replace("ratio", "choice")
CHOICES = '[share.choices]\na = ["甲", "A"]\n'
A = ROW.replace("1/10", "a")

UNITS = "ratio、days、months、years、age、count、millimetres、yen、flag、date、time、month_day、weekdays、text、choice、choices"

WRONG = {
    "a line that is no TOML": (
        HEAD + "source\n",
        "",
        "7行目が TOML の書き方に合っていません（Expected '=' after a key in a key/value pair）。",
    ),
    "a text without its end": (
        '[share]\nname = """署名',
        "",
        "ファイルの終わりが TOML の書き方に合っていません（Unterminated string）。",
    ),
    "a key twice": (
        HEAD + HEAD,
        "",
        "8行目が TOML の書き方に合っていません（Cannot declare ('share',) twice）。",
    ),
    "a key in capitals": (
        (HEAD + ROW).replace("share", "Share"),
        "Share",
        "見出しは小文字の英字で始め、小文字の英字・数字・下線だけを使ってください。",
    ),
    "a value outside a key": (
        "share = 3",
        "share",
        "[share] の見出しを立て、その下に name や unit を書いてください。",
    ),
    "an unknown field": (
        HEAD + 'unti = "ratio"\n' + ROW,
        "share",
        "「unti」という項目はありません。使える項目：choices、chosen_by、chosen_by_en、name、name_en、note、unit、values",
    ),
    "an unknown field in a row": (
        HEAD + ROW + "until = 2012-07-08\n",
        "share",
        "「until」という項目はありません。使える項目：confidence、from、note、source、value",
    ),
    "no name": (
        HEAD.replace('name = "署名の割合"', ""),
        "share",
        "名称（name）がありません。画面に示す日本語の名称を書いてください。",
    ),
    "no English name": (
        HEAD.replace('name_en = "Share of signatures"', ""),
        "share",
        "英語の名称（name_en）がありません。",
    ),
    "no unit": (
        HEAD.replace('unit = "ratio"', ""),
        "share",
        "単位（unit）がありません。割合（ratio）、日（days）などから選んでください。",
    ),
    "no governing day": (
        HEAD.replace('chosen_by = "申請の日"', ""),
        "share",
        "基準日の決め方（chosen_by）がありません。どの日の定めを適用するかを書いてください。",
    ),
    "an unknown unit": (
        HEAD.replace("ratio", "weeks"),
        "share",
        f"単位「weeks」はありません。使える単位：{UNITS}",
    ),
    "a unit that is a number": (
        HEAD.replace('"ratio"', "3"),
        "share",
        "「unit」には、引用符で囲んだ空でない文字列を書いてください。",
    ),
    "a blank name": (
        HEAD.replace("署名の割合", " "),
        "share",
        "「name」には、引用符で囲んだ空でない文字列を書いてください。",
    ),
    "values that are no rows": (
        HEAD + "values = 3\n",
        "share",
        "値は [[share.values]] の見出しの下に、一つずつ書いてください。",
    ),
    "values in a bare list": (
        HEAD + "values = [3]\n",
        "share",
        "値は [[share.values]] の見出しの下に、一つずつ書いてください。",
    ),
    "no first day": (
        HEAD + ROW.replace("from = 2009-04-01", ""),
        "share",
        "施行日（from）がありません。定めが始まる日を書いてください。",
    ),
    "no source": (
        HEAD + ROW.replace('source = "条例 第4条"', ""),
        "share",
        "出典（source）がありません。条例名と条・項、またはページのアドレスを書いてください。",
    ),
    "an empty source": (
        HEAD + ROW.replace("条例 第4条", ""),
        "share",
        "出典（source）がありません。条例名と条・項、またはページのアドレスを書いてください。",
    ),
    "no confidence": (
        HEAD + ROW.replace('confidence = "read"', ""),
        "share",
        "確かさ（confidence）がありません。read・inferred・unconfirmed から選んでください。",
    ),
    "an unknown confidence": (
        HEAD + ROW.replace('"read"', '"sure"'),
        "share",
        "確かさ（confidence）「sure」はありません。次から選んでください：read、inferred、unconfirmed",
    ),
    "a day in quotes": (
        HEAD + ROW.replace("2009-04-01", '"2009-04-01"'),
        "share",
        "施行日（from）「2009-04-01」は年月日ではありません。2009-04-01 の形で、引用符なしで書いてください。",
    ),
    "a day with a time": (
        HEAD + ROW.replace("2009-04-01", "2009-04-01T09:00:00"),
        "share",
        "施行日（from）「2009-04-01 09:00:00」は年月日ではありません。2009-04-01 の形で、引用符なしで書いてください。",
    ),
    "rows out of order": (
        HEAD + LATER + ROW,
        "share",
        "施行日が順に並んでいません：2012年4月1日の次に2009年4月1日があります。古い順に並べてください。",
    ),
    "two rows of one day": (
        HEAD + ROW + ROW,
        "share",
        "施行日が2009年4月1日の行が二つあります。一つの日に値は一つです。",
    ),
    "a repeal of nothing": (
        HEAD + REPEAL,
        "share",
        "2019年6月28日の行に値（value）がありません。値のない行は廃止を表し、前に値のある行が要ります。",
    ),
    "a repeal of a repeal": (
        HEAD + ROW + REPEAL + REPEAL.replace("2019", "2020"),
        "share",
        "2020年6月28日の行に値（value）がありません。値のない行は廃止を表し、前に値のある行が要ります。",
    ),
    "choices for a share": (
        HEAD + CHOICES + ROW,
        "share",
        "単位 ratio に choices は書けません。単位を choice か choices にしてください。",
    ),
    "a choice without choices": (
        CHOICE + A,
        "share",
        "選べる値がありません。[share.choices] の下に書いてください。",
    ),
    "a choice without its English": (
        CHOICE + '[share.choices]\na = ["甲"]\n' + A,
        "share",
        'choices の「a」は、英数字の記号 = ["日本語の名称", "英語の名称"] の形で書いてください。',
    ),
    "a choice outside its list": (
        CHOICE + CHOICES + ROW.replace("1/10", "b"),
        "share",
        "値「b」は choices にありません。選べる値：a",
    ),
}


@pytest.mark.parametrize(("text", "key", "reason"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_file_is_refused_with_file_key_and_reason(
    tmp_path: Path, text: str, key: str, reason: str
) -> None:
    with pytest.raises(WrongLawFile) as refused:
        book(tmp_path, votes=text)
    file = tmp_path / "votes.toml"
    place = f"{file} [{key}]" if key else f"{file}"
    assert (refused.value.file, refused.value.key, refused.value.reason) == (file, key, reason)
    assert str(refused.value) == f"{place}: {reason}"


SHARE_FORM = '分数の文字列（例："1/10"）'
WHOLE_FORM = "0以上の整数（例：60）"
UNREADABLE = [
    ("ratio", "0.1", "割合", SHARE_FORM, "0.1"),
    ("ratio", '"1/0"', "割合", SHARE_FORM, "1/0"),
    ("ratio", '"a tenth"', "割合", SHARE_FORM, "a tenth"),
    ("days", "60.0", "日", WHOLE_FORM, "60.0"),
    ("months", "true", "か月", WHOLE_FORM, "True"),
    ("years", "-1", "年", WHOLE_FORM, "-1"),
    ("age", '"18"', "歳", WHOLE_FORM, "18"),
    ("yen", "1400.5", "円", WHOLE_FORM, "1400.5"),
    ("flag", "1", "はい・いいえ", "true か false", "1"),
    ("date", "2012-07-09T00:00:00", "年月日", "年月日（例：2009-04-01）", "2012-07-09 00:00:00"),
    ("time", "08:30:15", "時刻", "時刻（例：08:30:00）", "08:30:15"),
    ("month_day", '"12-32"', "月日", '月日の文字列（例："12-29"）', "12-32"),
    ("month_day", '"1-3"', "月日", '月日の文字列（例："12-29"）', "1-3"),
    ("weekdays", '["土", "祝"]', "曜日", '曜日の並び（例：["土", "日"]）', "['土', '祝']"),
    ("weekdays", '["土", "土"]', "曜日", '曜日の並び（例：["土", "日"]）', "['土', '土']"),
    ("weekdays", "[]", "曜日", '曜日の並び（例：["土", "日"]）', "[]"),
    ("text", '" "', "文字", "空でない文字列", " "),
]


@pytest.mark.parametrize(("unit", "written", "name", "form", "given"), UNREADABLE)
def test_a_value_that_is_not_of_its_unit_is_refused(
    tmp_path: Path, unit: str, written: str, name: str, form: str, given: str
) -> None:
    with pytest.raises(WrongLawFile) as refused:
        book(tmp_path, votes=HEAD.replace("ratio", unit) + ROW.replace('"1/10"', written))
    assert refused.value.reason == f"値「{given}」を単位「{name}」として読めません。書き方：{form}"


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "votes.toml").write_bytes((HEAD + ROW).encode("shift_jis"))
    with pytest.raises(WrongLawFile, match="UTF-8 で保存し直してください。"):
        LawBook.load([], tmp_path)


def test_a_file_name_that_can_not_begin_a_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Votes-2.toml").write_text(HEAD, encoding="utf-8")
    with pytest.raises(WrongLawFile, match="ファイル名は小文字の英字で始め"):
        LawBook.load([], tmp_path)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongLawFile) as refused:
        LawBook.load([], tmp_path / "nowhere")
    assert (
        str(refused.value)
        == f"{tmp_path}/nowhere: 法規のフォルダーがありません。場所の設定を確かめてください。"
    )


def test_a_city_can_not_change_the_unit_of_a_default(tmp_path: Path) -> None:
    national = folder(tmp_path / "defaults", votes=HEAD + ROW)
    own = folder(tmp_path / "city", votes=HEAD.replace("ratio", "days") + ROW.replace('"1/10"', "3"))
    with pytest.raises(WrongLawFile) as refused:
        LawBook.load([national], own)
    assert (
        refused.value.reason
        == f"単位「日」が既定の「割合」と違います。{national}/votes.toml に合わせてください。"
    )


def test_two_defaults_of_one_key_are_refused(tmp_path: Path) -> None:
    first, second = (folder(tmp_path / name, votes=HEAD + ROW) for name in ("first", "second"))
    with pytest.raises(WrongLawFile) as refused:
        LawBook.load([first, second], folder(tmp_path / "city"))
    assert refused.value.reason == f"同じ見出しが {first}/votes.toml にもあります。一方を消してください。"


def test_a_reason_can_be_said_in_english(tmp_path: Path) -> None:
    with pytest.raises(WrongLawFile) as refused:
        book(tmp_path, votes=HEAD.replace("ratio", "days") + ROW)
    english = {
        refused.value.sentence: "“%(given)s” is not readable as %(unit)s. Write: %(written)s",
        WHOLE_FORM: "a whole number",
    }
    said = refused.value.said(translate=lambda text: english.get(text, text), language="en")
    assert said == f"{tmp_path}/votes.toml [share]: “1/10” is not readable as days. Write: a whole number"
