"""What can be wrong in a file, at its line and column, in a sentence. Pure."""

from dataclasses import dataclass

from jichi.kernel.values.fault import gettext_noop


@dataclass(frozen=True, order=True)
class Fault:
    """Where something is wrong and what. The value itself is never told: lists of faults travel farther than files."""

    file: str
    line: int
    column: str
    code: str


SENTENCES = {
    "no_file": gettext_noop("ファイルがありません。"),
    "empty_file": gettext_noop("ファイルが空です。1行目に項目の名前を書いてください。"),
    "no_rows": gettext_noop("読める行が一つもありません。"),
    "no_column": gettext_noop("この列がありません。対応表でほかの列を指すか、列を足してください。"),
    "column_twice": gettext_noop("同じ名前の列が二つあります。"),
    "nul": gettext_noop("文字ではない符号（NUL）が入っています。ファイルが壊れていないか確かめてください。"),
    "not_in_encoding": gettext_noop("この文字コードとして読めない文字があります。文字コードの指定を確かめてください。"),
    "external": gettext_noop("外字です。対応表の [external] に、置き換える文字を書いてください。"),
    "not_in_cp932": gettext_noop("CP932では表せない文字です。対応表の [external] に外字の番号を書くか、UTF-8にしてください。"),
    "quoting": gettext_noop("引用符（\"）の使い方が正しくありません。項目の中で改行はできません。"),
    "too_many_fields": gettext_noop("項目が1行目の見出しより多くあります。"),
    "too_few_fields": gettext_noop("項目が1行目の見出しより少ないです。"),
    "line_too_long": gettext_noop("1行が長すぎて読めません（100万文字まで）。"),
    "needed": gettext_noop("必ず書く項目ですが、空です。"),
    "too_long": gettext_noop("文字数が多すぎて入りません。"),
    "not_a_day": gettext_noop("日付として読めません。"),
    "not_a_moment": gettext_noop("日時として読めません（例 2014-05-01T09:30:00+09:00）。"),
    "day_out_of_reach": gettext_noop("あり得ない日付です（1868年より前か、1年より先）。"),
    "not_yes_or_no": gettext_noop("1（はい）か0（いいえ）を書いてください。"),
    "unknown_code": gettext_noop("決められた符号ではありません。対応表の codes を確かめてください。"),
    "unknown_ward": gettext_noop("この区コードの区は、この市にありません。"),
    "unknown_office": gettext_noop("この事務所コードの事務所は、この市にありません。"),
    "unknown_town": gettext_noop("この区に、この町丁目はありません。"),
    "twice": gettext_noop("同じ番号が二度出てきます。"),
    "known_already": gettext_noop("この番号の記録は、もう台帳にあります。"),
    "no_such_movement": gettext_noop("この異動番号の異動が、異動のファイルにありません。"),
    "no_such_person": gettext_noop("この宛名番号の人が、個人のファイルにいません。"),
    "no_such_household": gettext_noop("この世帯番号の世帯が、世帯のファイルにありません。"),
    "person_without_entry": gettext_noop("この人の履歴が一つもありません。"),
    "movement_without_entry": gettext_noop("この異動による履歴が一つもありません。"),
    "entry_twice": gettext_noop("同じ異動で、同じ人の履歴が二つあります。"),
    "voids_itself": gettext_noop("異動が自分自身を取り消しています。"),
    "voided_twice": gettext_noop("同じ異動が二度取り消されています。"),
    "voided_but_believed": gettext_noop("取り消された異動の履歴が、有効なまま残っています。"),
    "late_without_reason": gettext_noop("届出が期限より遅いのに、理由がありません。"),
    "received_after_recorded": gettext_noop("記載日時が受付日時より前です。"),
    "born_after": gettext_noop("生年月日が、この異動の日より後です。"),
    "begins_wrongly": gettext_noop("最初の異動が、住民票をつくる異動ではありません。"),
    "after_removal": gettext_noop("消除した後に、回復や転入がないまま住民に戻っています。"),
    "chain_broken": gettext_noop("終わりの日が、次の異動の日と合いません。"),
    "ends_before_it_began": gettext_noop("終わりの日が、異動の日より前です。"),
    "two_heads": gettext_noop("この世帯に、世帯主が二人います。"),
    "no_head": gettext_noop("この世帯に、世帯主がいません。"),
    "no_town": gettext_noop("住民の住所（町丁目）がありません。"),
    "no_household": gettext_noop("住民の世帯番号がありません。"),
    "unknown_item": gettext_noop("「書いた項目」に、この台帳にない項目の名前があります。"),
    "not_written": gettext_noop("「書いた項目」にない項目が、前の履歴から変わっています。"),
    "superseded_before_recorded": gettext_noop("改めた日時が、記録した日時より前です。"),
    "too_many_rows": gettext_noop("一度に取り込める件数（2万件）より多くあります。ファイルを分けてください。"),
    "no_zip": gettext_noop("印影をまとめたZIPファイルとして読めません。"),
    "no_image": gettext_noop("この名前の印影が、ZIPファイルの中にありません。"),
    "image_too_large": gettext_noop("印影のファイルが大きすぎます（20MBまで）。"),
    "image_unusable": gettext_noop("印影として登録できません（かすれ、欠け、大きさ、解像度など）。画像を確かめてください。"),
    "not_in_this_ward": gettext_noop("この宛名番号の人は、この区の住民票にいません。"),
    "name_not_on_record": gettext_noop("登録印の文字が、住民票の氏名・旧氏・通称を表していません。"),
    "seal_stands": gettext_noop("この人には、もう印鑑の登録か申請があります。"),
    "wrong_card": gettext_noop("印鑑登録証の番号は、4から12けたの数字です。"),
    "card_known": gettext_noop("この番号の印鑑登録証は、もうあります。"),
    "name_key": gettext_noop("氏名を探すための索引が、履歴の氏名と合いません。"),
}  # fmt: skip
